import Arrays
import Support

/// Text files, whole: scripts and notebooks. What is no text is an error that says what it is.
public enum TextFile {
  /// More is no script, and would only fill the memory.
  private static let limit = 1 << 28

  /// - Parameter keepsMark: whether a byte order mark stays, for a file that is written again.
  public static func read(_ path: String, keepsMark: Bool = false) throws(Fault) -> String {
    try faulting { () throws(FileError) in
      let file = try FileReader(path, from: .filesAndPipes) { Cancellation.isRequested }
      let bytes = try file.readAll(limit: limit)
      let kind = FileKind.of(bytes)
      guard [.text, .empty, .binary].contains(kind) else { throw .notAProgram(path: path, kind: kind) }
      return try TextBytes.text(bytes, path: path, keepsMark: keepsMark)
    }
  }

  public static func standardInput() throws(Fault) -> String {
    try faulting { () throws(FileError) in
      let file = try FileReader(standardInput: "standard input") { Cancellation.isRequested }
      return try TextBytes.text(file.readAll(limit: limit), path: file.path)
    }
  }

  /// The text of bytes: UTF-8, a byte order mark left out.
  public static func text(_ bytes: [UInt8], name: String) throws(Fault) -> String {
    // A word of the command line may hold any bytes.
    let bytes = RawPath(String(decoding: bytes, as: UTF8.self)).bytes
    return try faulting { () throws(FileError) in try TextBytes.text(bytes, path: name) }
  }

  /// Writes the text so that a crash leaves the old file or the new one, and over nothing but files of these kinds.
  public static func write(_ text: String, to path: String, over kinds: [FileKind]) throws(Fault) {
    try write(Array(text.utf8), to: path, over: kinds)
  }

  public static func write(_ bytes: [UInt8], to path: String, over kinds: [FileKind]) throws(Fault) {
    try faulting { () throws(FileError) in try AtomicFile.write(bytes, to: path, over: kinds) }
  }

  /// Whether ``write(_:to:over:)-(String,_,_)`` would take the place, before the work whose result is to be written.
  public static func checkWriting(_ path: String, over kinds: [FileKind]) throws(Fault) {
    _ = try faulting { () throws(FileError) in try AtomicFile.check(path, over: kinds) }
  }

  private static func faulting<Result>(_ body: () throws(FileError) -> Result) throws(Fault) -> Result {
    do throws(FileError) { return try body() } catch {
      throw Fault(.file, error.sentence, hint: error.hint)
    }
  }
}
