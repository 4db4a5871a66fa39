import Support

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
    try? FileReader(path) { false }.readAll(limit: limit)
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
