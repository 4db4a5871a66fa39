import Arrays

/// `np.float64` and its like, and what `a.dtype` gives.
public enum NumPyTypes {
  /// `a.dtype`: prints as `float64`; equal to the types that mean it.
  public static func object(of dtype: DType) -> TypeObject {
    switch dtype {
    case .bool: boolDType
    case .int64: intDType
    case .float64: floatDType
    }
  }

  private static let boolDType = TypeObject(name: "bool", dtype: .bool, constructor: bool.constructor)
  private static let intDType = TypeObject(name: "int64", dtype: .int64, constructor: int64.constructor)
  private static let floatDType = TypeObject(name: "float64", dtype: .float64, constructor: float64.constructor)

  /// Whether a type is what `a.dtype` gives, not a class.
  public static func isDType(_ type: TypeObject) -> Bool {
    type === boolDType || type === intDType || type === floatDType
  }

  public static let float64 = numberType(
    "float64", .float64, "float64(x=0)", "A float of NumPy: dividing it by zero gives inf.", "np.float64(1.5)")
  public static let int64 = numberType(
    "int64", .int64, "int64(x=0)", "An int of NumPy: it wraps around.", "np.int64(3)")
  public static let bool = numberType("bool", .bool, "bool_(x=False)", "A truth value of NumPy.", "np.bool_(1)")
  public static let ndarray = TypeObject(name: "numpy.ndarray")
  public static let integer = TypeObject(name: "numpy.integer")
  public static let floating = TypeObject(name: "numpy.floating")
  public static let number = TypeObject(name: "numpy.number")
  public static let generic = TypeObject(name: "numpy.generic")

  private static func numberType(
    _ name: String, _ dtype: DType, _ signature: String, _ summary: String, _ example: String
  ) -> TypeObject {
    TypeObject(
      name: "numpy." + name, dtype: dtype,
      constructor: Builtin("np." + name, signature, summary, example: example) { call in
        if case .string(let text) = call[0] {
          let trimmed = text.string.trimmingSpaces
          switch dtype {
          case .float64: if let value = Double(trimmed) { return .numpyFloat(value) }
          case .int64: if let value = Int(trimmed) { return .numpyInt(value) }
          case .bool: return .numpyBool(!text.string.isEmpty)
          }
          throw Fault(.value, "\(text.string) is not a number")
        }
        if case .array(let array) = call[0] { return .numpy(try array.casting(to: dtype)) }
        return .numpy(try makeArray(call[0], dtype: dtype))
      })
  }

  /// Types that exist in NumPy and not here: they say so when they are used.
  private static let missing = [
    "float32", "float16", "int32", "int16", "int8", "uint8", "uint16", "uint32", "uint64", "complex64", "complex128",
    "object_", "str_",
  ]

  static let members: [ValueNote] =
    [
      ValueNote("float64", .type(float64), ""), ValueNote("double", .type(float64), ""),
      ValueNote("float_", .type(float64), ""), ValueNote("int64", .type(int64), ""),
      ValueNote("int_", .type(int64), ""),
      ValueNote("intp", .type(int64), ""), ValueNote("bool_", .type(bool), ""), ValueNote("bool", .type(bool), ""),
      ValueNote("ndarray", .type(ndarray), "The type of arrays.", example: "isinstance(np.zeros(3), np.ndarray)"),
      ValueNote(
        "integer", .type(integer), "What NumPy's ints have in common.", example: "isinstance(np.int64(3), np.integer)"),
      ValueNote(
        "floating", .type(floating), "What NumPy's floats have in common.",
        example: "isinstance(np.float64(3), np.floating)"),
      ValueNote(
        "number", .type(number), "What NumPy's numbers have in common.", example: "isinstance(np.int64(3), np.number)"),
      ValueNote(
        "generic", .type(generic), "What NumPy's scalars have in common.",
        example: "isinstance(np.bool_(True), np.generic)"),
    ]
    + missing.map {
      ValueNote(
        $0, .type(TypeObject(name: "numpy." + $0, isRefusal: true)),
        "Not here: the elements of arrays are float64, int64 or bool.")
    }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    var rest = drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }
}
