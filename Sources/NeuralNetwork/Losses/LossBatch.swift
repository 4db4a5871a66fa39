import CKernels

/// An output beside its targets, as losses take it: buffers of one layout and precision, and the loss's only option.
struct LossBatch {
  let z: UnsafeRawPointer
  let a: UnsafeRawPointer
  let y: UnsafeRawPointer
  let layout: BatchLayout
  let precision: Precision
  /// 0 for a loss without options.
  let option: Double

  var outputs: Int { layout.units }
  var kernels: UnsafePointer<nn_kernels> { precision.kernels }

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

  /// How many answers are right; of element-wise tasks, how many elements. Not of a regression.
  func countRight(_ task: Task) -> Int {
    let columns = layout.stride
    guard let (threshold, low, high) = task.classes else {
      return task == .regression
        ? 0
        : kernels.pointee.count_right_classes(a, y, layout.rows, outputs, columns == nil ? outputs : 1, columns ?? 1)
    }
    guard let columns else { return kernels.pointee.count_right(a, y, layout.count, threshold, low, high) }
    var right = 0
    for unit in 0..<outputs {
      let offset = unit * columns * precision.itemSize
      right += kernels.pointee.count_right(a + offset, y + offset, layout.rows, threshold, low, high)
    }
    return right
  }

  /// `scale` times its derivative; the padding's is not 0.
  func gradient(_ kernel: nn_loss, _ result: UnsafeMutableRawPointer, scale: Double = 1) {
    nn_get_gradient(kernels, Int32(kernel.rawValue))!(a, y, result, layout.count, option, scale)
  }
}
