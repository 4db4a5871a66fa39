import Arrays
import CKernels

/// Samples in rows, as a training takes them: an array's memory in float64 or float32, gathered into the network's precision block by block.
struct Samples {
  let bytes: UnsafeRawPointer
  let count: Int
  let width: Int
  let precision: Precision
  /// Keeps the memory.
  let owner: NDArray

  /// A contiguous float64 matrix.
  init(_ array: NDArray) {
    bytes = UnsafeRawPointer(array.bytes)
    count = array.shape[0]
    width = array.shape[1]
    precision = .float64
    owner = array
  }

  /// Samples `start ..< start + rows` (of `order` if there is one) in columns, padded with zeros.
  func columns(
    _ order: UnsafePointer<Int64>?, _ start: Int, _ rows: Int, to target: UnsafeMutableRawPointer, stride: Int,
    _ wanted: Precision
  ) {
    switch precision {
    case .float64:
      wanted.kernels.pointee.columns_from_doubles(
        bytes.assumingMemoryBound(to: Double.self), order, start, rows, width, target, stride)
    case .float32:
      wanted.kernels.pointee.columns_from_floats(
        bytes.assumingMemoryBound(to: Float.self), order, start, rows, width, target, stride)
    }
  }

  /// Where samples from `start` on lie in rows, if nothing has to be changed; else they have to be copied.
  func rows(_ order: UnsafePointer<Int64>?, _ start: Int, _ wanted: Precision) -> UnsafeRawPointer? {
    order == nil && precision == wanted ? bytes + start * width * precision.itemSize : nil
  }

  /// Where they lie; the threads of a training may pass it on, for there is no reference in it to count.
  struct Source {
    let bytes: UnsafeRawPointer
    let width: Int
    let precision: Precision

    /// The same samples, to be brought near.
    func rows(_ order: UnsafePointer<Int64>?, _ start: Int, _ rows: Int) -> nn_rows {
      let size = width &* precision.itemSize
      return nn_rows(
        first: order == nil ? bytes + start &* size : bytes, order: order.map { $0 + start }, rows: rows, bytes: size)
    }

    /// Samples `start ..< start + rows` (of `order` if there is one) in rows.
    func copyRows(
      _ order: UnsafePointer<Int64>?, _ start: Int, _ rows: Int, to target: UnsafeMutableRawPointer, _ wanted: Precision
    ) {
      switch precision {
      case .float64:
        wanted.kernels.pointee.rows_from_doubles(
          bytes.assumingMemoryBound(to: Double.self), order, start, rows, width, target)
      case .float32:
        wanted.kernels.pointee.rows_from_floats(
          bytes.assumingMemoryBound(to: Float.self), order, start, rows, width, target)
      }
    }
  }

  var source: Source { Source(bytes: bytes, width: width, precision: precision) }
}
