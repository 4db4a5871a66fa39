/// What a JSON text holds (RFC 8259), members in the order given.
indirect enum JSONValue {
  case string(String)
  case number(Int)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Indented by one blank a level, as Jupyter writes its files.
  func text() -> String {
    var bytes: [UInt8] = []
    write(into: &bytes, indentation: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(into bytes: inout [UInt8], indentation: Int) {
    func newLine(_ depth: Int) { bytes += [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: depth) }
    switch self {
    case .number(let number): bytes += Array(String(number).utf8)
    case .string(let string): JSONValue.write(string, into: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(indentation + 1)
        item.write(into: &bytes, indentation: indentation + 1)
      }
      if !items.isEmpty { newLine(indentation) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (i, (name, value)) in members.enumerated() {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(indentation + 1)
        JSONValue.write(name, into: &bytes)
        bytes += Array(": ".utf8)
        value.write(into: &bytes, indentation: indentation + 1)
      }
      if !members.isEmpty { newLine(indentation) }
      bytes.append(UInt8(ascii: "}"))
    }
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
