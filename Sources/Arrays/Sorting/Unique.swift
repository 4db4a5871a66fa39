/// What `np.unique` finds.
public struct UniqueElements {
  /// The distinct elements, sorted; NaN, if any, once and last.
  public let values: NDArray
  /// Where each stands first in the flattened array.
  public let firstPositions: NDArray
  /// For each element of the array, in its shape, the position of its value in `values`.
  public let inverse: NDArray
  public let counts: NDArray
}

extension NDArray {
  /// The distinct elements of the flattened array.
  public func unique() throws(ArrayError) -> UniqueElements {
    let flat = try raveled().contiguous()
    return try flat.groups(try flat.argsorted(axis: 0), inverseShape: shape) { NDArray.isSame(flat, $0, $1) }
  }

  /// What is distinct along the first axis, if `order` brings what is the same together, the first of its kind first.
  private func groups(
    _ order: NDArray, inverseShape: Dims, _ isSame: (Int, Int) -> Bool
  ) throws(ArrayError) -> UniqueElements {
    let inverse = try NDArray.allocate(inverseShape, .int64)
    var groups = 0
    var pace = Cancellation.Pace()
    for i in 0..<order.count {
      try pace.step()
      if i > 0 && !isSame(order.ints[i - 1], order.ints[i]) { groups += 1 }
      inverse.ints[order.ints[i]] = groups
    }
    let firsts = try NDArray.allocate([order.count == 0 ? 0 : groups + 1], .int64)
    let counts = try NDArray.allocate([firsts.count], .int64, zeroed: true)
    for i in stride(from: order.count - 1, through: 0, by: -1) {
      try pace.step()
      let position = order.ints[i]
      firsts.ints[inverse.ints[position]] = position
      counts.ints[inverse.ints[position]] += 1
    }
    return UniqueElements(
      values: try take(firsts, axis: 0), firstPositions: firsts, inverse: inverse, counts: counts)
  }

  private static func isSame(_ array: NDArray, _ i: Int, _ j: Int) -> Bool {
    switch array.dtype {
    case .bool: return array.bools[i] == array.bools[j]
    case .int64: return array.ints[i] == array.ints[j]
    case .float64:
      let (x, y) = (array.doubles[i], array.doubles[j])
      return x == y || (x.isNaN && y.isNaN)
    }
  }

  /// `np.unique(a, axis=0)`: the distinct rows in lexicographic order, and for each where it stands first and how often.
  public func uniqueRows() throws(ArrayError) -> UniqueElements {
    guard dimensions > 0 else { return try unique() }
    let source = try contiguous()
    let rows = shape[0]
    let width = rows == 0 ? 0 : count / rows
    let table = try source.casting(to: .float64)
    let isInt = dtype == .int64
    func compare(_ a: Int, _ b: Int) -> Int {
      for k in 0..<width {
        let (i, j) = (a * width + k, b * width + k)
        if isInt {
          if source.ints[i] != source.ints[j] { return source.ints[i] < source.ints[j] ? -1 : 1 }
        } else if table.doubles[i] != table.doubles[j] {
          return table.doubles[i] < table.doubles[j] || (table.doubles[j].isNaN && !table.doubles[i].isNaN) ? -1 : 1
        }
      }
      return 0
    }
    let order = try NDArray.arange(0, rows, step: 1)
    try sortStably(order.ints, rows) { compare($0, $1) < 0 }
    return try source.groups(order, inverseShape: [rows]) { compare($0, $1) == 0 }
  }
}
