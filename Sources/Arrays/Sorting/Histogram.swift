extension NDArray {
  /// `np.bincount`: how often each of 0, 1, … occurs in a vector of non-negative ints, or the sums of their weights; at least `minimum` bins.
  public func binCounts(weights: NDArray? = nil, minimum: Int = 0) throws(ArrayError) -> NDArray {
    guard dimensions == 1 else { throw .badValue("np.bincount needs a vector, not \(dimensions) dimensions") }
    if minimum < 0 { throw .badValue("minlength must not be negative") }
    if dtype == .float64 && count > 0 { throw .cannotCast(from: dtype, to: .int64, operation: "np.bincount") }
    let values = try casting(to: .int64).contiguous()
    var largest = -1
    var pace = Cancellation.Pace()
    for i in 0..<count {
      try pace.step()
      if values.ints[i] < 0 { throw .badValue("np.bincount needs values that are not negative, not \(values.ints[i])") }
      largest = Swift.max(largest, values.ints[i])
    }
    if largest == Int.max { throw .tooLarge(shape: [largest]) }
    let bins = Swift.max(largest + 1, minimum)
    // NumPy counts nothing at all in ints, weights or not.
    guard let weights, count > 0 else {
      let result = try NDArray.allocate([bins], .int64, zeroed: true)
      try Cancellation.inBlocks(count) { block in for i in block { result.ints[values.ints[i]] += 1 } }
      return result
    }
    guard weights.shape == shape else {
      throw .shapeMismatch(left: shape, right: weights.shape, operation: "np.bincount")
    }
    let sums = try weights.casting(to: .float64).contiguous()
    let result = try NDArray.allocate([bins], .float64, zeroed: true)
    try Cancellation.inBlocks(count) { block in for i in block { result.doubles[values.ints[i]] += sums.doubles[i] } }
    return result
  }

  /// The edges of `bins` equal bins over `range`, or over this array's least and greatest element: `np.histogram_bin_edges`.
  public func histogramEdges(bins: Int, range: (Double, Double)? = nil) throws(ArrayError) -> NDArray {
    guard bins > 0 else { throw .badValue("the number of bins must be positive") }
    if bins == Int.max { throw .tooLarge(shape: [bins]) }
    var (low, high) = (0.0, 1.0)
    if let range {
      (low, high) = range
      guard low <= high else { throw .badValue("the range of a histogram must not fall") }
    } else if count > 0 {
      let values = try casting(to: .float64).contiguous()
      guard case .float(let least) = try NDArray.reduce(.min, values),
        case .float(let greatest) = try NDArray.reduce(.max, values)
      else { preconditionFailure("float64 reduces to floats") }
      (low, high) = (least, greatest)
    }
    guard low.isFinite && high.isFinite else { throw .badValue("the range of a histogram must be finite") }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    return try NDArray.linspace(low, high, count: bins + 1)
  }

  /// `np.histogram`: how many elements fall between neighbouring edges, the last bin with its right edge. With weights their sums.
  /// `isUniform` says that the edges come from ``histogramEdges(bins:range:)``.
  public func histogram(edges: NDArray, weights: NDArray? = nil, isUniform: Bool) throws(ArrayError) -> NDArray {
    guard edges.dimensions == 1, edges.count > 0 else { throw .badValue("the edges of a histogram must be a vector") }
    let bounds = try edges.casting(to: .float64).contiguous()
    let bins = bounds.count - 1
    for i in 0..<bins where !(bounds.doubles[i] <= bounds.doubles[i + 1]) {
      throw .badValue("the edges of a histogram must rise")
    }
    if let weights, weights.shape != shape {
      throw .shapeMismatch(left: shape, right: weights.shape, operation: "np.histogram")
    }
    let values = try casting(to: .float64).contiguous()
    let sums = try weights.map { given throws(ArrayError) in
      try given.casting(to: Swift.max(given.dtype, .int64)).contiguous()
    }
    let result = try NDArray.allocate([bins], sums?.dtype ?? .int64, zeroed: true)
    if bins == 0 { return result }
    let edge = bounds.doubles
    let scale = Double(bins) / (edge[bins] - edge[0])
    var pace = Cancellation.Pace()
    for i in 0..<count {
      try pace.step(4)
      let value = values.doubles[i]
      guard value >= edge[0] && value <= edge[bins] else { continue }
      var bin: Int
      if isUniform {
        bin = Swift.min(Swift.max(castToInt((value - edge[0]) * scale), 0), bins - 1)
        if value < edge[bin], bin > 0 { bin -= 1 } else if bin < bins - 1, value >= edge[bin + 1] { bin += 1 }
      } else {
        var (low, high) = (0, bins + 1)
        while low < high {
          let middle = low + (high - low) / 2
          if edge[middle] <= value { low = middle + 1 } else { high = middle }
        }
        bin = Swift.min(low - 1, bins - 1)
        if value == edge[bins] { bin = bins - 1 }
      }
      if let sums {
        if result.dtype == .float64 {
          result.doubles[bin] += sums.doubles[i]
        } else {
          result.ints[bin] &+= sums.ints[i]
        }
      } else {
        result.ints[bin] += 1
      }
    }
    return result
  }
}
