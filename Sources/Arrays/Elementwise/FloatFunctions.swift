import Glibc

/// The functions of one double.
func computeFloats(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) {
  switch function {
  case .negative: loop.unary(a, out) { (x: Double) in -x }
  case .positive: loop.unary(a, out) { (x: Double) in x }
  case .absolute: loop.unary(a, out) { (x: Double) in x.magnitude }
  case .sign:
    withoutInvalid { loop.unary(a, out) { (x: Double) in x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x } }
  case .square: loop.unary(a, out) { (x: Double) in x * x }
  case .reciprocal: loop.unary(a, out) { (x: Double) in 1 / x }
  case .floor: loop.unary(a, out) { (x: Double) in x.rounded(.down) }
  case .ceil: loop.unary(a, out) { (x: Double) in x.rounded(.up) }
  case .trunc: loop.unary(a, out) { (x: Double) in x.rounded(.towardZero) }
  case .rint: loop.unary(a, out) { (x: Double) in x.rounded(.toNearestOrEven) }
  case .sqrt: loop.unary(a, out) { (x: Double) in x.squareRoot() }
  case .radians: loop.unary(a, out) { (x: Double) in x * (Double.pi / 180) }
  case .degrees: loop.unary(a, out) { (x: Double) in x * (180 / Double.pi) }
  case .isnan: withoutInvalid { loop.unary(a, out) { (x: Double) in x != x } }
  case .isinf: withoutInvalid { loop.unary(a, out) { (x: Double) in x.magnitude == .infinity } }
  case .isfinite: withoutInvalid { loop.unary(a, out) { (x: Double) in x.magnitude < .infinity } }
  case .signbit: loop.unary(a, out) { (x: Double) in x.sign == .minus }
  case .logicalNot: withoutInvalid { loop.unary(a, out) { (x: Double) in x == 0 } }
  default: transcendental(function, loop, a, out)
  }
}

/// The functions of the mathematical library, one element after the other.
private func transcendental(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) {
  switch function {
  case .exp: loop.unary(a, out) { (x: Double) in Glibc.exp(x) }
  case .exp2: loop.unary(a, out) { (x: Double) in Glibc.exp2(x) }
  case .expm1: loop.unary(a, out) { (x: Double) in Glibc.expm1(x) }
  case .log: loop.unary(a, out) { (x: Double) in Glibc.log(x) }
  case .log2: loop.unary(a, out) { (x: Double) in Glibc.log2(x) }
  case .log10: loop.unary(a, out) { (x: Double) in Glibc.log10(x) }
  case .log1p: loop.unary(a, out) { (x: Double) in Glibc.log1p(x) }
  case .cbrt: loop.unary(a, out) { (x: Double) in Glibc.cbrt(x) }
  case .sin: loop.unary(a, out) { (x: Double) in Glibc.sin(x) }
  case .cos: loop.unary(a, out) { (x: Double) in Glibc.cos(x) }
  case .tan: loop.unary(a, out) { (x: Double) in Glibc.tan(x) }
  case .arcsin: loop.unary(a, out) { (x: Double) in asin(x) }
  case .arccos: loop.unary(a, out) { (x: Double) in acos(x) }
  case .arctan: loop.unary(a, out) { (x: Double) in atan(x) }
  case .sinh: loop.unary(a, out) { (x: Double) in Glibc.sinh(x) }
  case .cosh: loop.unary(a, out) { (x: Double) in Glibc.cosh(x) }
  case .tanh: loop.unary(a, out) { (x: Double) in Glibc.tanh(x) }
  case .arcsinh: loop.unary(a, out) { (x: Double) in asinh(x) }
  case .arccosh: loop.unary(a, out) { (x: Double) in acosh(x) }
  case .arctanh: loop.unary(a, out) { (x: Double) in atanh(x) }
  default: preconditionFailure("\(function) of doubles")
  }
}
