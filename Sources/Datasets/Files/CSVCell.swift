/// What a cell says that is not plainly a number.
enum CSVCell {
  /// Whether a cell says that there is no value, as pandas takes it, and `?` of older collections.
  static func saysMissing(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.count <= 8 && missing.contains(String(decoding: cell, as: UTF8.self))
  }

  private static let missing: Set<String> = [
    "?", "NA", "N/A", "n/a", "#N/A", "#NA", "<NA>", "NULL", "null", "NaN", "nan", "NAN", "-NaN", "-nan", "None",
  ]

  /// Whether a cell is a number that nn does not write so: `1,5`, `1 000`, `0x1f`, `12%`, `$3`, `1e400`, `inf`. A column of these is a
  /// mistake, not a column of words.
  static func looksLikeNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    guard cell.count <= 60, let text = String(validating: cell, as: UTF8.self) else { return false }
    var scalars = Array(text.lowercased().unicodeScalars)[...]
    if let first = scalars.first, signs.contains(first) { scalars.removeFirst() }
    if ["inf", "infinity", "∞"].contains(String(String.UnicodeScalarView(scalars))) { return true }
    while let first = scalars.first, currencies.contains(first) || first == " " { scalars.removeFirst() }
    while let last = scalars.last, currencies.contains(last) || last == "%" || last == " " { scalars.removeLast() }
    if let first = scalars.first, signs.contains(first) { scalars.removeFirst() }
    if scalars.count > 2, scalars.first == "0", let kind = scalars.dropFirst().first,
      "xob".unicodeScalars.contains(kind)
    {
      return scalars.dropFirst(2).allSatisfy { $0.properties.isASCIIHexDigit || $0 == "_" }
    }
    return isGrouped(scalars)
  }

  /// Digits of any script with separators between them, and an exponent. Points alone (`1.2.2024`, `10.0.0.1`) must stand between thousands.
  private static func isGrouped(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var points = 0
    var others = 0
    var digits = 0
    var isAfterExponent = false
    for (i, scalar) in zip(text.indices, text) {
      if scalar.properties.generalCategory == .decimalNumber {
        digits += 1
      } else if scalar == "." {
        points += 1
      } else if separators.contains(scalar) {
        others += 1
      } else if scalar == "e" || scalar == "d", digits > 0, !isAfterExponent, i + 1 < text.endIndex {
        isAfterExponent = true
      } else if signs.contains(scalar), isAfterExponent, text[i - 1] == "e" || text[i - 1] == "d" {
        continue
      } else {
        return false
      }
    }
    guard digits > 0 else { return false }
    if points < 2 || others > 0 { return true }
    return text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().allSatisfy { $0.count == 3 }
  }

  private static let signs: Set<Unicode.Scalar> = ["+", "-", "\u{2212}", "\u{2013}"]
  private static let currencies: Set<Unicode.Scalar> = ["$", "€", "£", "¥"]
  private static let separators: Set<Unicode.Scalar> = [",", ";", "|", "_", "'", "\u{2019}", " ", "\u{a0}", "\u{202f}"]

  /// Whether a number as it is written is a whole one that a float64 cannot hold, or cannot tell from its neighbours. `value` is what it was
  /// read as.
  @inline(__always)
  static func isRounded(_ cell: ArraySlice<UInt8>, _ value: Double) -> Bool {
    abs(value) >= 0x1p53 && isRoundedSlowly(cell, value)
  }

  private static func isRoundedSlowly(_ cell: ArraySlice<UInt8>, _ value: Double) -> Bool {
    let text = trimmed(cell)
    // With an exponent it is meant as a float.
    if text.contains(UInt8(ascii: "e")) || text.contains(UInt8(ascii: "E")) { return false }
    let digits = text.prefix { $0 != UInt8(ascii: ".") }.drop { !(49...57).contains($0) }
    return !digits.elementsEqual("9007199254740992".utf8)
  }
}

/// A cell without spaces around it.
func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var start = cell.startIndex
  var end = cell.endIndex
  while start < end, isSpace(cell[start]) { start += 1 }
  while end > start, isSpace(cell[end - 1]) { end -= 1 }
  return cell[start..<end]
}
