/// Colours for the numbers of a printed array: the sign gives the colour, the size its strength. The characters stay what they are.
enum HeatText {
  /// - Parameter scale: the magnitude that is hottest; where it is 0 or no number, there is no heat.
  static func styled(_ text: String, scale: Double) -> StyledText {
    guard scale > 0, scale.isFinite else { return StyledText(text) }
    var result = StyledText()
    var plain = ""
    func style(_ word: Substring) -> StyledText.Style? {
      guard word.utf8.count < 400, let value = Double(word) else { return nil }
      return value.isFinite ? .heat(value / scale) : .warning
    }
    var rest = Substring(text)
    while !rest.isEmpty {
      let separators = rest.prefix { isSeparator($0) }
      plain += separators
      rest = rest[separators.endIndex...]
      let word = rest.prefix { !isSeparator($0) }
      rest = rest[word.endIndex...]
      if let style = style(word) {
        result.append(plain)
        plain = ""
        result.append(String(word), style)
      } else {
        plain += word
      }
    }
    result.append(plain)
    return result
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character == " " || character == "[" || character == "]" || character == "\n"
  }
}
