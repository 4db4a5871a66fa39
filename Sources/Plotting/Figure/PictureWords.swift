/// Words of the user as a picture shows them.
enum PictureWords {
  /// No picture has room for more.
  private static let longest = 120

  /// One line without characters that are no writing: those that control a terminal or begin a line become spaces.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if result.count == longest {
        result.append("…")
        break
      }
      result.append(isControl(scalar) ? " " : scalar)
    }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}
