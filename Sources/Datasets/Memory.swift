import Arrays
import Glibc

/// Bytes of memory of this machine.
let physicalMemory = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))

/// Throws unless a few arrays of samples × features numbers fit into memory.
func checkSize(samples: Int, features: Int) throws {
  let (cells, overflow) = samples.multipliedReportingOverflow(by: max(features, 1))
  if overflow || cells > physicalMemory / 64 { throw DatasetError.tooLarge(samples: samples, features: features) }
}

/// The elements as doubles in C order, whatever the array's type and strides.
func doubles(_ array: NDArray) -> [Double] {
  var values: [Double] = []
  values.reserveCapacity(array.count)
  func visit(_ axis: Int, _ offset: Int) {
    if axis == array.dimensions {
      switch array.dtype {
      case .float64: values.append(array.doubles[offset])
      case .int64: values.append(Double(array.ints[offset]))
      case .bool: values.append(array.bools[offset] ? 1 : 0)
      }
      return
    }
    for i in 0..<array.shape[axis] { visit(axis + 1, offset + i * array.strides[axis]) }
  }
  visit(0, 0)
  return values
}
