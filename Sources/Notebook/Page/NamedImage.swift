import Support

/// A picture beside a notebook that one of its texts names.
enum NamedImage {
  private static let limit = 1 << 24

  /// The file as a `data:` address; nil unless it is a picture of at most 16 MB that lies in the notebook's folder or below it, wherever links
  /// and dots lead.
  static func dataAddress(_ address: String, folder: String) -> String? {
    if address.hasPrefix("data:image/") { return address }
    guard !address.contains(":"), !address.hasPrefix("/"),
      let home = RawPath(folder.isEmpty ? "." : folder).resolved,
      let file = RawPath(folder + decoded(address)).resolved,
      file.bytes.starts(with: home.bytes + (home.bytes == [slash] ? [] : [slash])),
      let bytes = try? FileReader(file.text, isCancelled: { false }).readAll(limit: limit),
      let type = mediaType(FileKind.of(bytes))
    else { return nil }
    return "data:\(type);base64,\(Base64.text(bytes))"
  }

  private static let slash = UInt8(ascii: "/")

  private static func mediaType(_ kind: FileKind) -> String? {
    switch kind {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .svg: "image/svg+xml"
    default: nil
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
