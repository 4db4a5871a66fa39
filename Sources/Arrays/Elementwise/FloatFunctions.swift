import Glibc

/// The functions of one double.
func computeFloats(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch function {
  case .negative: try loop.unary(a, out) { (x: Double) in -x }
  case .positive: try loop.unary(a, out) { (x: Double) in x }
  case .absolute: try loop.unary(a, out) { (x: Double) in x.magnitude }
  case .sign:
    try withoutInvalid { () throws(ArrayError) in
      try loop.unary(a, out) { (x: Double) in x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x }
    }
  case .square: try loop.unary(a, out) { (x: Double) in x * x }
  case .reciprocal: try loop.unary(a, out) { (x: Double) in 1 / x }
  case .floor: try loop.unary(a, out) { (x: Double) in x.rounded(.down) }
  case .ceil: try loop.unary(a, out) { (x: Double) in x.rounded(.up) }
  case .trunc: try loop.unary(a, out) { (x: Double) in x.rounded(.towardZero) }
  case .rint: try loop.unary(a, out) { (x: Double) in x.rounded(.toNearestOrEven) }
  case .sqrt: try loop.unary(a, out) { (x: Double) in x.squareRoot() }
  case .radians: try loop.unary(a, out) { (x: Double) in x * (Double.pi / 180) }
  case .degrees: try loop.unary(a, out) { (x: Double) in x * (180 / Double.pi) }
  case .isnan: try withoutInvalid { () throws(ArrayError) in try loop.unary(a, out) { (x: Double) in x != x } }
  case .isinf:
    try withoutInvalid { () throws(ArrayError) in try loop.unary(a, out) { (x: Double) in x.magnitude == .infinity } }
  case .isfinite:
    try withoutInvalid { () throws(ArrayError) in try loop.unary(a, out) { (x: Double) in x.magnitude < .infinity } }
  case .signbit: try loop.unary(a, out) { (x: Double) in x.sign == .minus }
  case .logicalNot: try withoutInvalid { () throws(ArrayError) in try loop.unary(a, out) { (x: Double) in x == 0 } }
  default: try transcendental(function, loop, a, out)
  }
}

/// The functions of the mathematical library, one element after the other.
private func transcendental(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch function {
  case .exp: try loop.unary(a, out) { (x: Double) in Glibc.exp(x) }
  case .exp2: try loop.unary(a, out) { (x: Double) in Glibc.exp2(x) }
  case .expm1: try loop.unary(a, out) { (x: Double) in Glibc.expm1(x) }
  case .log: try loop.unary(a, out) { (x: Double) in Glibc.log(x) }
  case .log2: try loop.unary(a, out) { (x: Double) in Glibc.log2(x) }
  case .log10: try loop.unary(a, out) { (x: Double) in Glibc.log10(x) }
  case .log1p: try loop.unary(a, out) { (x: Double) in Glibc.log1p(x) }
  case .cbrt: try loop.unary(a, out) { (x: Double) in Glibc.cbrt(x) }
  case .sin: try loop.unary(a, out) { (x: Double) in Glibc.sin(x) }
  case .cos: try loop.unary(a, out) { (x: Double) in Glibc.cos(x) }
  case .tan: try loop.unary(a, out) { (x: Double) in Glibc.tan(x) }
  case .arcsin: try loop.unary(a, out) { (x: Double) in asin(x) }
  case .arccos: try loop.unary(a, out) { (x: Double) in acos(x) }
  case .arctan: try loop.unary(a, out) { (x: Double) in atan(x) }
  case .sinh: try loop.unary(a, out) { (x: Double) in Glibc.sinh(x) }
  case .cosh: try loop.unary(a, out) { (x: Double) in Glibc.cosh(x) }
  case .tanh: try loop.unary(a, out) { (x: Double) in Glibc.tanh(x) }
  case .arcsinh: try loop.unary(a, out) { (x: Double) in asinh(x) }
  case .arccosh: try loop.unary(a, out) { (x: Double) in acosh(x) }
  case .arctanh: try loop.unary(a, out) { (x: Double) in atanh(x) }
  default: preconditionFailure("\(function) of doubles")
  }
}
