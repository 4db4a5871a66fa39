import Glibc

/// Draws figures with the program gnuplot. It reads commands and numbers from its standard input and writes the picture to its standard
/// output, so no path ever reaches it; texts of the user reach it quoted.
public enum Gnuplot {
  private static let seconds = 30

  /// The picture's bytes.
  /// - Parameters:
  ///   - size: overrides the figure's own.
  ///   - isCancelled: asked now and then while gnuplot works; true ends it.
  public static func draw(
    _ figure: Figure, as format: PictureFormat, size: PictureSize? = nil, isCancelled: () -> Bool = { false }
  ) throws(PlottingError) -> [UInt8] {
    let size = size ?? (format.isText ? nil : figure.size) ?? format.defaultSize
    let script = GnuplotScript(figure, format, size)
    // Its own set-up files and variables of the user must not change a picture: -d, and an environment of our own.
    let result = try ChildProcess.run(
      "gnuplot", ["-d"], environment: ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"], input: script.bytes,
      seconds: Double(seconds), isCancelled: isCancelled)
    if result.isTimedOut { throw .timedOut(seconds: seconds) }
    if let signal = result.signal { throw .killed(signal: signal) }
    if result.exitCode != 0 || result.output.isEmpty { throw .failed(message: firstLine(result.errors)) }
    return format.isText ? trimmed(result.output) : result.output
  }

  /// Spaces at the ends of lines and empty lines at both ends carry nothing.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var lines: [Substring] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line
      // A page break, and the default colour that gnuplot sets without need.
      while let first = line.first, first == "\u{0C}" { line.removeFirst() }
      lines.append(line)
    }
    func isBlank(_ line: Substring) -> Bool { visible(line).allSatisfy { $0 == " " } }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    var text = ""
    for line in lines {
      var line = line
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return Array(text.utf8)
  }

  /// A line without its escape sequences.
  private static func visible(_ line: Substring) -> String {
    var result = ""
    var isEscape = false
    for character in line {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        if character.isLetter { isEscape = false }
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// gnuplot repeats the line, points with a caret, then says what is wrong: that last line.
  private static func firstLine(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let message = lines.last { $0.contains(where: \.isLetter) } ?? "it wrote nothing"
    return String(message.unicodeScalars.prefix(120).map { $0.value < 32 ? " " : Character($0) })
  }
}
