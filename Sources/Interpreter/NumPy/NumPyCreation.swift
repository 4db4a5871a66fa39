import Arrays

extension NumPyNamespace {
  static let creation: [Builtin] = [
    Builtin(
      "np.array", "array(object, dtype=None, *, copy=True, ndmin=0)",
      "Makes an array from numbers in nested lists; of an array a copy.",
      example: "np.array([[1, 2], [3, 4.5]])"
    ) { call in
      let array = try convert(call[0], call.dtype(1), copies: call.optional(2) == nil ? false : call.bool(2))
      return .array(try array.withDimensions(atLeast: call.int(3)))
    },
    Builtin(
      "np.asarray", "asarray(a, dtype=None)", "Makes an array of what is none; an array stays itself.",
      example: "np.asarray([1, 2])"
    ) { .array(try convert($0[0], $0.dtype(1), copies: false)) },
    Builtin("np.asanyarray", "asanyarray(a, dtype=None)", "As np.asarray.", example: "np.asanyarray([1, 2])") {
      .array(try convert($0[0], $0.dtype(1), copies: false))
    },
    Builtin(
      "np.ascontiguousarray", "ascontiguousarray(a, dtype=None)", "An array whose elements lie row by row in memory.",
      example: "np.ascontiguousarray([[1, 2], [3, 4]])"
    ) { .array(try convert($0[0], $0.dtype(1), copies: false).contiguous().withDimensions(atLeast: 1)) },
    Builtin("np.copy", "copy(a)", "A copy of an array.", example: "a = np.array([1, 2])\nb = np.copy(a)") {
      .array(try convert($0[0], nil, copies: true))
    },
    Builtin("np.zeros", "zeros(shape, dtype=None, order='C')", "An array of zeros.", example: "np.zeros((2, 3))") {
      .array(try NDArray.allocate($0.shape(0), $0.dtype(1) ?? .float64, zeroed: true))
    },
    Builtin("np.ones", "ones(shape, dtype=None, order='C')", "An array of ones.", example: "np.ones((2, 3), dtype=int)")
    {
      .array(try NDArray.full($0.shape(0), .int(1), $0.dtype(1) ?? .float64))
    },
    Builtin(
      "np.empty", "empty(shape, dtype=None, order='C')", "An array to be filled; here it starts with zeros.",
      example: "np.empty((2, 3)).shape"
    ) { .array(try NDArray.allocate($0.shape(0), $0.dtype(1) ?? .float64, zeroed: true)) },
    Builtin(
      "np.full", "full(shape, fill_value, dtype=None)", "An array filled with a value.", example: "np.full((2, 2), 0.5)"
    ) { call in
      let value = try call.array(1)
      let result = try NDArray.allocate(call.shape(0), call.dtype(2) ?? value.dtype)
      try result.assign(value)
      return .array(result)
    },
    Builtin(
      "np.zeros_like", "zeros_like(a, dtype=None)", "Zeros in the shape and dtype of an array.",
      example: "np.zeros_like([1.5, 2.5])"
    ) {
      let like = try $0.array(0)
      return .array(try NDArray.allocate(like.shape, $0.dtype(1) ?? like.dtype, zeroed: true))
    },
    Builtin(
      "np.ones_like", "ones_like(a, dtype=None)", "Ones in the shape and dtype of an array.",
      example: "np.ones_like([1.5, 2.5])"
    ) {
      let like = try $0.array(0)
      return .array(try NDArray.full(Array(like.shape), .int(1), $0.dtype(1) ?? like.dtype))
    },
    Builtin(
      "np.empty_like", "empty_like(a, dtype=None)", "An array to be filled, in the shape and dtype of another.",
      example: "np.empty_like([1.5, 2.5]).shape"
    ) {
      let like = try $0.array(0)
      return .array(try NDArray.allocate(like.shape, $0.dtype(1) ?? like.dtype, zeroed: true))
    },
    Builtin(
      "np.full_like", "full_like(a, fill_value, dtype=None)", "A value in the shape and dtype of an array.",
      example: "np.full_like([1.5, 2.5], 7)"
    ) { call in
      let like = try call.array(0)
      let result = try NDArray.allocate(like.shape, call.dtype(2) ?? like.dtype)
      try result.assign(call.array(1))
      return .array(result)
    },
    Builtin(
      "np.eye", "eye(N, M=None, k=0, dtype=None)", "Ones on a diagonal, else zeros.",
      example: "np.eye(3)\nlabels = [2, 0]\nnp.eye(3)[labels]"
    ) {
      .array(try NDArray.eye($0.int(0), $0.optionalInt(1) ?? $0.int(0), offset: $0.int(2), $0.dtype(3) ?? .float64))
    },
    Builtin("np.identity", "identity(n, dtype=None)", "The identity matrix.", example: "np.identity(2)") {
      .array(try NDArray.eye($0.int(0), $0.int(0), $0.dtype(1) ?? .float64))
    },
    Builtin("np.tri", "tri(N, M=None, k=0, dtype=None)", "Ones at and below a diagonal.", example: "np.tri(3)") {
      .array(try NDArray.tri($0.int(0), $0.optionalInt(1) ?? $0.int(0), offset: $0.int(2), $0.dtype(3) ?? .float64))
    },
    Builtin(
      "np.diag", "diag(v, k=0)", "The matrix with a vector on its diagonal, or the diagonal of a matrix.",
      example: "np.diag([1, 2])"
    ) { .array(try $0.array(0).diag(offset: $0.int(1))) },
    Builtin(
      "np.diagflat", "diagflat(v, k=0)", "The matrix with the flattened values on its diagonal.",
      example: "np.diagflat([[1, 2]])"
    ) {
      .array(try $0.array(0).raveled().diag(offset: $0.int(1)))
    },
    Builtin(
      "np.arange", "arange(start=<>, stop=None, step=None, dtype=None)",
      "Numbers at equal steps, without the last: arange(stop) or arange(start, stop, step).",
      example: "np.arange(5)\nnp.arange(0, 1, 0.25)"
    ) { .array(try arange($0)) },
    Builtin(
      "np.linspace", "linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None)",
      "Numbers at equal distances, with the last; retstep=True also gives the distance.",
      example: "np.linspace(0, 1, 5)"
    ) { try linspace($0) },
    Builtin(
      "np.logspace", "logspace(start, stop, num=50, endpoint=True, base=10.0)",
      "The powers of base at equally spaced exponents.",
      example: "np.logspace(0, 2, 3)"
    ) {
      .array(try NDArray.logspace($0.double(0), $0.double(1), count: $0.int(2), hasEnd: $0.bool(3), base: $0.double(4)))
    },
    Builtin(
      "np.geomspace", "geomspace(start, stop, num=50, endpoint=True)", "Numbers at equal ratios.",
      example: "np.geomspace(1, 8, 4)"
    ) { .array(try NDArray.geomspace($0.double(0), $0.double(1), count: $0.int(2), hasEnd: $0.bool(3))) },
    Builtin(
      "np.meshgrid", "meshgrid(*xi, indexing='xy')", "The coordinates of a grid, one array per axis.",
      example: "xx, yy = np.meshgrid([1, 2, 3], [10, 20])\nxx"
    ) { call in
      let isRowsFirst = try call.word(1, of: ["xy", "ij"]) == "ij"
      return tupleValue(try NDArray.meshgrid(call.arrays(0).map { try $0.raveled() }, isRowsFirst: isRowsFirst))
    },
    Builtin(
      "np.indices", "indices(dimensions)", "The indices of a grid, one array per axis, stacked.",
      example: "np.indices((2, 2))"
    ) {
      .array(try NDArray.indices($0.shape(0)))
    },
    Builtin(
      "np.fromfunction", "fromfunction(function, shape)", "An array from a function of the index arrays.",
      example: "np.fromfunction(lambda i, j: i + j, (2, 3))"
    ) { call in
      let shape = try call.shape(1)
      let grid = try NDArray.indices(shape).cast(to: .float64)
      return try call.session.call(call[0], (0..<shape.count).map { .array(try grid.row($0)) })
    },
  ]

  /// An array of `value`; `copies` asks for one that shares nothing.
  static func convert(_ value: Value, _ dtype: DType?, copies: Bool) throws -> NDArray {
    if case .array(let array) = value {
      if let dtype, dtype != array.dtype { return try array.cast(to: dtype) }
      return copies ? try array.copy() : array
    }
    return try makeArray(value, dtype: dtype)
  }

  private static func arange(_ call: Call) throws -> NDArray {
    var start = call.optional(0) == nil ? Scalar.int(0) : try call.scalar(0)
    var stop = Scalar.int(0)
    if call.optional(1) != nil {
      stop = try call.scalar(1)
    } else {
      guard call.optional(0) != nil else { throw Fault(.type, "np.arange needs its stop", hint: "np.arange(5)") }
      (start, stop) = (.int(0), start)
    }
    let step = call.optional(2) == nil ? Scalar.int(1) : try call.scalar(2)
    let dtype = try call.dtype(3)
    if let first = start.exactInt, let last = stop.exactInt, let by = step.exactInt {
      let result = try NDArray.arange(first, last, step: by)
      return try dtype.map { try result.casting(to: $0) } ?? result
    }
    let result = try NDArray.arange(start.double, stop.double, step: step.double)
    guard let dtype, dtype != .float64 else { return result }
    if dtype == .int64 && result.count > 2 {
      // NumPy casts the first two and goes on from there.
      let (first, second) = (try checkedInt(result.doubles[0]), try checkedInt(result.doubles[1]))
      let ints = try NDArray.allocate(result.shape, .int64)
      try Cancellation.inBlocks(ints.count) { block in
        for i in block { ints.ints[i] = first &+ i &* (second &- first) }
      }
      return ints
    }
    return try result.elements(of: dtype)
  }

  private static func linspace(_ call: Call) throws -> Value {
    let (count, hasEnd) = (try call.int(2), try call.bool(3))
    let (start, stop) = (try call.array(0), try call.array(1))
    var result: NDArray
    var step: Value
    if start.dimensions == 0 && stop.dimensions == 0 {
      let (first, last) = (try call.double(0), try call.double(1))
      result = try NDArray.linspace(first, last, count: count, hasEnd: hasEnd)
      let distance = NDArray.linspaceStep(first, last, count: count, hasEnd: hasEnd)
      step = distance.isNaN ? .float(distance) : .numpyFloat(distance)
    } else {
      let shape = try Dims.broadcast(start.shape, stop.shape, operation: "np.linspace")
      let first = try start.cast(to: .float64).view(broadcastTo: shape).copy()
      let last = try stop.cast(to: .float64).view(broadcastTo: shape).copy()
      var columns: [NDArray] = []
      let steps = try NDArray.allocate(shape, .float64)
      for i in 0..<first.count {
        columns.append(try NDArray.linspace(first.doubles[i], last.doubles[i], count: count, hasEnd: hasEnd))
        steps.doubles[i] = NDArray.linspaceStep(first.doubles[i], last.doubles[i], count: count, hasEnd: hasEnd)
      }
      if columns.isEmpty {
        columns = [try NDArray.allocate([count, 0], .float64)]
      } else {
        columns = [try NDArray.stackColumns(columns)]
      }
      result = try columns[0].reshaped([count] + Array(shape))
      step = .array(steps)
    }
    if let dtype = try call.dtype(5) {
      if dtype == .int64 { result = try NDArray.apply(.floor, result, into: result) }
      result = try result.casting(to: dtype)
    }
    return try call.bool(4) ? .tuple(TupleObject([.array(result), step])) : .array(result)
  }
}

extension Scalar {
  /// The value if it is an int or a bool.
  var exactInt: Int? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .float: nil
    }
  }
}
