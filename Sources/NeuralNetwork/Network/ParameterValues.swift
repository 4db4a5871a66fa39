import Glibc

/// The parameters as they were when a pass was made: a step, or an assignment, may change them before the pass is explained.
final class ParameterValues: @unchecked Sendable, Equatable {
  /// W1, b1, W2, b2, …: weights inputs × units.
  let buffers: [Buffer]

  init(_ layers: [DenseLayer]) {
    buffers = layers.flatMap(\.parameters).map { parameter in
      let copy = Buffer(parameter.count, parameter.precision)
      memcpy(copy.bytes, parameter.value.bytes, parameter.count * parameter.precision.itemSize)
      return copy
    }
  }

  /// The same bits.
  static func == (left: ParameterValues, right: ParameterValues) -> Bool {
    left.buffers.count == right.buffers.count
      && zip(left.buffers, right.buffers).allSatisfy {
        $0.count == $1.count && $0.precision == $1.precision
          && memcmp($0.bytes, $1.bytes, $0.count * $0.precision.itemSize) == 0
      }
  }

  func weights(_ layer: Int) -> Buffer { buffers[2 * layer - 2] }
  func bias(_ layer: Int) -> Buffer { buffers[2 * layer - 1] }
}
