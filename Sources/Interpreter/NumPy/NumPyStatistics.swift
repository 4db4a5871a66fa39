import Arrays

extension NumPyNamespace {
  /// The reductions that are functions only.
  static let statistics: [Builtin] = [
    Builtin(
      "np.amax", "amax(a, axis=None, out=None, keepdims=False)", "The largest element, over all or over some axes.",
      example: "np.amax([1, 7, 3])"
    ) { try reduced(.max, $0) },
    Builtin(
      "np.amin", "amin(a, axis=None, out=None, keepdims=False)", "The smallest element, over all or over some axes.",
      example: "np.amin([4, 1, 3])"
    ) { try reduced(.min, $0) },
    Builtin(
      "np.count_nonzero", "count_nonzero(a, axis=None, *, keepdims=False)", "How many elements are not zero or false.",
      example: "np.count_nonzero([0, 3, 5])"
    ) { call in
      let array = try call.array(0)
      let counts = try NDArray.reduce(.countNonzero, array, call.foldedAxes(1, of: array), keepdims: call.bool(2))
      return .numpy(counts)
    },
    Builtin(
      "np.ptp", "ptp(a, axis=None, out=None, keepdims=False)", "The largest minus the smallest element.",
      example: "np.ptp([4, 1, 3])"
    ) { call in
      let array = try call.array(0)
      let (axes, keepdims) = (try call.foldedAxes(1, of: array), try call.bool(3))
      let largest = try NDArray.reduce(.max, array, axes, keepdims: keepdims)
      return try call.delivering(
        .numpy(NDArray.apply(.subtract, largest, NDArray.reduce(.min, array, axes, keepdims: keepdims))), out: 2)
    },
    Builtin(
      "np.median", "median(a, axis=None, out=None, overwrite_input=False, keepdims=False)", "The middle value.",
      example: "np.median([5, 1, 2, 4])"
    ) { call in
      let array = try call.array(0)
      return try call.delivering(
        .numpy(NDArray.median(array, call.axisSet(1, of: array), keepdims: call.bool(4))), out: 2)
    },
    Builtin(
      "np.percentile", "percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False)",
      "The value below which q percent of the elements lie, interpolated linearly.",
      example: "np.percentile([1, 2, 3, 4], 50)"
    ) { try quantiles($0, scale: 100) },
    Builtin(
      "np.quantile", "quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False)",
      "The value below which the fraction q of the elements lies, interpolated linearly.",
      example: "np.quantile([1, 2, 3, 4], 0.5)"
    ) { try quantiles($0, scale: 1) },
    Builtin(
      "np.average", "average(a, axis=None, weights=None, returned=False, *, keepdims=False)", "The weighted mean.",
      example: "np.average([1, 2, 3], weights=[3, 1, 1])", canWarn: true, average),
    ignoringNan("nansum", "The sum of what is not nan.") { try NDArray.nanReduce(.sum, $0, $1, keepdims: $2) },
    ignoringNan("nanprod", "The product of what is not nan.") { try NDArray.nanReduce(.prod, $0, $1, keepdims: $2) },
    ignoringNan("nanmax", "The largest element that is not nan.") { try NDArray.nanReduce(.max, $0, $1, keepdims: $2) },
    ignoringNan("nanmin", "The smallest element that is not nan.") {
      try NDArray.nanReduce(.min, $0, $1, keepdims: $2)
    },
    ignoringNan("nanmean", "The mean of what is not nan.") { try NDArray.nanMean($0, $1, keepdims: $2) },
    ignoringNan("nanvar", "The variance of what is not nan.") { try NDArray.nanVariance($0, $1, keepdims: $2) },
    ignoringNan("nanstd", "The standard deviation of what is not nan.") {
      try NDArray.apply(.sqrt, NDArray.nanVariance($0, $1, keepdims: $2))
    },
  ]

  private static func reduced(_ reduction: Reduction, _ call: Call) throws -> Value {
    let array = try call.array(0)
    let result = try NDArray.reduce(reduction, array, call.axisSet(1, of: array), keepdims: call.bool(3))
    return try call.delivering(.numpy(result), out: 2)
  }

  private static func ignoringNan(
    _ name: String, _ summary: String, _ body: @escaping (NDArray, AxisSet, Bool) throws -> NDArray
  ) -> Builtin {
    Builtin(
      "np.\(name)", "\(name)(a, axis=None, *, keepdims=False)", summary, example: "np.\(name)([1.0, np.nan, 3.0])"
    ) { call in
      let array = try call.array(0)
      return .numpy(try body(array, call.axisSet(1, of: array), call.bool(2)))
    }
  }

  private static func quantiles(_ call: Call, scale: Double) throws -> Value {
    _ = try call.word(5, of: ["linear"])
    let array = try call.array(0)
    let (axes, keepdims) = (try call.axisSet(2, of: array), try call.bool(6))
    let given = try call.array(1)
    let wanted = try given.cast(to: .float64)
    // A fraction that is an int names an end of the elements, and gives one of them as it is.
    let areEnds = scale == 1 && given.dtype < .float64 && axes.extent(array.shape) > 0
    func quantile(_ q: Double) throws -> NDArray {
      guard areEnds, q == 0 || q == 1 else { return try NDArray.quantile(array, q / scale, axes, keepdims: keepdims) }
      return try NDArray.reduce(q == 0 ? .min : .max, array, axes, keepdims: keepdims)
    }
    guard wanted.dimensions > 0 else { return try call.delivering(.numpy(quantile(wanted.doubles[0])), out: 3) }
    // One result for each of several fractions, along a new first axis.
    guard wanted.dimensions == 1, wanted.count > 0 else {
      throw Fault(.value, "\(call.builtin.name): q must be a number or a vector of numbers")
    }
    let parts = try (0..<wanted.count).map { try quantile(wanted.doubles[$0]) }
    return try call.delivering(.array(NDArray.stack(parts)), out: 3)
  }

  private static func average(_ call: Call) throws -> Value {
    let array = try call.array(0)
    let (axes, keepdims) = (try call.axisSet(1, of: array), try call.bool(4))
    var total: NDArray
    let mean: NDArray
    if call.optional(2) == nil {
      mean = try NDArray.mean(array, axes, keepdims: keepdims)
      total = NDArray(scalar: .float(Double(array.count) / Double(max(mean.count, 1))))
    } else {
      var weights = try call.array(2)
      if weights.shape != array.shape {
        guard weights.dimensions == 1, let given = try call.axes(1), given.count == 1 else {
          throw Fault(
            .value, "np.average: the weights have shape \(weights.shape.text), the array \(array.shape.text)",
            hint: "weights of another shape need an axis to go along")
        }
        let axis = try NDArray.axis(given[0], of: array.dimensions)
        guard weights.count == array.shape[axis] else {
          throw ArrayError.shapeMismatch(left: array.shape, right: weights.shape, operation: "np.average")
        }
        var shape = [Int](repeating: 1, count: array.dimensions)
        shape[axis] = weights.count
        weights = try weights.reshaped(shape)
        weights = try weights.view(broadcastTo: array.shape)
      }
      total = try NDArray.reduce(.sum, weights.casting(to: .float64), axes, keepdims: keepdims)
      for i in 0..<total.count where total.doubles[i] == 0 {
        throw Fault(.zeroDivision, "np.average: the weights sum to zero")
      }
      let sum = try NDArray.reduce(.sum, NDArray.apply(.multiply, array, weights), axes, keepdims: keepdims)
      mean = try NDArray.apply(.divide, sum, total)
    }
    guard try call.bool(3) else { return .numpy(mean) }
    if total.shape != mean.shape { total = try total.view(broadcastTo: mean.shape).copy() }
    return .tuple(TupleObject([.numpy(mean), .numpy(total)]))
  }
}
