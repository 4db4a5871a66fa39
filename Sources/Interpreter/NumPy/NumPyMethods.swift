import Arrays

extension NumPyNamespace {
  static let shapingMethods: [Builtin] = [
    Builtin(
      "ndarray.reshape", "reshape(self, *shape, order='C')",
      "The same elements in another shape; -1 leaves one extent open.", example: "np.arange(6).reshape(2, -1)"
    ) {
      .array(try reshape($0.array(0), $0.variadicShape(1, allowsUnknown: true), isColumnsFirst: $0.isColumnsFirst(2)))
    },
    Builtin("ndarray.flatten", "flatten(self, order='C')", "A copy with one dimension.", example: "np.eye(2).flatten()")
    {
      .array(try $0.isColumnsFirst(1) ? $0.array(0).transposed.flatCopy() : $0.array(0).flatCopy())
    },
    Builtin(
      "ndarray.ravel", "ravel(self, order='C')", "One dimension, a view where possible.", example: "np.eye(2).ravel()"
    ) {
      .array(try $0.isColumnsFirst(1) ? $0.array(0).transposed.raveled() : $0.array(0).raveled())
    },
    Builtin(
      "ndarray.transpose", "transpose(self, *axes)", "Axes in reverse order, or in the order given.",
      example: "np.zeros((2, 3)).transpose().shape"
    ) { call in
      let array = try call.array(0)
      guard case .tuple(let axes) = call[1], !axes.items.isEmpty else { return call.likeReceiver(array.transposed) }
      if axes.items.count == 1, case .none = axes.items[0] { return call.likeReceiver(array.transposed) }
      return call.likeReceiver(try array.permuted(call.variadicShape(1, allowsUnknown: true)))
    },
    Builtin(
      "ndarray.swapaxes", "swapaxes(self, axis1, axis2)", "Two axes exchanged.",
      example: "np.zeros((2, 3)).swapaxes(0, 1).shape"
    ) {
      .array(try $0.array(0).swappingAxes($0.int(1), $0.int(2)))
    },
    Builtin(
      "ndarray.squeeze", "squeeze(self, axis=None)", "Without the axes of size 1.",
      example: "np.array([[1, 2]]).squeeze()"
    ) {
      $0.likeReceiver(try $0.array(0).squeezed($0.axes(1)))
    },
    Builtin(
      "ndarray.diagonal", "diagonal(self, offset=0, axis1=0, axis2=1)", "The diagonal as a view.",
      example: "np.eye(2).diagonal()"
    ) {
      .array(try $0.array(0).diagonal(offset: $0.int(1), axes: ($0.int(2), $0.int(3))))
    },
    Builtin(
      "ndarray.astype", "astype(self, dtype, copy=True)", "A copy with another dtype; floats are cut off at the point.",
      example: "np.array([1.7, -1.7]).astype(int)"
    ) { call in
      guard let dtype = try call.dtype(1) else { return call.likeReceiver(try call.array(0).cast(to: .float64)) }
      let array = try call.array(0)
      return call.likeReceiver(try call.bool(2) ? array.cast(to: dtype) : array.casting(to: dtype))
    },
    Builtin("ndarray.copy", "copy(self, order='C')", "A copy.", example: "a = np.zeros(2)\nb = a.copy()") {
      $0.likeReceiver(try $0.array(0).copy())
    },
    Builtin("ndarray.view", "view(self)", "The same memory under another name.", example: "np.zeros(2).view()") {
      call in
      let array = try call.array(0)
      return call.likeReceiver(NDArray(viewing: array, shape: array.shape, strides: array.strides, offset: 0))
    },
    Builtin.refused(
      "ndarray.resize", "resize does not exist here",
      hint: "reshape gives another shape, np.pad and np.concatenate another size"),
  ]

  static let elementMethods: [Builtin] = [
    Builtin(
      "ndarray.tolist", "tolist(self)", "The elements as nested lists of Python's numbers.",
      example: "np.eye(2).tolist()"
    ) { try listed($0.array(0)) },
    Builtin("ndarray.item", "item(self, *args)", "One element as Python's number.", example: "np.array([[5]]).item()") {
      call in
      let array = try call.array(0)
      var index = try call.variadicShape(1, allowsUnknown: true)
      if index.isEmpty {
        guard array.count == 1 else {
          throw Fault(
            .value, "only an array of one element can be made a number, this one has \(array.count)",
            hint: "item(i) picks one")
        }
        index = [Int](repeating: 0, count: array.dimensions)
      }
      if index.count == 1 && array.dimensions != 1 { return python(try array.raveled().element(index[0])) }
      guard index.count == array.dimensions else {
        throw ArrayError.tooManyIndices(given: index.count, dimensions: array.dimensions)
      }
      return python(try array.item(index.map { .at($0) }).elementValue(at: 0))
    },
    Builtin("ndarray.fill", "fill(self, value)", "Sets every element.", example: "a = np.zeros(2)\na.fill(7)\na") {
      try $0.array(0).fill($0.scalar(1))
      return .none
    },
    Builtin(
      "ndarray.sort", "sort(self, axis=-1, kind=None)", "Sorts in place, NaN last.",
      example: "a = np.array([3, 1, 2])\na.sort()\na"
    ) {
      if $0.optional(2) != nil { _ = try $0.word(2, of: sortKinds) }
      try $0.array(0).sort(axis: $0.int(1))
      return .none
    },
    Builtin(
      "ndarray.argsort", "argsort(self, axis=-1, kind=None)", "The positions that sort the array.",
      example: "np.array([30, 10, 20]).argsort()"
    ) {
      if $0.optional(2) != nil { _ = try $0.word(2, of: sortKinds) }
      return .array(try $0.array(0).argsorted(axis: $0.optionalInt(1)))
    },
    Builtin(
      "ndarray.nonzero", "nonzero(self)", "Where the array is not 0: the positions on each axis.",
      example: "np.array([0, 3]).nonzero()"
    ) {
      tupleValue(try $0.array(0).nonzero())
    },
    Builtin(
      "ndarray.repeat", "repeat(self, repeats, axis=None)", "Each element several times.",
      example: "np.array([1, 2]).repeat(2)"
    ) {
      .array(try $0.array(0).repeated($0.ints(1), axis: $0.optionalInt(2)))
    },
    Builtin(
      "ndarray.take", "take(self, indices, axis=None)", "The elements, or slices along an axis, at indices.",
      example: "np.array([10, 20, 30]).take([2, 0])"
    ) {
      .numpy(try $0.array(0).take($0.array(1), axis: $0.optionalInt(2)))
    },
    Builtin(
      "ndarray.searchsorted", "searchsorted(self, v, side='left')", "Where values would go into a sorted vector.",
      example: "np.array([1, 3, 5]).searchsorted(4)"
    ) {
      .numpy(try $0.array(0).positions(of: $0.array(1), isRight: $0.word(2, of: ["left", "right"]) == "right"))
    },
  ]

  /// An element as Python's number.
  static func python(_ scalar: Scalar) -> Value {
    switch scalar {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .newFloat(value)
    }
  }

  /// An array as nested lists.
  static func listed(_ array: NDArray) throws -> Value {
    if array.count > NDArray.memoryLimit / (4 * MemoryLayout<Value>.stride) {
      throw Fault(.memory, "a list of \(array.count) elements does not fit in memory")
    }
    var pace = Cancellation.Pace()
    return try listed(array, &pace)
  }

  private static func listed(_ array: NDArray, _ pace: inout Cancellation.Pace) throws -> Value {
    guard array.dimensions > 0 else { return python(array.elementValue(at: 0)) }
    var (shape, strides) = (array.shape, array.strides)
    let (extent, step) = (shape.remove(at: 0), strides.remove(at: 0))
    var items: [Value] = []
    items.reserveCapacity(extent)
    for i in 0..<extent {
      let offset = array.count == 0 ? 0 : i * step
      if shape.count == 0 {
        items.append(python(array.elementValue(at: offset)))
      } else {
        items.append(try listed(NDArray(viewing: array, shape: shape, strides: strides, offset: offset), &pace))
      }
      try pace.step(8)
    }
    return .list(ListObject(items))
  }
}
