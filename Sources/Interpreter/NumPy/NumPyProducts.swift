import Arrays

extension NumPyNamespace {
  static let products: [Builtin] = [
    Builtin(
      "np.matmul", "matmul(x1, x2, out=None)", "The matrix product a @ b.", example: "np.matmul([[1, 2]], [[3], [4]])"
    ) { try $0.delivering(.numpy(NDArray.matmul($0.array(0), $0.array(1), operation: "np.matmul")), out: 2) },
    Builtin(
      "np.dot", "dot(a, b, out=None)", "The product of vectors and matrices; of numbers, their product.",
      example: "np.dot([1, 2, 3], [4, 5, 6])", arrayForm: .dot, dot),
    Builtin("np.vdot", "vdot(a, b)", "The dot product of both, flattened.", example: "np.vdot([[1, 2]], [[3, 4]])") {
      .numpy(try NDArray.vdot($0.array(0), $0.array(1)))
    },
    Builtin(
      "np.inner", "inner(a, b)", "The products of all vectors along the last axes.", example: "np.inner([1, 2], [3, 4])"
    ) { .numpy(try NDArray.inner($0.array(0), $0.array(1))) },
    Builtin(
      "np.outer", "outer(a, b, out=None)", "Every element of a times every element of b.",
      example: "np.outer([1, 2], [3, 4])"
    ) { try $0.delivering(.numpy(NDArray.outer($0.array(0), $0.array(1))), out: 2) },
    Builtin(
      "np.trace", "trace(a, offset=0, axis1=0, axis2=1)", "The sum along the diagonal.",
      example: "np.trace([[1, 2], [3, 4]])",
      trace),
    Builtin(
      "np.kron", "kron(a, b)", "Every element of a times the whole of b, as blocks.",
      example: "np.kron([1, 10], [[1, 1]])"
    ) { .numpy(try NDArray.kronecker($0.array(0), $0.array(1))) },
  ]

  static let productMethods: [Builtin] = [
    Builtin(
      "ndarray.dot", "dot(self, b, out=None)", "The product with another array.", example: "np.eye(2).dot([1, 2])",
      arrayForm: .dot, dot),
    Builtin(
      "ndarray.trace", "trace(self, offset=0, axis1=0, axis2=1)", "The sum along the diagonal.",
      example: "np.eye(2).trace()",
      trace),
  ]

  private static func dot(_ call: Call) throws -> Value {
    try call.delivering(.numpy(NDArray.dot(call.array(0), call.array(1))), out: 2)
  }

  private static func trace(_ call: Call) throws -> Value {
    .numpy(try NDArray.trace(call.array(0), offset: call.int(1), axis1: call.int(2), axis2: call.int(3)))
  }
}
