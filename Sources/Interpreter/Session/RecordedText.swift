/// Output as a notebook records it: one comment for each line.
public enum RecordedText {
  /// How a recorded line starts.
  public static let mark = "#>"

  /// The lines of an output. Control characters are written as Python escapes them: a carriage return would end the comment, and what
  /// follows it would be run.
  public static func lines(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { escaped(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// A line of an output as the comment that records it.
  public static func comment(_ line: String) -> String { line.isEmpty ? mark : mark + " " + line }

  private static func escaped(_ line: Substring) -> String {
    guard line.unicodeScalars.contains(where: isControl) else { return String(line) }
    var result = ""
    for scalar in line.unicodeScalars {
      if !isControl(scalar) {
        result.unicodeScalars.append(scalar)
      } else if scalar == "\r" {
        result += "\\r"
      } else {
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 && scalar != "\t" || (127..<160).contains(scalar.value)
  }
}
