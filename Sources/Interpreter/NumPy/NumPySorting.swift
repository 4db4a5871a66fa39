import Arrays

extension NumPyNamespace {
  static let sortKinds = ["quicksort", "mergesort", "heapsort", "stable"]

  static let sorting: [Builtin] = [
    Builtin("np.sort", "sort(a, axis=-1, kind=None)", "A sorted copy, NaN last.", example: "np.sort([3, 1, 2])") {
      call in
      if call.optional(2) != nil { _ = try call.word(2, of: sortKinds) }
      return .array(try call.array(0).sorted(axis: call.optionalInt(1)))
    },
    Builtin(
      "np.argsort", "argsort(a, axis=-1, kind=None)", "The positions that sort an array.",
      example: "np.argsort([30, 10, 20])"
    ) { call in
      if call.optional(2) != nil { _ = try call.word(2, of: sortKinds) }
      return .array(try call.array(0).argsorted(axis: call.optionalInt(1)))
    },
    Builtin(
      "np.lexsort", "lexsort(keys)", "The positions that sort by the last key, then by the ones before it.",
      example: "np.lexsort(([2, 1, 0], [0, 0, 1]))"
    ) { call in
      let keys = try call.arrays(0)
      guard let first = keys.first, keys.allSatisfy({ $0.dimensions == 1 && $0.shape == first.shape }) else {
        throw Fault(.value, "np.lexsort takes vectors of one length")
      }
      var order = try NDArray.arange(0, first.count, step: 1)
      for key in keys { order = try order.take(key.take(order, axis: 0).argsorted(axis: 0), axis: 0) }
      return .array(order)
    },
    Builtin(
      "np.unique", "unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None)",
      "The distinct elements, sorted; on request where they stand first, which one each element is, and how often they occur.",
      example: "np.unique([3, 1, 3])\nvalues, counts = np.unique([3, 1, 3], return_counts=True)\ncounts"
    ) { call in
      let array = try call.array(0)
      let axis = try call.optionalInt(4)
      if let axis, try NDArray.axis(axis, of: array.dimensions) != 0 {
        throw Fault(.unsupported, "np.unique takes axis=0 or none here", hint: "transpose the array first")
      }
      let found = axis == nil ? try array.unique() : try array.uniqueRows()
      var results = [found.values]
      if try call.bool(1) { results.append(found.firstPositions) }
      if try call.bool(2) { results.append(found.inverse) }
      if try call.bool(3) { results.append(found.counts) }
      return results.count == 1 ? .array(results[0]) : tupleValue(results)
    },
    Builtin(
      "np.searchsorted", "searchsorted(a, v, side='left')", "Where values would go into a sorted vector.",
      example: "np.searchsorted([1, 3, 5], 4)"
    ) { .numpy(try $0.array(0).positions(of: $0.array(1), isRight: $0.word(2, of: ["left", "right"]) == "right")) },
    Builtin(
      "np.digitize", "digitize(x, bins, right=False)", "The number of the bin each element falls into.",
      example: "np.digitize([0.5, 2.5], [0, 1, 2])"
    ) { .numpy(try $0.array(0).digitized($0.array(1), isRight: $0.bool(2))) },
    Builtin(
      "np.bincount", "bincount(x, weights=None, minlength=0)", "How often 0, 1, 2, ... occur.",
      example: "np.bincount([0, 2, 2])"
    ) { .array(try $0.array(0).binCounts(weights: $0.optional(1) == nil ? nil : $0.array(1), minimum: $0.int(2))) },
    Builtin(
      "np.histogram", "histogram(a, bins=10, range=None, density=None, weights=None)",
      "How many elements fall into each bin, and the edges of the bins.",
      example: "counts, edges = np.histogram([1, 2, 2, 4], bins=3)\ncounts"
    ) { try histogram($0) },
    Builtin(
      "np.histogram_bin_edges", "histogram_bin_edges(a, bins=10, range=None)", "The edges of equal bins.",
      example: "np.histogram_bin_edges([0, 4], 4)"
    ) { .array(try edges($0)) },
    Builtin(
      "np.isin", "isin(element, test_elements, invert=False)", "Whether each element is one of some values.",
      example: "np.isin([1, 2, 3], [1, 3])"
    ) {
      .array(try $0.array(0).isIn($0.array(1), invert: $0.bool(2)))
    },
    Builtin(
      "np.intersect1d", "intersect1d(ar1, ar2)", "The distinct elements that are in both arrays.",
      example: "np.intersect1d([1, 2, 3], [2, 3, 4])"
    ) {
      let first = try $0.array(0).unique().values
      let other = try $0.array(1)
      let common = try first.item([.mask(first.isIn(other))])
      return .array(try common.casting(to: max(first.dtype, other.dtype)))
    },
    Builtin(
      "np.union1d", "union1d(ar1, ar2)", "The distinct elements of both arrays.", example: "np.union1d([1, 2], [2, 4])"
    ) {
      .array(try NDArray.concatenate([$0.array(0), $0.array(1)], axis: nil).unique().values)
    },
    Builtin(
      "np.setdiff1d", "setdiff1d(ar1, ar2)", "The distinct elements of the first array that are not in the second.",
      example: "np.setdiff1d([1, 2, 3], [2])"
    ) {
      let first = try $0.array(0).unique().values
      return .array(try first.item([.mask(first.isIn($0.array(1), invert: true))]))
    },
  ]

  /// The edges that `bins` (argument 1) and `range` (argument 2) ask for.
  private static func edges(_ call: Call) throws -> NDArray {
    if case .string? = call.optional(1) {
      throw Fault(.unsupported, "\(call.builtin.name): bins must be a number or edges here", hint: "bins=10")
    }
    guard let bins = call[1].asIndex else { return try call.array(1) }
    var range: (Double, Double)?
    if call.optional(2) != nil {
      let bounds = try call.array(2)
      guard bounds.count == 2 else { throw Fault(.value, "\(call.builtin.name): range must be two numbers") }
      let flat = try bounds.cast(to: .float64)
      range = (flat.doubles[0], flat.doubles[1])
    }
    return try call.array(0).histogramEdges(bins: bins, range: range)
  }

  private static func histogram(_ call: Call) throws -> Value {
    let edges = try edges(call)
    let isUniform = call[1].asIndex != nil
    var counts = try call.array(0).histogram(
      edges: edges, weights: call.optional(4) == nil ? nil : call.array(4), isUniform: isUniform)
    if call.optional(3) != nil, try call.bool(3) {
      counts = try counts.cast(to: .float64)
      let bounds = try edges.cast(to: .float64)
      var sum = 0.0
      for i in 0..<counts.count { sum += counts.doubles[i] }
      for i in 0..<counts.count {
        counts.doubles[i] = counts.doubles[i] / (bounds.doubles[i + 1] - bounds.doubles[i]) / sum
      }
    }
    return tupleValue([counts, edges])
  }
}
