import Arrays
import Glibc
import NeuralNetwork

/// Text files, whole: scripts and notebooks. What is no text is an error that says what it is.
public enum TextFile {
  /// More is no script, and would only fill the memory.
  private static let limit = 1 << 28

  /// - Parameter keepsMark: whether a byte order mark stays, for a file that is written again.
  public static func read(_ path: String, keepsMark: Bool = false) throws(Fault) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw Fault(.file, "there is no file \(path)")
      case EACCES: throw Fault(.file, "\(path) may not be read")
      default: throw Fault(.file, "cannot open \(path): \(reason(errno))")
      }
    }
    defer { close(descriptor) }
    return try text(descriptor, name: path, keepsMark: keepsMark)
  }

  public static func standardInput() throws(Fault) -> String { try text(STDIN_FILENO, name: "standard input") }

  private static func text(_ descriptor: Int32, name: String, keepsMark: Bool = false) throws(Fault) -> String {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Fault(.file, "\(name) is a directory")
    }
    return try text(try bytes(descriptor, name: name, expected: Int(status.st_size)), name: name, keepsMark: keepsMark)
  }

  private static func bytes(_ descriptor: Int32, name: String, expected: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(1 << 16, min(expected, limit) + 1)
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, room)
        initialized = max(0, count)
      }
      if count < 0 {
        if errno == EINTR, !Cancellation.isRequested { continue }
        if errno == EINTR { return bytes }
        throw Fault(.file, "cannot read \(name): \(reason(errno))")
      }
      if count == 0 { return bytes }
      bytes += piece
      if bytes.count > limit { throw Fault(.file, "\(name) is too large for a script") }
      room = 1 << 16
    }
  }

  /// The text of bytes: UTF-8, a byte order mark left out unless it is wanted.
  public static func text(_ bytes: [UInt8], name: String, keepsMark: Bool = false) throws(Fault) -> String {
    if bytes.contains(0) { throw Fault(.file, "\(name) is a binary file, not a script") }
    let mark = !keepsMark && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(validating: bytes[mark...], as: UTF8.self) else {
      throw Fault(.file, "\(name) is not UTF-8 text (line \(firstBadLine(bytes)))")
    }
    return text
  }

  /// Writes the text so that a crash leaves the old file or the new one.
  public static func write(_ text: String, to path: String) throws(Fault) { try write(Array(text.utf8), to: path) }

  public static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Fault(.file, error.sentence, hint: error.hint)
    }
  }

  /// `no such file or directory`
  static func reason(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" { line += 1 }
    }
    return line
  }
}
