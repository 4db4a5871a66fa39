import Arrays

extension NumPyNamespace {
  /// `np.linalg.X`.
  static let linearAlgebra: [Builtin] = [
    Builtin(
      "np.linalg.norm", "norm(x, ord=None, axis=None, keepdims=False)",
      "The length of a vector, or another norm of vectors and matrices.", example: "np.linalg.norm([3, 4])", norm),
    Builtin(
      "np.linalg.inv", "inv(a)", "The inverse of a square matrix.", example: "np.linalg.inv([[2, 0], [0, 4]])"
    ) { .numpy(try NDArray.inverse($0.array(0))) },
    Builtin(
      "np.linalg.solve", "solve(a, b)", "The x with a @ x = b.", example: "np.linalg.solve([[2, 0], [0, 4]], [2, 8])"
    ) { .numpy(try NDArray.solve($0.array(0), $0.array(1))) },
    Builtin(
      "np.linalg.det", "det(a)", "The determinant of a square matrix.", example: "np.linalg.det([[1, 2], [3, 4]])"
    ) { .numpy(try NDArray.determinant($0.array(0))) },
    Builtin(
      "np.linalg.matrix_power", "matrix_power(a, n)", "The product of a square matrix with itself, n times.",
      example: "np.linalg.matrix_power([[1, 1], [1, 0]], 5)"
    ) { .numpy(try NDArray.matrixPower($0.array(0), $0.int(1))) },
  ]

  private static func norm(_ call: Call) throws -> Value {
    let array = try call.array(0)
    let keepdims = try call.bool(3)
    let axes = try call.axes(2)
    let order = call.optional(1)
    if axes == nil && order == nil {
      let length = try NDArray.norm(array)
      return keepdims
        ? .numpy(NDArray([length], shape: Dims(repeating: 1, count: array.dimensions))) : .numpyFloat(length)
    }
    let set = try AxisSet(axes, of: array.dimensions)
    switch axes?.count ?? array.dimensions {
    case 1: return .numpy(try NDArray.norm(array, vectorNorm(order), set, keepdims: keepdims))
    case 2:
      let pair = try (axes ?? [0, 1]).map { try NDArray.axis($0, of: array.dimensions) }
      return .numpy(try matrixNorm(array, order, rows: pair[0], columns: pair[1], set, keepdims))
    default:
      throw Fault(
        .value, "np.linalg.norm takes vectors and matrices, not \(array.dimensions) dimensions at once",
        hint: "give it an axis")
    }
  }

  private static func vectorNorm(_ order: Value?) throws -> VectorNorm {
    guard let order else { return .p(2) }
    guard let p = order.asDouble else { throw unknownOrder(order) }
    if p == .infinity { return .largest }
    if p == -.infinity { return .smallest }
    return p == 0 ? .nonzero : .p(p)
  }

  /// Frobenius; the largest (smallest) sum of magnitudes over columns (1) or rows (inf).
  private static func matrixNorm(
    _ array: NDArray, _ order: Value?, rows: Int, columns: Int, _ axes: AxisSet, _ keepdims: Bool
  ) throws -> NDArray {
    if order == nil { return try NDArray.norm(array, .p(2), axes, keepdims: keepdims) }
    if case .string(let text)? = order, text.string == "fro" {
      return try NDArray.norm(array, .p(2), axes, keepdims: keepdims)
    }
    guard let p = order?.asDouble, p == 1 || p == -1 || p.isInfinite else { throw unknownOrder(order!) }
    let summed = p.magnitude == 1 ? rows : columns
    let sums = try NDArray.reduce(.sum, NDArray.apply(.absolute, array), axis: summed, keepdims: true)
    return try NDArray.reduce(p > 0 ? .max : .min, sums, axes, keepdims: keepdims)
  }

  private static func unknownOrder(_ order: Value) -> Fault {
    Fault(
      .unsupported, "np.linalg.norm does not know this ord here",
      hint: "vectors: 0, 1, 2, p, np.inf; matrices: 'fro', 1, -1, np.inf, -np.inf")
  }
}
