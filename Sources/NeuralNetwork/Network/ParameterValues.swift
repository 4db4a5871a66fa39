import Glibc

/// The parameters as they were when a pass was made: a step, or an assignment, may change them before the pass is explained.
final class ParameterValues: @unchecked Sendable, Equatable {
  /// W1, b1, W2, b2, …: weights inputs × units.
  let buffers: [Buffer]

  init(_ layers: [DenseLayer]) {
    buffers = layers.flatMap(\.parameters).map { Buffer(copying: $0.value) }
  }

  static func == (left: ParameterValues, right: ParameterValues) -> Bool { left.buffers == right.buffers }

  func weights(_ layer: Int) -> Buffer { buffers[2 * layer - 2] }
  func bias(_ layer: Int) -> Buffer { buffers[2 * layer - 1] }
}

extension Buffer: Equatable {
  /// The same bits.
  static func == (left: Buffer, right: Buffer) -> Bool {
    left === right
      || left.count == right.count && left.precision == right.precision
        && memcmp(left.bytes, right.bytes, left.count * left.precision.itemSize) == 0
  }
}
