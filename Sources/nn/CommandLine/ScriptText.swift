import Glibc

/// Reads the text of a script, and refuses what is none.
enum ScriptText {
  struct Failure: Error {
    var sentence: String
  }

  /// More is no script, and would only fill the memory.
  private static let limit = 1 << 28

  static func file(_ path: String) throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw Failure(sentence: "there is no file \(path)")
      case EACCES: throw Failure(sentence: "\(path) may not be read")
      default: throw Failure(sentence: "cannot open \(path): \(String(cString: strerror(errno)))")
      }
    }
    defer { close(descriptor) }
    return try text(descriptor, name: path)
  }

  static func standardInput() throws(Failure) -> String { try text(STDIN_FILENO, name: "standard input") }

  private static func text(_ descriptor: Int32, name: String) throws(Failure) -> String {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(sentence: "\(name) is a directory")
    }
    return try text(try bytes(descriptor, name: name, expected: Int(status.st_size)), name: name)
  }

  private static func bytes(_ descriptor: Int32, name: String, expected: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(1 << 16, min(expected, limit) + 1)
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, room)
        initialized = max(0, count)
      }
      if count < 0 {
        if errno == EINTR, !Interrupts.isPending { continue }
        if errno == EINTR { return bytes }
        throw Failure(sentence: "cannot read \(name): \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += piece
      if bytes.count > limit { throw Failure(sentence: "\(name) is too large for a script") }
      room = 1 << 16
    }
  }

  /// The text of bytes: UTF-8, a byte order mark left out.
  static func text(_ bytes: [UInt8], name: String) throws(Failure) -> String {
    if bytes.contains(0) { throw Failure(sentence: "\(name) is a binary file, not a script") }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(validating: bytes[mark...], as: UTF8.self) else {
      throw Failure(sentence: "\(name) is not UTF-8 text (line \(firstBadLine(bytes)))")
    }
    return text
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
