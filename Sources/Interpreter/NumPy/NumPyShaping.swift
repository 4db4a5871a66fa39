import Arrays

extension NumPyNamespace {
  static let shaping: [Builtin] = [
    Builtin(
      "np.reshape", "reshape(a, shape=<>, order='C', newshape=<>)",
      "The same elements in another shape; -1 leaves one extent open.",
      example: "np.reshape([1, 2, 3, 4], (2, -1))"
    ) { call in
      let index = call.values[1] != nil ? 1 : 3
      guard call.values[index] != nil else {
        throw Fault(.type, "np.reshape needs a shape", hint: "np.reshape(a, (2, -1))")
      }
      if index == 1, call.optional(3) != nil {
        throw Fault(.type, "np.reshape takes the shape once", hint: "newshape is the old name of shape")
      }
      return .array(
        try reshape(call.array(0), call.shape(index, allowsUnknown: true), isColumnsFirst: call.isColumnsFirst(2)))
    },
    Builtin(
      "np.ravel", "ravel(a, order='C')", "One dimension, a view where possible.", example: "np.ravel([[1, 2], [3, 4]])"
    ) {
      .array(try $0.isColumnsFirst(1) ? $0.array(0).transposed.raveled() : $0.array(0).raveled())
    },
    Builtin(
      "np.transpose", "transpose(a, axes=None)", "Axes in reverse order, or in the order given.",
      example: "np.transpose([[1, 2], [3, 4]])"
    ) {
      let array = try $0.array(0)
      return .array(try $0.axes(1).map { try array.permuted($0) } ?? array.transposed)
    },
    Builtin(
      "np.swapaxes", "swapaxes(a, axis1, axis2)", "Two axes exchanged.",
      example: "np.swapaxes(np.zeros((2, 3)), 0, 1).shape"
    ) {
      .array(try $0.array(0).swappingAxes($0.int(1), $0.int(2)))
    },
    Builtin(
      "np.moveaxis", "moveaxis(a, source, destination)", "Axes at other places.",
      example: "np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape"
    ) { .array(try $0.array(0).movingAxes($0.ints(1), to: $0.ints(2))) },
    Builtin("np.squeeze", "squeeze(a, axis=None)", "Without the axes of size 1.", example: "np.squeeze([[1, 2, 3]])") {
      .array(try $0.array(0).squeezed($0.axes(1)))
    },
    Builtin(
      "np.expand_dims", "expand_dims(a, axis)", "With a new axis of size 1.", example: "np.expand_dims([1, 2], 1)"
    ) {
      .array(try $0.array(0).expanded($0.axes(1) ?? []))
    },
    Builtin(
      "np.broadcast_to", "broadcast_to(array, shape)", "A view repeated to a shape; it cannot be written to.",
      example: "np.broadcast_to([1, 2], (2, 2))"
    ) {
      .array(try $0.array(0).view(broadcastTo: Dims($0.shape(1))))
    },
    Builtin(
      "np.broadcast_arrays", "broadcast_arrays(*args)", "Arrays repeated to the shape they have together.",
      example: "a, b = np.broadcast_arrays([1, 2], [[0], [1]])\nb"
    ) { call in
      let arrays = try call.arrays(0)
      var shape = Dims()
      for array in arrays { shape = try Dims.broadcast(shape, array.shape, operation: "np.broadcast_arrays") }
      return tupleValue(try arrays.map { try $0.view(broadcastTo: shape) })
    },
    Builtin(
      "np.broadcast_shapes", "broadcast_shapes(*args)", "The shape that arrays of these shapes take together.",
      example: "np.broadcast_shapes((2, 1), (3,))"
    ) {
      call in
      var shape = Dims()
      for item in try materialize(call[0]) {
        shape = try Dims.broadcast(
          shape, Dims(makeShape(item, name: "np.broadcast_shapes")), operation: "np.broadcast_shapes")
      }
      return shapeValue(shape)
    },
    Builtin("np.atleast_1d", "atleast_1d(a)", "A number becomes a vector, an array stays.", example: "np.atleast_1d(5)")
    {
      .array(try $0.array(0).withDimensions(atLeast: 1))
    },
    Builtin(
      "np.atleast_2d", "atleast_2d(a)", "A vector becomes a row, a matrix stays.", example: "np.atleast_2d([1, 2])"
    ) {
      .array(try $0.array(0).withDimensions(atLeast: 2))
    },
    Builtin("np.flip", "flip(a, axis=None)", "The elements in reverse order.", example: "np.flip([1, 2, 3])") {
      .array(try $0.array(0).flipped($0.axes(1)))
    },
    Builtin("np.flipud", "flipud(a)", "The rows in reverse order.", example: "np.flipud([[1], [2]])") {
      .array(try $0.array(0).flipped([0]))
    },
    Builtin("np.fliplr", "fliplr(a)", "The columns in reverse order.", example: "np.fliplr([[1, 2]])") {
      .array(try $0.array(0).flipped([1]))
    },
    Builtin(
      "np.roll", "roll(a, shift, axis=None)", "Elements moved on, the last ones to the front.",
      example: "np.roll([1, 2, 3, 4], 1)"
    ) { call in
      let (shifts, array) = (try call.ints(1), try call.array(0))
      guard let axes = try call.axes(2) else { return .array(try array.rolled(shifts.reduce(0, &+), axis: nil)) }
      guard shifts.count == axes.count || shifts.count == 1 || axes.count == 1 else {
        throw Fault(.value, "np.roll needs as many shifts as axes")
      }
      var result = try array.copy()
      for i in 0..<max(shifts.count, axes.count) {
        result = try result.rolled(shifts[shifts.count == 1 ? 0 : i], axis: axes[axes.count == 1 ? 0 : i])
      }
      return .array(result)
    },
    Builtin(
      "np.rot90", "rot90(m, k=1, axes=(0, 1))", "Turned by 90 degrees, k times.", example: "np.rot90([[1, 2], [3, 4]])"
    ) { call in
      let axes = try call.ints(2)
      guard axes.count == 2 else { throw Fault(.value, "np.rot90: axes must be two") }
      return .array(try call.array(0).rotated(call.int(1), axes: (axes[0], axes[1])))
    },
    Builtin("np.tril", "tril(m, k=0)", "Zeros above the diagonal.", example: "np.tril([[1, 2], [3, 4]])") {
      .array(try $0.array(0).triangle(isLower: true, offset: $0.int(1)))
    },
    Builtin("np.triu", "triu(m, k=0)", "Zeros below the diagonal.", example: "np.triu([[1, 2], [3, 4]])") {
      .array(try $0.array(0).triangle(isLower: false, offset: $0.int(1)))
    },
    Builtin(
      "np.diagonal", "diagonal(a, offset=0, axis1=0, axis2=1)", "The diagonal as a view.",
      example: "np.diagonal([[1, 2], [3, 4]])"
    ) {
      .array(try $0.array(0).diagonal(offset: $0.int(1), axes: ($0.int(2), $0.int(3))))
    },
    Builtin(
      "np.fill_diagonal", "fill_diagonal(a, val, wrap=False)", "Sets the diagonal of an array in place.",
      example: "a = np.zeros((2, 2))\nnp.fill_diagonal(a, 5)\na"
    ) { call in
      guard case .array(let array) = call[0] else {
        throw Fault(.type, "np.fill_diagonal changes an array, not \(call[0].typeName)")
      }
      try array.fillDiagonal(call.array(1), wrap: call.bool(2))
      return .none
    },
    Builtin("np.shape", "shape(a)", "The shape of an array.", example: "np.shape([[1, 2, 3]])") {
      shapeValue(try $0.array(0).shape)
    },
    Builtin("np.ndim", "ndim(a)", "The number of dimensions.", example: "np.ndim([[1, 2, 3]])") {
      .int(try $0.array(0).dimensions)
    },
    Builtin(
      "np.size", "size(a, axis=None)", "The number of elements, or the size of an axis.",
      example: "np.size([[1, 2, 3]])"
    ) { call in
      let array = try call.array(0)
      guard let axis = try call.optionalInt(1) else { return .int(array.count) }
      return .int(array.shape[try NDArray.axis(axis, of: array.dimensions)])
    },
    Builtin(
      "np.shares_memory", "shares_memory(a, b)", "Whether two arrays have memory in common.",
      example: "a = np.zeros(3)\nnp.shares_memory(a, a[1:])"
    ) {
      call in
      guard case .array(let a) = call[0], case .array(let b) = call[1], a.root === b.root else { return .bool(false) }
      return .bool(try a.sharesMemory(b))
    },
  ]

  static func reshape(_ array: NDArray, _ shape: [Int], isColumnsFirst: Bool) throws -> NDArray {
    isColumnsFirst ? try array.transposed.reshaped(shape.reversed()).transposed : try array.reshaped(shape)
  }

  /// A shape as Python's tuple.
  static func shapeValue(_ shape: Dims) -> Value { .tuple(TupleObject(shape.map { .int($0) })) }
}
