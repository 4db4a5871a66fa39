extension NDArray {
  /// Writes the elements as float64 in C order; `target` has room for ``count`` of them.
  public func copyDoubles(to target: UnsafeMutablePointer<Double>) {
    // Where this is inlined, nothing else need hold a temporary while its memory is read.
    defer { keepAlive(self) }
    if dtype == .float64 && isContiguous {
      target.update(from: doubles, count: count)
      return
    }
    var position = 0
    switch dtype {
    case .float64:
      forEachOffset {
        target[position] = doubles[$0]
        position &+= 1
      }
    case .int64:
      forEachOffset {
        target[position] = Double(ints[$0])
        position &+= 1
      }
    case .bool:
      forEachOffset {
        target[position] = bools[$0] ? 1 : 0
        position &+= 1
      }
    }
  }

  /// The elements as float64 in C order.
  public var doubleValues: [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let start = buffer.baseAddress { copyDoubles(to: start) }
      initialized = count
    }
  }
}
