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
