import Support

/// TeX's names of letters and signs (Knuth, The TeXbook, appendix F) and what they are in Unicode.
enum TeXSymbols {
  static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "infty": "∞", "emptyset": "∅",
    "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "imath": "ı", "jmath": "ȷ", "partial": "∂", "nabla": "∇", "top": "⊤",
    "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
  ]

  static let operators: [String: String] = [
    "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘", "bullet": "∙",
    "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠",
    "lt": "&lt;", "gt": "&gt;", "ll": "≪", "gg": "≫", "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃",
    "cong": "≅",
    "propto": "∝", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔",
    "Rightarrow": "⇒", "implies": "⟹", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⟺", "mapsto": "↦",
    "uparrow": "↑", "downarrow": "↓", "longrightarrow": "⟶", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂",
    "subseteq": "⊆", "supset": "⊃", "cup": "∪", "cap": "∩", "setminus": "∖", "forall": "∀", "exists": "∃", "neg": "¬",
    "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨", "mid": "∣", "parallel": "∥", "perp": "⊥", "colon": ":",
    "prime": "′", "int": "∫", "iint": "∬", "oint": "∮", "lbrack": "[", "rbrack": "]",
  ]

  /// Signs with limits.
  static let large: [String: String] = ["sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂"]

  static let delimiters: [String: String] = [
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|",
    "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉",
  ]

  static let functions: Set<String> = [
    "log", "ln", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "sup", "inf", "lim", "arg", "argmax",
    "argmin", "det", "dim", "ker", "deg", "gcd", "Pr", "softmax", "sigmoid", "relu", "sign",
  ]

  static let spaces: [String: String] = [
    ",": "0.17em", ":": "0.22em", ">": "0.22em", ";": "0.28em", "!": "-0.17em", " ": "0.25em", "quad": "1em",
    "qquad": "2em", "enspace": "0.5em",
  ]

  static let accents: [String: String] = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "‾", "vec": "→", "overrightarrow": "→", "tilde": "~",
    "widetilde": "~", "dot": "˙", "ddot": "¨", "check": "ˇ", "underline": "_",
  ]

  /// `\mathbb`
  static func doubleStruck(_ text: String) -> String {
    let special: [Unicode.Scalar: String] = [
      "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "1": "𝟙",
    ]
    return styled(text, special, capital: 0x1D538, small: 0x1D552)
  }

  /// `\mathcal`
  static func script(_ text: String) -> String {
    let special: [Unicode.Scalar: String] = [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ]
    return styled(text, special, capital: 0x1D49C, small: 0x1D4B6)
  }

  /// Letters of the block Mathematical Alphanumeric Symbols; some of them stand elsewhere in Unicode.
  private static func styled(
    _ text: String, _ special: [Unicode.Scalar: String], capital: UInt32, small: UInt32
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let known = special[scalar] {
        result += known
      } else if ("A"..."Z").contains(scalar) {
        result.unicodeScalars.append(Unicode.Scalar(capital + scalar.value - 65)!)
      } else if ("a"..."z").contains(scalar) {
        result.unicodeScalars.append(Unicode.Scalar(small + scalar.value - 97)!)
      } else {
        result += XMLText.escaped(String(Character(scalar)))
      }
    }
    return result
  }
}
