import Arrays

extension NumPyNamespace {
  static let joining: [Builtin] = [
    Builtin(
      "np.concatenate", "concatenate(arrays, axis=0)",
      "Arrays one after the other along an axis; axis=None flattens them.",
      example: "np.concatenate([[1, 2], [3]])"
    ) { .array(try NDArray.concatenate($0.arrays(0), axis: $0.optionalInt(1))) },
    Builtin(
      "np.stack", "stack(arrays, axis=0)", "Arrays of one shape along a new axis.",
      example: "np.stack([[1, 2], [3, 4]])"
    ) {
      .array(try NDArray.stack($0.arrays(0), axis: $0.int(1)))
    },
    Builtin(
      "np.vstack", "vstack(tup)", "Arrays one below the other; vectors are rows.",
      example: "np.vstack([[1, 2], [3, 4]])"
    ) {
      .array(try NDArray.stackRows($0.arrays(0)))
    },
    Builtin("np.hstack", "hstack(tup)", "Arrays beside each other.", example: "np.hstack([[1, 2], [3]])") {
      .array(try NDArray.stackHorizontally($0.arrays(0)))
    },
    Builtin(
      "np.dstack", "dstack(tup)", "Arrays behind each other, along a third axis.",
      example: "np.dstack([[1, 2], [3, 4]])"
    ) {
      .array(
        try NDArray.concatenate(
          $0.arrays(0).map { $0.dimensions >= 3 ? $0 : try $0.withDimensions(atLeast: 2).expanded([2]) }, axis: 2))
    },
    Builtin(
      "np.column_stack", "column_stack(tup)", "Vectors as the columns of a matrix.",
      example: "np.column_stack([[1, 2], [3, 4]])"
    ) {
      .array(try NDArray.stackColumns($0.arrays(0)))
    },
    Builtin(
      "np.split", "split(ary, indices_or_sections, axis=0)", "Equal parts, or the parts between positions.",
      example: "np.split(np.arange(6), 3)\nnp.split(np.arange(6), [1, 4])"
    ) { listValue(try split($0.array(0), $0[1], axis: $0.int(2), isEven: true)) },
    Builtin(
      "np.array_split", "array_split(ary, indices_or_sections, axis=0)", "Parts as equal as possible.",
      example: "np.array_split(np.arange(5), 2)"
    ) { listValue(try split($0.array(0), $0[1], axis: $0.int(2), isEven: false)) },
    Builtin(
      "np.hsplit", "hsplit(ary, indices_or_sections)", "Parts beside each other.", example: "np.hsplit(np.eye(2), 2)"
    ) {
      let array = try $0.array(0)
      if array.dimensions == 0 { throw Fault(.value, "np.hsplit needs an array of at least one dimension") }
      return listValue(try split(array, $0[1], axis: array.dimensions == 1 ? 0 : 1, isEven: true))
    },
    Builtin(
      "np.vsplit", "vsplit(ary, indices_or_sections)", "Parts one below the other.", example: "np.vsplit(np.eye(2), 2)"
    ) {
      let array = try $0.array(0)
      if array.dimensions < 2 { throw Fault(.value, "np.vsplit needs an array of at least two dimensions") }
      return listValue(try split(array, $0[1], axis: 0, isEven: true))
    },
    Builtin(
      "np.tile", "tile(A, reps)", "The whole array several times.",
      example: "np.tile([1, 2], 2)\nnp.tile([1, 2], (2, 1))"
    ) {
      .array(try $0.array(0).tiled($0.ints(1)))
    },
    Builtin(
      "np.repeat", "repeat(a, repeats, axis=None)", "Each element several times.", example: "np.repeat([1, 2], 2)"
    ) {
      .array(try $0.array(0).repeated($0.ints(1), axis: $0.optionalInt(2)))
    },
    Builtin(
      "np.append", "append(arr, values, axis=None)", "Values behind an array, as a new array.",
      example: "np.append([1, 2], 3)"
    ) {
      .array(try $0.array(0).appending($0.array(1), axis: $0.optionalInt(2)))
    },
    Builtin(
      "np.insert", "insert(arr, obj, values, axis=None)", "Values inserted before positions, as a new array.",
      example: "np.insert([1, 3], 1, 2)"
    ) {
      .array(try $0.array(0).inserting($0.array(2), at: $0.ints(1), axis: $0.optionalInt(3)))
    },
    Builtin(
      "np.delete", "delete(arr, obj, axis=None)", "A copy without some positions.", example: "np.delete([1, 2, 3], 1)"
    ) { call in
      let array = try call.array(0)
      let axis = try call.optionalInt(2)
      let extent = try axis.map { array.shape[try NDArray.axis($0, of: array.dimensions)] } ?? array.count
      return .array(try array.deleting(positions(call[1], extent), axis: axis))
    },
    Builtin(
      "np.pad", "pad(array, pad_width, mode='constant', constant_values=0)",
      "A border around an array: zeros or another constant, or edge, reflect, symmetric, wrap.",
      example: "np.pad([[1, 2]], 1)"
    ) { call in
      let array = try call.array(0)
      let mode = PadMode(rawValue: try call.word(2, of: PadMode.allCases.map(\.rawValue)))!
      let given = try call.array(1)
      guard given.dtype == .int64 else { throw Fault(.type, "np.pad: pad_width must be ints, not \(given.dtype.name)") }
      // NumPy's rule: a number, a pair for all axes, or a pair per axis.
      let widths = try (given.dimensions == 1 && given.count == 1 ? given.reshaped([]) : given).view(broadcastTo: [
        array.dimensions, 2,
      ]).copy()
      let pairs = (0..<array.dimensions).map { (before: widths.ints[2 * $0], after: widths.ints[2 * $0 + 1]) }
      return .array(try array.padded(pairs, mode: mode, value: call.scalar(3)))
    },
  ]

  private static func split(_ array: NDArray, _ sections: Value, axis: Int, isEven: Bool) throws -> [NDArray] {
    if let parts = sections.asIndex { return try array.split(into: parts, axis: axis, isEven: isEven) }
    return try array.split(at: makeShapeless(sections, "np.split: the positions"), axis: axis)
  }

  /// Any number of ints.
  private static func makeShapeless(_ value: Value, _ name: String) throws -> [Int] {
    try materialize(value).map { item in
      guard let int = item.asIndex else { throw Fault(.type, "\(name) must be ints, not \(item.typeName)") }
      return int
    }
  }

  /// Positions on an axis: an int, ints, a mask, a slice.
  private static func positions(_ value: Value, _ extent: Int) throws -> [Int] {
    if let index = value.asIndex { return [index] }
    let selected = try NDArray.arange(0, extent, step: 1)
    if case .slice = value {
      let part = try selected.item([arrayIndex(value)]).copy()
      return (0..<part.count).map { part.ints[$0] }
    }
    let array = try makeArray(value)
    if array.dtype == .bool {
      let part = try selected.item([.mask(array)])
      return (0..<part.count).map { part.ints[$0] }
    }
    return try makeShapeless(value, "np.delete: the positions")
  }
}

/// `np.c_[a, b]`: vectors as columns, matrices beside each other.
func concatenateColumns(_ items: [Value]) throws -> Value {
  let arrays = try items.map { item in
    let array = try rangeOrArray(item, "np.c_")
    return array.dimensions < 2 ? try array.reshaped([array.count, 1]) : array
  }
  return .array(try NDArray.concatenate(arrays, axis: -1))
}

/// `np.r_[a, b]`: one after the other along the first axis; slices are ranges.
func concatenateRows(_ items: [Value]) throws -> Value {
  .array(try NDArray.concatenate(items.map { try rangeOrArray($0, "np.r_").withDimensions(atLeast: 1) }, axis: 0))
}

/// A slice as the range it means, anything else as an array.
private func rangeOrArray(_ value: Value, _ name: String) throws -> NDArray {
  if case .string = value {
    throw Fault(.unsupported, "\(name) takes no words here", hint: "np.concatenate and np.stack take an axis")
  }
  guard case .slice(let slice) = value else { return try makeArray(value) }
  func number(_ value: Value, _ otherwise: Int) throws -> Scalar {
    if case .none = value { return .int(otherwise) }
    guard let scalar = value.asScalar else {
      throw Fault(.type, "\(name): a range goes over numbers, not \(value.typeName)")
    }
    return scalar
  }
  if case .none = slice.stop { throw Fault(.value, "\(name): a range needs its stop") }
  let (start, stop, step) = (try number(slice.start, 0), try number(slice.stop, 0), try number(slice.step, 1))
  if let first = start.exactInt, let last = stop.exactInt, let by = step.exactInt {
    return try NDArray.arange(first, last, step: by)
  }
  return try NDArray.arange(start.double, stop.double, step: step.double)
}
