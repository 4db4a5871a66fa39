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
    let size = size ?? figure.size ?? PictureFormat.defaultSize
    return try run(GnuplotScript(figure, format, size), isCancelled)
  }

  static func run(_ script: GnuplotScript, _ isCancelled: () -> Bool) throws(PlottingError) -> [UInt8] {
    // Its own set-up files and variables of the user must not change a picture: -d, and an environment of our own.
    let result = try ChildProcess.run(
      "gnuplot", ["-d"], environment: ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"], input: script.bytes,
      seconds: Double(seconds), isCancelled: isCancelled)
    if result.isTimedOut { throw .timedOut(seconds: seconds) }
    if let signal = result.signal { throw .killed(signal: signal) }
    if result.exitCode != 0 || result.output.isEmpty { throw .failed(message: firstLine(result.errors)) }
    return result.output
  }

  /// gnuplot repeats the line, points with a caret, then says what is wrong: that last line.
  private static func firstLine(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let message = lines.last { $0.contains(where: \.isLetter) } ?? "it wrote nothing"
    return String(message.unicodeScalars.prefix(120).map { $0.value < 32 ? " " : Character($0) })
  }
}
