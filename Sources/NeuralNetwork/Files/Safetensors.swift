import Arrays
import Support

/// A file of named tensors in the safetensors format: 8 bytes little-endian length of a JSON header, the header, the data.
/// (https://huggingface.co/docs/safetensors) Here every tensor is float64, and every offset is checked before a byte is used.
struct Safetensors {
  struct Tensor: Equatable {
    let name: String
    let shape: [Int]
    let values: [Double]
  }

  var metadata: [String: String]
  var tensors: [Tensor]

  /// The longest header that is read.
  static let longestHeader = 16 << 20

  // MARK: Writing

  func bytes() throws(NetworkError) -> [UInt8] {
    var entries: [(String, JSON)] = [
      ("__metadata__", .members(metadata.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    ]
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.values.count * 8
      let offsets = JSON.array([.integer(offset), .integer(end)])
      let shape = JSON.array(tensor.shape.map(JSON.integer))
      entries.append((tensor.name, .members([("dtype", .string("F64")), ("shape", shape), ("data_offsets", offsets)])))
      offset = end
    }
    var header = Array(JSON.members(entries).text().utf8)
    // The data begin at a multiple of 8.
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    var result: [UInt8] = []
    result.reserveCapacity(8 + header.count + offset)
    Self.append(UInt64(header.count), to: &result)
    result += header
    for tensor in tensors {
      if Cancellation.isRequested { throw .interrupted }
      // Little-endian, as every machine is that nn runs on.
      tensor.values.withUnsafeBytes { result += $0 }
    }
    return result
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  // MARK: Reading

  struct Malformed: Error {
    let reason: String
  }

  init(metadata: [String: String], tensors: [Tensor]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  init(_ bytes: [UInt8]) throws(Malformed) {
    guard bytes.count >= 8 else { throw Malformed(reason: "it is shorter than 8 bytes") }
    let length = Self.number(bytes, at: 0)
    guard length <= UInt64(Self.longestHeader), length <= UInt64(bytes.count - 8) else {
      throw Malformed(reason: "the header's length is \(length), the file's \(bytes.count)")
    }
    let start = 8 + Int(length)
    let header = try Self.header(Array(bytes[8..<start]))
    metadata = [:]
    var entries: [(name: String, shape: [Int], begin: Int, end: Int)] = []
    for member in header {
      let (name, value) = (member.name, member.value)
      if name == "__metadata__" {
        metadata = try Self.metadata(value)
      } else {
        entries.append(try Self.entry(name, value))
      }
    }
    // In the order of their data, which must lie one after the other, without gaps or overlaps, to the end of the file.
    entries.sort { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }
    var position = 0
    tensors = []
    for entry in entries {
      guard entry.begin == position, entry.end <= bytes.count - start else {
        throw Malformed(reason: "the offsets of '\(entry.name)' overlap, leave a gap or run past the end of the file")
      }
      let values = [Double](unsafeUninitializedCapacity: (entry.end - entry.begin) / 8) { target, count in
        count = target.count
        bytes.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(target).copyMemory(
            from: .init(rebasing: $0[start + entry.begin..<start + entry.end]))
        }
      }
      tensors.append(Tensor(name: entry.name, shape: entry.shape, values: values))
      position = entry.end
    }
    guard position == bytes.count - start else { throw Malformed(reason: "there are bytes that belong to no tensor") }
  }

  private static func header(_ bytes: [UInt8]) throws(Malformed) -> [JSON.Member] {
    let value: JSON
    do throws(JSON.Malformed) { value = try JSON.parse(bytes) } catch {
      throw Malformed(reason: "the header is not JSON: \(error.reason) at byte \(error.byte)")
    }
    guard case .object(let members) = value else { throw Malformed(reason: "the header is not a JSON object") }
    return members
  }

  private static func metadata(_ value: JSON) throws(Malformed) -> [String: String] {
    guard case .object(let members) = value else { throw Malformed(reason: "__metadata__ is no object") }
    var result: [String: String] = [:]
    for member in members {
      guard case .string(let text) = member.value else {
        throw Malformed(reason: "__metadata__ holds more than strings")
      }
      result[member.name] = text
    }
    return result
  }

  private static func entry(
    _ name: String, _ value: JSON
  ) throws(Malformed) -> (name: String, shape: [Int], begin: Int, end: Int) {
    guard case .string(let dtype)? = value["dtype"], let shape = integers(value["shape"]),
      let offsets = integers(value["data_offsets"]), offsets.count == 2
    else { throw Malformed(reason: "'\(name)' has no dtype, shape and data_offsets") }
    guard dtype == "F64" else { throw Malformed(reason: "'\(name)' has dtype \(dtype), not F64") }
    var size = 8
    for extent in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: extent)
      if overflow { throw Malformed(reason: "the shape of '\(name)' is too large") }
      size = product
    }
    guard offsets[0] <= offsets[1], offsets[1] - offsets[0] == size else {
      throw Malformed(reason: "the offsets of '\(name)' do not fit its shape")
    }
    return (name, shape, offsets[0], offsets[1])
  }

  private static func integers(_ value: JSON?) -> [Int]? {
    guard case .array(let items)? = value else { return nil }
    var result: [Int] = []
    for item in items {
      guard case .integer(let number) = item, number >= 0 else { return nil }
      result.append(number)
    }
    return result
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> UInt64 {
    bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }
}
