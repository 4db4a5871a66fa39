import Arrays

/// A reduction stands once, and is both `np.NAME(a, …)` and `a.NAME(…)`.
private struct ReductionEntry {
  let function: Builtin
  let method: Builtin

  /// `tail` are the parameters after the array; the example is `np.NAME(input, arguments)`.
  init(
    _ name: String, _ tail: String, _ summary: String, input: String = "[[1, 2], [3, 4]]", arguments: String = "axis=0",
    canWarn: Bool = false, _ body: @escaping (Call) throws -> Value
  ) {
    let inner = arguments.isEmpty ? "" : ", \(arguments)"
    function = Builtin(
      "np.\(name)", "\(name)(a, \(tail))", summary, example: "np.\(name)(\(input)\(inner))", canWarn: canWarn, body)
    method = Builtin(
      "ndarray.\(name)", "\(name)(self, \(tail))", summary, example: "np.array(\(input)).\(name)(\(arguments))",
      canWarn: canWarn,
      body)
  }

  /// A reduction with a dtype: sum, prod.
  static func folding(_ name: String, _ reduction: Reduction, _ summary: String) -> ReductionEntry {
    ReductionEntry(name, "axis=None, dtype=None, out=None, keepdims=False", summary) { call in
      let array = try call.array(0, as: 2)
      // Bools that are folded as bools stay bools: the sum is whether one is true, the product whether all are.
      let fold = try call.dtype(2) == .bool ? (reduction == .sum ? .any : .all) : reduction
      let result = try NDArray.reduce(fold, array, call.foldedAxes(1, of: array), keepdims: call.bool(4))
      return try call.delivering(.numpy(result), out: 3)
    }
  }

  /// A reduction without: min, max, any, all.
  static func choosing(_ name: String, _ reduction: Reduction, _ summary: String) -> ReductionEntry {
    ReductionEntry(name, "axis=None, out=None, keepdims=False", summary) { call in
      let array = try call.array(0)
      let result = try NDArray.reduce(reduction, array, call.foldedAxes(1, of: array), keepdims: call.bool(3))
      return try call.delivering(.numpy(result), out: 2)
    }
  }

  static let all: [ReductionEntry] = [
    folding("sum", .sum, "The sum of the elements, over all or over some axes."),
    folding("prod", .prod, "The product of the elements, over all or over some axes."),
    choosing("max", .max, "The largest element, over all or over some axes; nan if there is one."),
    choosing("min", .min, "The smallest element, over all or over some axes; nan if there is one."),
    choosing("any", .any, "Whether one of the elements is true."),
    choosing("all", .all, "Whether all elements are true."),
    ReductionEntry(
      "mean", "axis=None, dtype=None, out=None, keepdims=False", "The arithmetic mean, over all or over some axes.",
      canWarn: true
    ) {
      call in
      let (array, axes, keepdims) = (try call.array(0, as: 2), try call.axisSet(1, of: call.array(0)), try call.bool(4))
      var mean: NDArray
      switch try call.dtype(2) {
      case .bool?: mean = try NDArray.reduce(.any, array, axes, keepdims: keepdims)
      case .int64?:
        let sum = try NDArray.reduce(.sum, array, axes, keepdims: keepdims)
        mean = try NDArray.apply(.divide, sum, .int(axes.extent(array.shape))).cast(to: .int64)
      default: mean = try NDArray.mean(array, axes, keepdims: keepdims)
      }
      return try call.delivering(.numpy(mean), out: 3)
    },
    ReductionEntry(
      "var", "axis=None, dtype=None, out=None, ddof=0, keepdims=False",
      "The variance: the mean squared distance from the mean, divided by n - ddof.", canWarn: true
    ) { call in
      let array = try call.floats(0, as: 2)
      let result = try NDArray.variance(array, call.axisSet(1, of: array), ddof: call.double(4), keepdims: call.bool(5))
      return try call.delivering(.numpy(result), out: 3)
    },
    ReductionEntry(
      "std", "axis=None, dtype=None, out=None, ddof=0, keepdims=False",
      "The standard deviation, with divisor n - ddof.",
      canWarn: true
    ) { call in
      let array = try call.floats(0, as: 2)
      let result = try NDArray.standardDeviation(
        array, call.axisSet(1, of: array), ddof: call.double(4), keepdims: call.bool(5))
      return try call.delivering(.numpy(result), out: 3)
    },
    ReductionEntry(
      "argmax", "axis=None, out=None, *, keepdims=False", "Where the largest element stands, the first of several.",
      input: "[1, 7, 3]", arguments: ""
    ) { call in
      let array = try call.array(0)
      let result = try NDArray.argmax(array, axis: call.foldedAxis(1, of: array), keepdims: call.bool(3))
      return try call.delivering(.numpy(result), out: 2)
    },
    ReductionEntry(
      "argmin", "axis=None, out=None, *, keepdims=False", "Where the smallest element stands, the first of several.",
      input: "[4, 1, 3]", arguments: ""
    ) { call in
      let array = try call.array(0)
      let result = try NDArray.argmin(array, axis: call.foldedAxis(1, of: array), keepdims: call.bool(3))
      return try call.delivering(.numpy(result), out: 2)
    },
    ReductionEntry(
      "cumsum", "axis=None, dtype=None, out=None", "The running sums, of the flattened array or along an axis."
    ) { call in
      let array = try call.array(0, as: 2)
      return try call.delivering(call.accumulated(NDArray.cumsum(array, axis: call.foldedAxis(1, of: array))), out: 3)
    },
    ReductionEntry(
      "cumprod", "axis=None, dtype=None, out=None", "The running products, of the flattened array or along an axis."
    ) { call in
      let array = try call.array(0, as: 2)
      return try call.delivering(call.accumulated(NDArray.cumprod(array, axis: call.foldedAxis(1, of: array))), out: 3)
    },
  ]
}

extension Call {
  /// The axes given as argument `index`, of `array`.
  func axisSet(_ index: Int, of array: NDArray) throws -> AxisSet {
    try AxisSet(axes(index), of: array.dimensions)
  }

  /// One axis for NumPy's own folds, which let a scalar have the axes 0 and -1; nil for all.
  func foldedAxis(_ index: Int, of array: NDArray) throws -> Int? {
    let axis = try optionalInt(index)
    return array.dimensions == 0 && (axis == 0 || axis == -1) ? nil : axis
  }

  /// Likewise several axes.
  func foldedAxes(_ index: Int, of array: NDArray) throws -> AxisSet {
    if array.dimensions == 0, let axis = optional(index)?.asIndex, axis == 0 || axis == -1 { return AxisSet(all: 0) }
    return try axisSet(index, of: array)
  }

  /// An array, in the dtype that argument `dtypeIndex` asks for.
  func array(_ index: Int, as dtypeIndex: Int) throws -> NDArray {
    let array = try array(index)
    guard let dtype = try dtype(dtypeIndex) else { return array }
    return try array.casting(to: dtype)
  }

  /// The same where the result is a float whatever the array.
  fileprivate func floats(_ index: Int, as dtypeIndex: Int) throws -> NDArray {
    if let dtype = try dtype(dtypeIndex), dtype != .float64 {
      throw Fault(
        .unsupported, "\(builtin.name): dtype must be float here, not \(dtype.name)",
        hint: "the result is a float; int(…) or .astype(int) cuts it off")
    }
    return try array(index)
  }

  /// The running sums or products of bools, if `dtype=` (argument 2) asks for them, are bools.
  fileprivate func accumulated(_ result: NDArray) throws -> Value {
    .numpy(try dtype(2) == .bool ? result.cast(to: .bool) : result)
  }
}

extension NumPyNamespace {
  static let reductions: [Builtin] = ReductionEntry.all.map(\.function) + statistics
  static let mathMethods: [Builtin] = ReductionEntry.all.map(\.method) + roundingMethods + productMethods
}
