import Interpreter
import Support

/// Writes styled text with the terminal's escape sequences (ECMA-48 SGR).
struct Colouring {
  let traits: TerminalTraits

  func text(_ styled: StyledText) -> TerminalText {
    guard traits.colours != .none else { return TerminalText(styled.plain.withVisibleControls) }
    var result = ""
    for run in styled.runs {
      let text = run.text.withVisibleControls
      guard let code = code(run.style) else {
        result += text
        continue
      }
      // A line end stays outside, so that no colour runs on.
      for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if i > 0 { result += "\n" }
        if !line.isEmpty { result += "\u{1B}[\(code)m\(line)\u{1B}[0m" }
      }
    }
    return TerminalText(result)
  }

  private func code(_ style: StyledText.Style) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .dim: "2"
    case .heading: "1;36"
    case .code: "36"
    case .good: "32"
    case .bad: "1;31"
    case .warning: "33"
    case .heat(let heat): heatCode(heat)
    }
  }

  /// Blue below zero, orange above, stronger the farther: a pair that the colour-blind tell apart (Okabe and Ito, Color Universal Design),
  /// in colours that are readable on dark and on light. Near zero there is none.
  private func heatCode(_ heat: Double) -> String? {
    let strength = min(heat.magnitude, 1)
    guard strength >= 0.05 else { return nil }
    let isCold = heat < 0
    switch traits.colours {
    case .none: return nil
    case .basic: return isCold ? "34" : "33"
    case .many:
      let levels = isCold ? [103, 67, 68, 33] : [137, 173, 172, 208]
      return "38;5;\(levels[min(3, Int(strength * 4))])"
    case .all:
      let hottest = isCold ? [30, 130, 255] : [245, 125, 0]
      let parts = hottest.map { "\(Int((140 + (Double($0) - 140) * strength).rounded()))" }
      return "38;2;" + parts.joined(separator: ";")
    }
  }
}
