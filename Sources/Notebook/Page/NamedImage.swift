import Glibc

/// A picture beside a notebook that one of its texts names.
enum NamedImage {
  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml",
  ]
  private static let limit = 1 << 24

  /// The file as a `data:` address; nil if it lies elsewhere, is no picture, or is larger than 16 MB.
  static func dataAddress(_ address: String, folder: String) -> String? {
    if address.hasPrefix("data:image/") { return address }
    guard !address.contains(":"), !address.hasPrefix("/"), !address.split(separator: "/").contains(".."),
      let ending = address.split(separator: ".").last, let type = types[ending.lowercased()],
      let bytes = read(folder + decoded(address))
    else { return nil }
    return "data:\(type);base64,\(Base64.text(bytes))"
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  /// `a%20b` is `a b`.
  private static func decoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    let given = Array(address.utf8)
    var i = 0
    while i < given.count {
      if given[i] == UInt8(ascii: "%"), i + 2 < given.count,
        let byte = UInt8(String(decoding: given[i + 1...i + 2], as: UTF8.self), radix: 16), byte != 0
      {
        bytes.append(byte)
        i += 3
      } else {
        bytes.append(given[i])
        i += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// RFC 4648.
package enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for i in stride(from: 0, to: bytes.count, by: 3) {
      let rest = bytes.count - i
      let group =
        Int(bytes[i]) << 16 | (rest > 1 ? Int(bytes[i + 1]) << 8 : 0) | (rest > 2 ? Int(bytes[i + 2]) : 0)
      result.append(letters[group >> 18])
      result.append(letters[group >> 12 & 63])
      result.append(rest > 1 ? letters[group >> 6 & 63] : UInt8(ascii: "="))
      result.append(rest > 2 ? letters[group & 63] : UInt8(ascii: "="))
    }
    return String(decoding: result, as: UTF8.self)
  }
}
