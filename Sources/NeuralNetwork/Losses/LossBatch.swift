import CKernels

/// An output beside its targets, as losses take it: buffers of one layout and precision, and the loss's options.
struct LossBatch {
  let z: UnsafeRawPointer
  let a: UnsafeRawPointer
  let y: UnsafeRawPointer
  let layout: BatchLayout
  let precision: Precision
  let options: [Double]

  var outputs: Int { layout.units }
  var kernels: UnsafePointer<nn_kernels> { precision.kernels }
  /// The first option, 0 without options.
  var option: Double { options.first ?? 0 }

  /// The sum of a loss of each number by itself.
  func sum(_ kernel: nn_loss) -> Double {
    let value = nn_get_loss(kernels, Int32(kernel.rawValue))!
    guard let stride = layout.stride, stride != layout.rows else { return value(z, a, y, layout.count, option) }
    // Column by column, without the padding.
    var sum = 0.0
    for unit in 0..<outputs {
      let offset = unit * stride * precision.itemSize
      sum += value(z + offset, a + offset, y + offset, layout.rows, option)
    }
    return sum
  }

  /// `scale` times its derivative; the padding's is not 0.
  func gradient(_ kernel: nn_loss, _ result: UnsafeMutableRawPointer, scale: Double = 1) {
    nn_get_gradient(kernels, Int32(kernel.rawValue))!(a, y, result, layout.count, option, scale)
  }
}
