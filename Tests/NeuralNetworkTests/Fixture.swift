import Arrays
import Foundation
import NeuralNetwork

/// The numbers that a script beside the fixture wrote, by key.
struct Fixture {
  let values: [String: [Double]]

  init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    var values: [String: [Double]] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      values[String(fields[0])] = fields.dropFirst().map { Double($0)! }
    }
    self.values = values
  }

  subscript(key: String) -> [Double] { values[key]! }
  func matrix(_ key: String, columns: Int) -> NDArray {
    NDArray(self[key], shape: [self[key].count / columns, columns])
  }
}

extension NDArray {
  /// The elements as Double in C order, whatever the strides.
  var list: [Double] {
    func element(_ offset: Int) -> Double {
      switch dtype {
      case .float64: doubles[offset]
      case .int64: Double(ints[offset])
      case .bool: bools[offset] ? 1 : 0
      }
    }
    func walk(_ axis: Int, _ offset: Int) -> [Double] {
      if axis == shape.count { return [element(offset)] }
      return (0..<shape[axis]).flatMap { walk(axis + 1, offset + $0 * strides[axis]) }
    }
    return walk(0, 0)
  }

  /// A contiguous transposed copy of a matrix.
  var turned: NDArray {
    let view = NDArray(viewing: self, shape: [shape[1], shape[0]], strides: [strides[1], strides[0]], offset: 0)
    return NDArray(view.list, shape: view.shape)
  }
}

func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
  a == b || abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-12)
}

func close(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-10) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { close($0, $1, tolerance) }
}

func dense(_ units: Int, _ activation: String) -> Layer {
  .dense(units: units, activation: try! Activation(activation))
}

/// Normal numbers of a seeded generator.
func normal(_ shape: Dims, _ random: RandomState) -> NDArray {
  NDArray((0..<shape.product).map { _ in random.standardNormal() }, shape: shape)
}
