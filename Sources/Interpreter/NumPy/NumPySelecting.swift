import Arrays

extension NumPyNamespace {
  static let selecting: [Builtin] = [
    Builtin(
      "np.where", "where(condition, x=<>, y=<>)",
      "Elements of x where the condition holds, else of y; alone, where it holds.",
      example: "np.where([True, False], 1, -1)\nnp.where(np.array([0, 3, 5]) > 1)"
    ) { call in
      let condition = try call.array(0)
      switch (call.values[1], call.values[2]) {
      case (nil, nil): return tupleValue(try condition.nonzero())
      case (.some, .some): return .array(try NDArray.choose(condition, call.array(1), call.array(2)))
      default: throw Fault(.value, "np.where takes both x and y, or neither")
      }
    },
    Builtin(
      "np.select", "select(condlist, choicelist, default=0)", "Of the first condition that holds, the choice.",
      example: "x = np.arange(4)\nnp.select([x < 1, x < 3], [10, x], 99)"
    ) { .array(try NDArray.select($0.arrays(0), $0.arrays(1), otherwise: $0.array(2))) },
    Builtin(
      "np.nonzero", "nonzero(a)", "Where an array is not 0: the positions on each axis.",
      example: "np.nonzero([0, 3, 0, 5])"
    ) {
      tupleValue(try $0.array(0).nonzero())
    },
    Builtin(
      "np.flatnonzero", "flatnonzero(a)", "Where the flattened array is not 0.", example: "np.flatnonzero([0, 3, 0, 5])"
    ) {
      .array(try $0.array(0).flatNonzero())
    },
    Builtin(
      "np.argwhere", "argwhere(a)", "Where an array is not 0: one row of indices per element.",
      example: "np.argwhere([[0, 1], [2, 0]])"
    ) {
      .array(try $0.array(0).positionsOfNonzero())
    },
    Builtin(
      "np.take", "take(a, indices, axis=None, mode='raise')", "The elements, or slices along an axis, at indices.",
      example: "np.take([10, 20, 30], [2, 0])"
    ) {
      .numpy(
        try $0.array(0).take(
          $0.array(1), axis: $0.optionalInt(2),
          mode: TakeMode(rawValue: $0.word(3, of: TakeMode.allCases.map(\.rawValue)))!))
    },
    Builtin(
      "np.take_along_axis", "take_along_axis(arr, indices, axis=-1)",
      "Per line along an axis the elements at indices, as argsort gives them.",
      example: "a = np.array([[3, 1, 2]])\nnp.take_along_axis(a, np.argsort(a), axis=1)"
    ) { .array(try $0.array(0).takeAlong($0.array(1), axis: $0.optionalInt(2))) },
    Builtin(
      "np.put_along_axis", "put_along_axis(arr, indices, values, axis)",
      "Sets, per line along an axis, the elements at indices.",
      example: "a = np.zeros((2, 2))\nnp.put_along_axis(a, np.array([[1], [0]]), 7, axis=1)\na"
    ) { call in
      guard case .array(let array) = call[0] else {
        throw Fault(.type, "np.put_along_axis changes an array, not \(call[0].typeName)")
      }
      try array.putAlong(call.array(1), call.array(2), axis: call.optionalInt(3))
      return .none
    },
    Builtin(
      "np.extract", "extract(condition, arr)", "The elements where a condition holds.",
      example: "np.extract([True, False, True], [1, 2, 3])"
    ) {
      .array(try $0.array(1).raveled().item([.mask($0.array(0).raveled().casting(to: .bool))]))
    },
    Builtin(
      "np.ix_", "ix_(*args)", "Index arrays that select rows and columns together.",
      example: "a = np.arange(9).reshape(3, 3)\na[np.ix_([0, 2], [0, 1])]"
    ) { call in
      let vectors = try call.arrays(0)
      return tupleValue(
        try vectors.enumerated().map { i, vector in
          guard vector.dimensions == 1 else { throw Fault(.value, "np.ix_ takes vectors") }
          let positions = vector.dtype == .bool ? try vector.flatNonzero() : vector
          var shape = [Int](repeating: 1, count: vectors.count)
          shape[i] = positions.count
          return try positions.reshaped(shape)
        })
    },
    Builtin("np.diff", "diff(a, n=1, axis=-1)", "The differences of neighbours.", example: "np.diff([1, 4, 9])") {
      .array(try $0.array(0).differences(order: $0.int(1), axis: $0.int(2)))
    },
    Builtin(
      "np.interp", "interp(x, xp, fp, left=None, right=None)", "Values on the line through points.",
      example: "np.interp(1.5, [1, 2], [10, 20])"
    ) {
      .numpy(
        try NDArray.interpolate(
          $0.array(0), $0.array(1), $0.array(2), left: $0.optionalDouble(3), right: $0.optionalDouble(4)))
    },
    Builtin(
      "np.isclose", "isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)",
      "Whether elements are equal within a tolerance.",
      example: "np.isclose([1.0, 2.0], [1.0 + 1e-9, 2.1])"
    ) {
      .numpy(
        try NDArray.areClose(
          $0.array(0), $0.array(1), relative: $0.double(2), absolute: $0.double(3), equalNaN: $0.bool(4)))
    },
    Builtin(
      "np.allclose", "allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)",
      "Whether all elements are equal within a tolerance.",
      example: "np.allclose([0.1 + 0.2], [0.3])"
    ) {
      .bool(
        try NDArray.allClose(
          $0.array(0), $0.array(1), relative: $0.double(2), absolute: $0.double(3), equalNaN: $0.bool(4)))
    },
    Builtin(
      "np.array_equal", "array_equal(a1, a2, equal_nan=False)", "Whether shape and elements are equal.",
      example: "np.array_equal([1, 2], [1, 2])"
    ) {
      .bool(try NDArray.areEqual($0.array(0), $0.array(1), equalNaN: $0.bool(2)))
    },
    Builtin(
      "np.apply_along_axis", "apply_along_axis(func1d, axis, arr)", "A function of each line along an axis.",
      example: "np.apply_along_axis(lambda row: row.max(), 1, np.eye(2))"
    ) { try applyAlongAxis($0) },
    Builtin(
      "np.vectorize", "vectorize(pyfunc)", "A function of numbers as one of arrays.",
      example: "f = np.vectorize(lambda x: x + 1)\nf([1, 2])"
    ) { vectorize($0[0]) },
  ]

  private static func applyAlongAxis(_ call: Call) throws -> Value {
    let array = try call.array(2)
    let axis = try NDArray.axis(call.int(1), of: array.dimensions)
    let lines = try array.movingAxes([axis], to: [-1])
    var outer = Array(lines.shape.dropLast())
    let table = try lines.reshaped([outer.reduce(1, *), array.shape[axis]])
    guard table.shape[0] > 0 else { throw Fault(.value, "np.apply_along_axis needs at least one line") }
    var results: [NDArray] = []
    for i in 0..<table.shape[0] { results.append(try makeArray(call.session.call(call[0], [.array(table.row(i))]))) }
    let inner = Array(results[0].shape)
    let count = outer.count
    outer += inner
    let stacked = try NDArray.stack(results).reshaped(outer)
    guard !inner.isEmpty else { return .array(stacked) }
    return .array(try stacked.movingAxes(Array(count..<count + inner.count), to: Array(axis..<axis + inner.count)))
  }

  private static func vectorize(_ function: Value) -> Value {
    .builtin(
      Builtin("vectorized", "vectorized(*args)", "A function made by np.vectorize.") { call in
        let arrays = try call.arrays(0)
        var shape = Dims()
        for array in arrays { shape = try Dims.broadcast(shape, array.shape, operation: "np.vectorize") }
        let flat = try arrays.map { try $0.view(broadcastTo: shape).copy() }
        guard shape.product > 0 else { throw Fault(.value, "np.vectorize needs at least one element") }
        var results: [Value] = []
        for i in 0..<shape.product {
          results.append(try call.session.call(function, flat.map { .numpy($0.elementValue(at: i)) }))
        }
        return .array(try makeArray(.list(ListObject(results))).reshaped(Array(shape)))
      })
  }
}
