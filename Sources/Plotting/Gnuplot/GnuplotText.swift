/// Texts of a figure as gnuplot reads them.
enum GnuplotText {
  /// In single quotes, where gnuplot knows no escapes, no commands and no macros; a quote becomes ’, for a doubled one is
  /// misread at the start. What would begin a new command is no part of ``PictureWords/line(_:)``.
  static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    // By scalars: with an accent behind it a quote is a part of another character, but still ends the text.
    for scalar in PictureWords.line(text).unicodeScalars { quoted.append(scalar == "'" ? "’" : scalar) }
    return "'\(String(quoted))'"
  }

  /// A number that gnuplot reads; never infinite.
  static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "0" }

  static func range(_ range: ClosedRange<Double>, isReversed: Bool) -> String {
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return isReversed ? "[\(high):\(low)]" : "[\(low):\(high)]"
  }

  /// How words are written: nothing for the usual ones.
  static func look(_ style: WordStyle, _ lettering: Lettering, points: Double = Lettering.points) -> String {
    var words = ""
    if style.size != nil || style.isBold {
      words += " font '\(font(style.size ?? points, isBold: style.isBold, lettering))'"
    }
    if let color = style.color { words += " textcolor rgb '\(color.gnuplotText)'" }
    return words
  }

  /// - Parameter points: at a scale of 1.
  static func font(_ points: Double, isBold: Bool = false, _ lettering: Lettering) -> String {
    "\(isBold ? lettering.family + ":Bold" : ""),\(number(lettering.size(points)))"
  }

  static func ticks(_ ticks: [Axis.Tick]) -> String {
    "("
      + ticks.map {
        "\(quoted($0.text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%"))) \(number($0.position))"
      }.joined(separator: ", ") + ")"
  }
}
