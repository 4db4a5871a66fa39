/// Texts of a figure as gnuplot reads them.
enum GnuplotText {
  /// No picture has room for more.
  private static let longest = 120

  /// In single quotes, where gnuplot knows no escapes, no commands and no macros; a quote becomes ’, for a doubled one is
  /// misread at the start. Control characters, among them the line ends that would begin a new command, become spaces.
  static func quoted(_ text: String) -> String {
    var result = "'"
    var length = 0
    for scalar in text.unicodeScalars {
      if length == longest {
        result += "…"
        break
      }
      length += 1
      switch scalar {
      case "'": result += "’"
      case _ where isControl(scalar): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }

  /// A number that gnuplot reads; never infinite.
  static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "0" }

  static func range(_ range: ClosedRange<Double>, isReversed: Bool) -> String {
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return isReversed ? "[\(high):\(low)]" : "[\(low):\(high)]"
  }

  static func ticks(_ ticks: [Axis.Tick]) -> String {
    "("
      + ticks.map {
        "\(quoted($0.text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%"))) \(number($0.position))"
      }.joined(separator: ", ") + ")"
  }
}
