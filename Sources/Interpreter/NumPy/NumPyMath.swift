import Arrays

extension NumPyNamespace {
  /// The elementwise functions and the products.
  static let math: [Builtin] = functionsOfOne + functionsOfTwo + comparisons + rounding + products

  private static func one(_ name: String, _ function: UnaryFunction, _ summary: String, _ example: String) -> Builtin {
    Builtin(
      "np.\(name)", "\(name)(x, out=None)", summary, example: "np.\(name)(\(example))", canWarn: true,
      arrayForm: .function(function)
    ) { try $0.delivering(applyElementwise(function, $0[0]), out: 1) }
  }

  private static func two(_ name: String, _ op: ArrayOperation, _ summary: String, _ example: String) -> Builtin {
    Builtin(
      "np.\(name)", "\(name)(x1, x2, out=None)", summary, example: "np.\(name)(\(example))", canWarn: true,
      arrayForm: .operation(op)
    ) { try $0.delivering(applyElementwise(op, $0[0], $0[1]), out: 2) }
  }

  private static func comparison(_ name: String, _ op: ArrayComparison, _ summary: String) -> Builtin {
    Builtin("np.\(name)", "\(name)(x1, x2, out=None)", summary, example: "np.\(name)([1, 2, 3], 2)") {
      try $0.delivering(compareElementwise(op, $0[0], $0[1]), out: 2)
    }
  }

  private static let functionsOfOne: [Builtin] = [
    one("exp", .exp, "e to the power of each element.", "[0, 1]"),
    one("exp2", .exp2, "2 to the power of each element.", "[0, 1, 3]"),
    one("expm1", .expm1, "exp(x) - 1, exact for small x.", "[1e-10, 1]"),
    one("log", .log, "The natural logarithm of each element.", "[1, np.e]"),
    one("log2", .log2, "The logarithm to base 2 of each element.", "[1, 8]"),
    one("log10", .log10, "The logarithm to base 10 of each element.", "[1, 1000]"),
    one("log1p", .log1p, "log(1 + x), exact for small x.", "[1e-10, 1]"),
    one("sqrt", .sqrt, "The square root of each element.", "[4, 9]"),
    one("cbrt", .cbrt, "The cube root of each element.", "[8, 27]"),
    one("square", .square, "The square of each element.", "[1, 2, 3]"),
    one("reciprocal", .reciprocal, "1 / x of each element.", "[2.0, 4.0]"),
    one("negative", .negative, "Each element with the other sign.", "[1, -2]"),
    one("positive", .positive, "A copy of the elements.", "[1, -2]"),
    one("abs", .absolute, "The absolute value of each element.", "[-1, 2]"),
    one("absolute", .absolute, "The absolute value of each element.", "[-1, 2]"),
    Builtin(
      "np.fabs", "fabs(x)", "The absolute value of each element, as a float.", example: "np.fabs([-1, 2])"
    ) { try applyElementwise(.absolute, applyElementwise(.multiply, $0[0], .float(1))) },
    one("sign", .sign, "-1, 0 or 1, by the sign of each element.", "[-3, 0, 5]"),
    one("floor", .floor, "The largest whole number not above each element.", "[1.7, -1.7]"),
    one("ceil", .ceil, "The smallest whole number not below each element.", "[1.2, -1.2]"),
    one("trunc", .trunc, "Each element without its fraction.", "[1.7, -1.7]"),
    one("fix", .trunc, "Each element without its fraction.", "[1.7, -1.7]"),
    one("rint", .rint, "The nearest whole number, halves to the even one.", "[0.5, 1.5]"),
    one("sin", .sin, "The sine of each element, in radians.", "[0, np.pi / 2]"),
    one("cos", .cos, "The cosine of each element, in radians.", "[0, np.pi]"),
    one("tan", .tan, "The tangent of each element, in radians.", "[0, 1]"),
    one("arcsin", .arcsin, "The angle whose sine each element is.", "[0, 1]"),
    one("arccos", .arccos, "The angle whose cosine each element is.", "[1, 0]"),
    one("arctan", .arctan, "The angle whose tangent each element is.", "[0, 1]"),
    one("sinh", .sinh, "The hyperbolic sine of each element.", "[0, 1]"),
    one("cosh", .cosh, "The hyperbolic cosine of each element.", "[0, 1]"),
    one("tanh", .tanh, "The hyperbolic tangent of each element.", "[0, 1]"),
    one("arcsinh", .arcsinh, "The inverse of sinh.", "[0, 1]"),
    one("arccosh", .arccosh, "The inverse of cosh.", "[1, 2]"),
    one("arctanh", .arctanh, "The inverse of tanh.", "[0, 0.5]"),
    one("radians", .radians, "Degrees as radians.", "[0, 180]"),
    one("deg2rad", .radians, "Degrees as radians.", "[0, 180]"),
    one("degrees", .degrees, "Radians as degrees.", "[0, np.pi]"),
    one("rad2deg", .degrees, "Radians as degrees.", "[0, np.pi]"),
    one("isnan", .isnan, "Whether each element is nan.", "[1.0, np.nan]"),
    one("isinf", .isinf, "Whether each element is infinite.", "[1.0, np.inf]"),
    one("isfinite", .isfinite, "Whether each element is a finite number.", "[1.0, np.inf]"),
    one("signbit", .signbit, "Whether each element has a minus sign.", "[1.0, -0.0]"),
    one("logical_not", .logicalNot, "Whether each element is false or zero.", "[0, 1]"),
    one("invert", .invert, "The opposite of bools, the complement of ints.", "[True, False]"),
    one("bitwise_not", .invert, "The opposite of bools, the complement of ints.", "[True, False]"),
  ]

  private static let functionsOfTwo: [Builtin] = [
    two("add", .add, "a + b, element by element.", "[1, 2], [3, 4]"),
    two("subtract", .subtract, "a - b, element by element.", "[1, 2], [3, 4]"),
    two("multiply", .multiply, "a * b, element by element.", "[1, 2], [3, 4]"),
    two("divide", .divide, "a / b, element by element.", "[1, 2], [3, 4]"),
    two("true_divide", .divide, "a / b, element by element.", "[1, 2], [3, 4]"),
    two("floor_divide", .floorDivide, "a // b, element by element.", "[7, -7], 2"),
    two("mod", .remainder, "a % b, with the divisor's sign.", "[7, -7], 3"),
    two("remainder", .remainder, "a % b, with the divisor's sign.", "[7, -7], 3"),
    two("fmod", .fmod, "The remainder with the dividend's sign.", "[7, -7], 3"),
    two("power", .power, "a ** b, element by element.", "[1, 2, 3], 2"),
    Builtin(
      "np.float_power", "float_power(x1, x2)", "a ** b in floats.", example: "np.float_power([1, 2, 3], -1)"
    ) { try applyElementwise(.power, applyElementwise(.multiply, $0[0], .float(1)), $0[1]) },
    two("maximum", .maximum, "The larger of each two elements.", "[1, 5], [4, 2]"),
    two("minimum", .minimum, "The smaller of each two elements.", "[1, 5], [4, 2]"),
    two("fmax", .fmax, "The larger of each two elements; nan counts as missing.", "[1, np.nan], [4, 2]"),
    two("fmin", .fmin, "The smaller of each two elements; nan counts as missing.", "[1, np.nan], [4, 2]"),
    two("arctan2", .arctan2, "The angle of the point (x2, x1).", "[1, -1], [1, 1]"),
    two("hypot", .hypot, "The length of the hypotenuse.", "[3, 5], [4, 12]"),
    two("copysign", .copysign, "The first number with the second's sign.", "[1, 2], [-1, 1]"),
    two("logaddexp", .logaddexp, "log(exp(a) + exp(b)) without overflow.", "[0, 1000], [0, 1000]"),
    two("logical_and", .logicalAnd, "Whether both elements are true.", "[1, 0], [1, 1]"),
    two("logical_or", .logicalOr, "Whether one of both elements is true.", "[1, 0], [0, 0]"),
    two("logical_xor", .logicalXor, "Whether just one of both elements is true.", "[1, 0], [1, 1]"),
    two("bitwise_and", .bitAnd, "a & b, element by element.", "[6, 5], 4"),
    two("bitwise_or", .bitOr, "a | b, element by element.", "[6, 5], 1"),
    two("bitwise_xor", .bitXor, "a ^ b, element by element.", "[6, 5], 4"),
    two("left_shift", .shiftLeft, "a << b, element by element.", "[1, 2], 3"),
    two("right_shift", .shiftRight, "a >> b, element by element.", "[8, 16], 2"),
  ]

  private static let comparisons: [Builtin] = [
    comparison("equal", .equal, "a == b, element by element."),
    comparison("not_equal", .notEqual, "a != b, element by element."),
    comparison("less", .less, "a < b, element by element."),
    comparison("less_equal", .lessEqual, "a <= b, element by element."),
    comparison("greater", .greater, "a > b, element by element."),
    comparison("greater_equal", .greaterEqual, "a >= b, element by element."),
  ]
}
