import Interpreter

/// Writes styled text with the terminal's escape sequences (ECMA-48 SGR).
struct Colouring {
  let traits: TerminalTraits

  func text(_ styled: StyledText) -> String {
    guard traits.colours != .none else { return styled.plain }
    var result = ""
    for run in styled.runs {
      guard let code = code(run.style) else {
        result += run.text
        continue
      }
      // A line end stays outside, so that no colour runs on.
      for (i, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if i > 0 { result += "\n" }
        if !line.isEmpty { result += "\u{1B}[\(code)m\(line)\u{1B}[0m" }
      }
    }
    return result
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

  /// Blue below zero, red above, stronger the farther; colours of the 6×6×6 cube that are readable on dark and on light.
  private func heatCode(_ heat: Double) -> String? {
    guard heat.magnitude >= 0.1 else { return nil }
    if traits.colours == .basic { return heat < 0 ? "34" : "31" }
    let cold = [103, 67, 69, 33]
    let warm = [138, 137, 167, 160]
    let level = min(3, Int(min(heat.magnitude, 1) * 4))
    return "38;5;\(heat < 0 ? cold[level] : warm[level])"
  }
}
