/// The text that a file's bytes are. Everything is UTF-8.
package enum TextBytes {
  /// - Parameter keepsMark: whether a byte order mark stays, for a file that is written again.
  package static func text(_ bytes: [UInt8], path: String, keepsMark: Bool = false) throws(FileError) -> String {
    if bytes.contains(0) { throw .binary(path: path) }
    let mark = !keepsMark && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(validating: bytes[mark...], as: UTF8.self) else {
      throw .notUTF8(path: path, line: firstBadLine(bytes))
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
