import Arrays
import Foundation
import Testing

/// A line of a fixture that `operations.py` wrote: an operation on arrays and NumPy's result.
struct OracleCase {
  let line: String
  let family: String
  let operation: String
  /// The operands and parameters as written.
  let fields: [Substring]
  /// The result as written.
  let expected: Substring

  static func read(_ name: String) throws -> [OracleCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      return OracleCase(
        line: String(line), family: String(parts[0]), operation: String(parts[1]),
        fields: Array(parts[2..<(parts.count - 1)]),
        expected: parts[parts.count - 1])
    }
  }

  /// Whether operand `i` is a number.
  func isScalar(_ i: Int) -> Bool { fields[i].first!.isUppercase }

  func scalar(_ i: Int) -> Scalar {
    let parts = fields[i].split(separator: "|")
    return switch parts[0] {
    case "F": .float(Double(parts[1])!)
    case "I": .int(Int(parts[1])!)
    default: .bool(parts[1] == "1")
    }
  }

  func array(_ i: Int) -> NDArray {
    let parts = fields[i].split(separator: "|", omittingEmptySubsequences: false)
    let result = OracleCase.plain(parts[0], parts[1], parts[3])
    return parts[2].split(separator: " ").reduce(result) { OracleCase.view($0, $1) }
  }

  func axes(_ i: Int, of array: NDArray) throws -> AxisSet {
    try AxisSet(fields[i] == "all" ? nil : fields[i].split(separator: ",").map { Int($0)! }, of: array.dimensions)
  }

  private static func plain(_ kind: Substring, _ shape: Substring, _ elements: Substring) -> NDArray {
    let shape = Dims(shape.split(separator: ",").map { Int($0)! })
    let words = elements.split(separator: " ")
    return switch kind {
    case "f": NDArray(words.map { Double($0)! }, shape: shape)
    case "i": NDArray(words.map { Int($0)! }, shape: shape)
    default: NDArray(words.map { $0 == "1" }, shape: shape)
    }
  }

  private static func view(_ array: NDArray, _ word: Substring) -> NDArray {
    var (shape, strides, offset) = (array.shape, array.strides, 0)
    let number = Int(word.dropFirst()) ?? 0
    switch word.first! {
    case "t":
      shape = Dims(array.shape.reversed())
      strides = Dims(array.strides.reversed())
    case "r":
      offset = max(shape[number] - 1, 0) * strides[number]
      strides[number] = -strides[number]
    case "s":
      shape[number] = (shape[number] + 1) / 2
      strides[number] *= 2
    default:
      shape.insert(number, at: 0)
      strides.insert(0, at: 0)
    }
    return NDArray(viewing: array, shape: shape, strides: strides, offset: offset)
  }

  /// Compares what `compute` gives with what NumPy gave. `tolerance` is relative to the element and, a thousandth of it, to the largest one; 0 asks for
  /// the same bits (any nan is as good as another).
  func check(tolerance: Double = 0, _ compute: () throws -> NDArray) {
    do {
      let result = try compute()
      guard expected != "error" else {
        Issue.record("NumPy refuses: \(line)")
        return
      }
      let parts = expected.split(separator: "|", omittingEmptySubsequences: false)
      let wanted = OracleCase.plain(parts[0], parts[1], parts[2])
      guard wanted.dtype == result.dtype, wanted.shape == result.shape else {
        Issue.record("\(result.dtype) \(result.shape.text) in \(line)")
        return
      }
      if let i = OracleCase.firstDifference(wanted, result, tolerance) { Issue.record("element \(i) of \(line)") }
    } catch {
      if expected != "error" { Issue.record("\(error) in \(line)") }
    }
  }

  private static func firstDifference(_ wanted: NDArray, _ result: NDArray, _ tolerance: Double) -> Int? {
    var scalars: [Scalar] = []
    result.forEachElement { scalars.append($0) }
    var largest = 0.0
    for scalar in scalars where scalar.double.isFinite { largest = max(largest, scalar.double.magnitude) }
    return scalars.indices.first { i in
      guard case .float(let value) = scalars[i] else {
        return wanted.dtype == .bool ? scalars[i] != .bool(wanted.bools[i]) : scalars[i] != .int(wanted.ints[i])
      }
      let target = wanted.doubles[i]
      if value.bitPattern == target.bitPattern || value.isNaN && target.isNaN { return false }
      return !((value - target).magnitude <= tolerance * (target.magnitude + largest / 1000))
    }
  }
}
