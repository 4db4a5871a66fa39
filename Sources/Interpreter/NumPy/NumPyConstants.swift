import Arrays
import Glibc

extension NumPyNamespace {
  public static let constants: [ValueNote] =
    [
      ValueNote(
        "pi", .float(Double.pi), "Half the circumference of a circle of radius 1.", example: "np.sin(np.pi / 2)"),
      ValueNote("e", .float(M_E), "The base of exp and log.", example: "np.log(np.e)"),
      ValueNote(
        "euler_gamma", .float(0.5772156649015329), "Euler's constant: what the sum of 1/k exceeds log n by, far out.",
        example: "np.euler_gamma"),
      ValueNote("inf", .float(.infinity), "Infinity: larger than every number.", example: "np.inf > 1e308"),
      ValueNote(
        "nan", .newFloat(.nan), "Not a number: the result of 0/0 and the like; equal to nothing, not even to itself.",
        example: "np.nan == np.nan"),
      ValueNote(
        "newaxis", .none, "In brackets, a new axis of length 1: a row or a column from a 1-D array.",
        example: "np.arange(3)[:, np.newaxis]"),
      ValueNote(
        "c_", .module(ModuleObject(name: "np.c_", members: [:])), "In brackets, 1-D arrays side by side as columns.",
        example: "np.c_[[1, 2], [3, 4]]"),
      ValueNote(
        "r_", .module(ModuleObject(name: "np.r_", members: [:])), "In brackets, arrays and ranges one after the other.",
        example: "np.r_[1:4, 0]"),
      ValueNote("testing", .module(testing), ""),
      ValueNote(
        "__version__", .text("2.0"), "The version of NumPy whose printing and promotion hold here.",
        example: "np.__version__"),
    ] + NumPyTypes.members

  static let numbers: [Builtin] = [
    Builtin("np.finfo", "finfo(dtype)", "The limits of floats: eps, max, min, tiny.", example: "np.finfo(float).eps") {
      call in
      guard try makeDType(call[0]) == .float64 else { throw Fault(.value, "np.finfo takes float") }
      return .module(
        ModuleObject(
          name: "np.finfo",
          members: [
            "eps": .numpyFloat(.ulpOfOne), "max": .numpyFloat(.greatestFiniteMagnitude),
            "min": .numpyFloat(-.greatestFiniteMagnitude),
            "tiny": .numpyFloat(.leastNormalMagnitude), "smallest_normal": .numpyFloat(.leastNormalMagnitude),
            "smallest_subnormal": .numpyFloat(.leastNonzeroMagnitude), "resolution": .numpyFloat(1e-15),
            "epsneg": .numpyFloat(.ulpOfOne / 2),
            "precision": .int(15), "bits": .int(64), "dtype": .type(NumPyTypes.object(of: .float64)),
          ]))
    },
    Builtin("np.iinfo", "iinfo(dtype)", "The limits of ints: max, min.", example: "np.iinfo(int).max") { call in
      guard try makeDType(call[0]) == .int64 else { throw Fault(.value, "np.iinfo takes int") }
      return .module(
        ModuleObject(
          name: "np.iinfo",
          members: [
            "max": .int(Int.max), "min": .int(Int.min), "bits": .int(64), "dtype": .type(NumPyTypes.object(of: .int64)),
          ]))
    },
    Builtin("np.dtype", "dtype(dtype)", "What kind of elements a type means.", example: "np.dtype(float)") {
      .type(NumPyTypes.object(of: try makeDType($0[0])))
    },
    Builtin(
      "np.result_type", "result_type(*args)", "The dtype that holds the values of all.",
      example: "np.result_type(int, float)"
    ) { call in
      let dtypes = try materialize(call[0]).map { item -> DType in
        switch item {
        case .type, .string: try makeDType(item)
        default: try makeArray(item).dtype
        }
      }
      return .type(NumPyTypes.object(of: dtypes.max() ?? .float64))
    },
    Builtin(
      "np.isscalar", "isscalar(element)", "Whether a value is a single number or word.", example: "np.isscalar(3.5)"
    ) { call in
      switch call[0] {
      case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .string: .bool(true)
      default: .bool(false)
      }
    },
    Builtin(
      "np.seterr", "seterr(all=None, divide=None, over=None, under=None, invalid=None)",
      "Accepted; warnings stay as they are.", example: "old = np.seterr(all='ignore')"
    ) {
      _ in errorState()
    },
    Builtin("np.geterr", "geterr()", "How floating-point errors are handled.", example: "np.geterr()['over']") { _ in
      errorState()
    },
    Builtin.refused(
      "np.errstate", "np.errstate needs with, which does not exist here",
      hint: "np.seterr is accepted; warnings go to the error stream"),
    Builtin.refused("np.load", "np.load does not exist here", hint: "data \"file.npz\" reads arrays"),
    Builtin.refused("np.save", "np.save does not exist here", hint: "save \"file\" keeps the network"),
    Builtin.refused("np.savez", "np.savez does not exist here", hint: "save \"file\" keeps the network"),
    Builtin.refused("np.savetxt", "np.savetxt does not exist here", hint: "print writes arrays"),
    Builtin.refused("np.loadtxt", "np.loadtxt does not exist here", hint: "data \"file.csv\" reads a table"),
    Builtin.refused("np.genfromtxt", "np.genfromtxt does not exist here", hint: "data \"file.csv\" reads a table"),
    Builtin.refused("np.matrix", "np.matrix does not exist here", hint: "np.array makes matrices, @ multiplies them"),
  ]

  private static func errorState() -> Value {
    let state = DictionaryObject()
    for (key, value) in [("divide", "warn"), ("over", "warn"), ("under", "ignore"), ("invalid", "warn")] {
      state.set(.string(Text(key)), original: .text(key), to: .text(value))
    }
    return .dictionary(state)
  }

  private static let testing = ModuleObject(
    name: "np.testing",
    members: [
      "assert_allclose": .builtin(
        Builtin(
          "np.testing.assert_allclose", "assert_allclose(actual, desired, rtol=1e-07, atol=0)",
          "Fails unless all elements are equal within a tolerance.",
          example: "np.testing.assert_allclose([0.1 + 0.2], [0.3])"
        ) { call in
          let (relative, absolute) = (try call.double(2), try call.double(3))
          guard
            try NDArray.allClose(call.array(0), call.array(1), relative: relative, absolute: absolute, equalNaN: true)
          else {
            throw Fault(.assertion, "the arrays are not equal to within rtol=\(relative), atol=\(absolute)")
          }
          return .none
        }),
      "assert_array_equal": .builtin(
        Builtin(
          "np.testing.assert_array_equal", "assert_array_equal(actual, desired)",
          "Fails unless all elements are equal.",
          example: "np.testing.assert_array_equal([1, 2], [1, 2])"
        ) { call in
          let (left, right) = (try call.array(0), try call.array(1))
          let shape = try Dims.broadcast(left.shape, right.shape, operation: "np.testing.assert_array_equal")
          guard try NDArray.areEqual(left.view(broadcastTo: shape), right.view(broadcastTo: shape), equalNaN: true)
          else {
            throw Fault(.assertion, "the arrays are not equal")
          }
          return .none
        }),
    ])
}
