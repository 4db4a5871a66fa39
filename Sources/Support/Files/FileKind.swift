import Glibc

/// What a file is, by its first bytes (and a notebook by its last), whatever its name ends in.
public enum FileKind: String, Sendable, CaseIterable {
  case directory, special, empty
  /// A network that nn's `save` wrote, and any other safetensors file.
  case network, safetensors
  case npy, zip, gzip, pdf, png, jpeg, gif, webp, svg, html
  /// A Jupyter notebook.
  case jupyter
  case text, binary

  /// What is read of each end.
  private static let window = 1 << 13

  /// What stands at the path, links followed; nil if nothing does.
  package static func of(_ path: String) throws(FileError) -> FileKind? {
    guard let status = RawPath(path).status else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .failed(.read, path: path, code: errno)
    }
    if status.isDirectory { return .directory }
    guard status.isRegular else { return .special }
    let reader = try FileReader(path, isCancelled: { false })
    let head = try reader.readStart(window)
    return of(head: head, tail: reader.end(window), size: reader.size)
  }

  package static func of(_ bytes: [UInt8]) -> FileKind {
    of(head: Array(bytes.prefix(window)), tail: Array(bytes.suffix(window)), size: bytes.count)
  }

  private static let signatures: [(FileKind, [UInt8])] = [
    (.npy, [0x93] + Array("NUMPY".utf8)), (.zip, Array("PK\u{3}\u{4}".utf8)), (.zip, Array("PK\u{5}\u{6}".utf8)),
    (.gzip, [0x1F, 0x8B]), (.pdf, Array("%PDF-".utf8)), (.png, [0x89] + Array("PNG\r\n\u{1A}\n".utf8)),
    (.jpeg, [0xFF, 0xD8, 0xFF]), (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
  ]

  private static func of(head: [UInt8], tail: [UInt8], size: Int) -> FileKind {
    if head.isEmpty { return .empty }
    if let (kind, _) = signatures.first(where: { head.starts(with: $0.1) }) { return kind }
    if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
    if isSafetensors(head, size) { return holds(head, "\"format\":\"nn\"") ? .network : .safetensors }
    guard isText(head) else { return .binary }
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = head[mark...].drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if start.first == UInt8(ascii: "{"), holds(head, "\"nbformat\"") || holds(tail, "\"nbformat\"") { return .jupyter }
    guard start.first == UInt8(ascii: "<") else { return .text }
    let letters = start.prefix(1 << 10).map { (65...90).contains($0) ? $0 + 32 : $0 }
    if letters.starts(with: Array("<!doctype html".utf8)) || letters.starts(with: Array("<html".utf8)) { return .html }
    let isMarkup = ["<?xml", "<!--", "<!doctype svg", "<svg"].contains { letters.starts(with: Array($0.utf8)) }
    return isMarkup && holds(letters, "<svg") ? .svg : .text
  }

  /// Eight bytes of length, little-endian, that fit the file, and a JSON object.
  private static func isSafetensors(_ head: [UInt8], _ size: Int) -> Bool {
    guard head.count > 9, head[8] == UInt8(ascii: "{") else { return false }
    let length = head[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return length >= 2 && length <= UInt64(max(0, size - 8))
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    // The window may end inside a character.
    (0..<4).contains { cut in
      cut < bytes.count && String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    } && !bytes.contains(0)
  }

  private static func holds(_ bytes: [UInt8], _ words: String) -> Bool {
    let wanted = Array(words.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
  }
}
