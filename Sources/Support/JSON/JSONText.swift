extension JSON {
  package enum Layout {
    case compact
    /// By one blank a level, as Jupyter writes its files.
    case indented
  }

  package func text(_ layout: Layout = .compact) -> String {
    var bytes: [UInt8] = []
    write(into: &bytes, depth: layout == .compact ? nil : 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter depth: how far the lines are indented; nil if all is one line.
  private func write(into bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
    case .integer(let number): bytes += Array(String(number).utf8)
    // JSON has no NaN and no infinities.
    case .number(let number): bytes += Array((number.isFinite ? "\(number)" : "null").utf8)
    case .string(let string): JSON.write(string, into: &bytes)
    case .array(let items):
      JSON.write(items, "[", "]", into: &bytes, depth) { item, bytes, depth in item.write(into: &bytes, depth: depth) }
    case .object(let members):
      JSON.write(members, "{", "}", into: &bytes, depth) { member, bytes, depth in
        JSON.write(member.name, into: &bytes)
        bytes += Array((depth == nil ? ":" : ": ").utf8)
        member.value.write(into: &bytes, depth: depth)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, into bytes: inout [UInt8], _ depth: Int?,
    _ writeItem: (Item, inout [UInt8], Int?) -> Void
  ) {
    func newLine(_ depth: Int?) {
      if let depth { bytes += [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: depth) }
    }
    bytes.append(UInt8(ascii: opening))
    for (i, item) in items.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(depth.map { $0 + 1 })
      writeItem(item, &bytes, depth.map { $0 + 1 })
    }
    if !items.isEmpty { newLine(depth) }
    bytes.append(UInt8(ascii: closing))
  }

  private static func write(_ string: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
      case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
      case 0..<32:
        let digits = String(byte, radix: 16)
        bytes += Array(("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
