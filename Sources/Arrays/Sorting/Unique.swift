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
    let order = try flat.argsorted(axis: 0)
    var firsts: [Int] = []
    var counts: [Int] = []
    let inverse = try NDArray.allocate(shape, .int64)
    for i in 0..<count {
      let position = order.ints[i]
      if i == 0 || !NDArray.isSame(flat, order.ints[i - 1], position) {
        firsts.append(position)
        counts.append(0)
      }
      counts[counts.count - 1] += 1
      inverse.ints[position] = firsts.count - 1
    }
    let positions = NDArray(firsts)
    return UniqueElements(
      values: try flat.take(positions, axis: 0), firstPositions: positions, inverse: inverse, counts: NDArray(counts))
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
    let order = (0..<rows).sorted { a, b in
      let comparison = compare(a, b)
      return comparison < 0 || (comparison == 0 && a < b)
    }
    var firsts: [Int] = []
    var counts: [Int] = []
    let inverse = try NDArray.allocate([rows], .int64)
    for (i, row) in order.enumerated() {
      if i == 0 || compare(order[i - 1], row) != 0 {
        firsts.append(row)
        counts.append(0)
      }
      counts[counts.count - 1] += 1
      inverse.ints[row] = firsts.count - 1
    }
    let positions = NDArray(firsts)
    return UniqueElements(
      values: try source.take(positions, axis: 0), firstPositions: positions, inverse: inverse, counts: NDArray(counts))
  }
}
