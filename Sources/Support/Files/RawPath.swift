import Glibc

/// A path as the system has it: bytes, which need not be UTF-8, while nn carries paths as strings. A byte that is no part of UTF-8
/// becomes a scalar of its own in a private area of Unicode, and the same byte again on the way back, as Python's `surrogateescape` does it.
package struct RawPath: Sendable {
  /// Without the zero at the end.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// U+10FE80 … U+10FEFF stand for the bytes 0x80 … 0xFF.
  private static let escapes: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

  package init(_ text: String) {
    guard text.unicodeScalars.contains(where: { RawPath.escapes.contains($0.value) }) else {
      bytes = Array(text.utf8)
      return
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if RawPath.escapes.contains(scalar.value) {
        bytes.append(UInt8(scalar.value & 0xFF))
      } else {
        bytes += Array(String(Character(scalar)).utf8)
      }
    }
    self.bytes = bytes
  }

  /// The path as nn carries it.
  package var text: String {
    if let text = String(validating: bytes, as: UTF8.self), RawPath(text).bytes == bytes { return text }
    var result = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      // A name may hold one of the scalars that stand for bytes: then its own bytes are escaped.
      let length = [1, 2, 3, 4].first { count in
        count <= rest.count && String(validating: rest.prefix(count), as: UTF8.self) != nil
      }
      if let length, let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first,
        !RawPath.escapes.contains(scalar.value)
      {
        result.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        result.append(Unicode.Scalar(RawPath.escapes.lowerBound + UInt32(first & 0x7F))!)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  /// What a C function gave.
  package init(_ pointer: UnsafePointer<CChar>) {
    bytes = Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
  }

  /// What the system takes; nil where a zero byte would end it early.
  package var terminated: [CChar]? { bytes.contains(0) ? nil : bytes.map { CChar(bitPattern: $0) } + [0] }

  /// Up to the last slash, with it; empty in the current folder.
  package var folder: RawPath {
    RawPath(bytes: Array(bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)]))
  }

  /// Behind the last slash.
  package var name: [UInt8] { Array(bytes[folder.bytes.count...]) }

  package func appending(_ name: [UInt8]) -> RawPath { RawPath(bytes: bytes + name) }

  /// The same place without links and dots; nil if there is nothing.
  package var resolved: RawPath? {
    guard let terminated, let real = realpath(terminated, nil) else { return nil }
    defer { free(real) }
    return RawPath(UnsafePointer(real))
  }

  /// Where what is written to this path comes to stand: links are followed, also one whose target is not there yet.
  package func target() throws(FileError) -> RawPath {
    var path = self
    for _ in 0..<40 {
      if let resolved = path.resolved { return resolved }
      guard let terminated = path.terminated else { break }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { raw in
        readlink(terminated, raw.baseAddress!.assumingMemoryBound(to: CChar.self), raw.count)
      }
      guard count > 0 else { return path }
      let link = Array(buffer[..<count])
      path = link[0] == UInt8(ascii: "/") ? RawPath(bytes: link) : path.folder.appending(link)
    }
    throw .failed(.write, path: text, code: terminated == nil ? ENOENT : ELOOP)
  }

  /// What the system says about it, links followed; nil if there is nothing.
  package var status: stat? {
    var status = stat()
    guard let terminated, stat(terminated, &status) == 0 else { return nil }
    return status
  }
}

extension stat {
  package var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
  package var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
}

/// Whether two paths lead to one file, whatever they are called: by links of either kind, by `./`, by another spelling.
package func isSameFile(_ first: String, _ second: String) -> Bool {
  guard let one = RawPath(first).status, let other = RawPath(second).status else { return false }
  return one.st_dev == other.st_dev && one.st_ino == other.st_ino
}
