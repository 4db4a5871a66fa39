import Arrays
import Glibc
import Syntax

extension PythonBuiltins {
  /// Functions of numbers.
  static let numbers: [Builtin] = [
    Builtin("abs", "abs(x)", "Returns the absolute value; of an array, element by element.", example: "abs(-2.5)") {
      call in
      try absolute(call[0])
    },
    Builtin(
      "round", "round(number, ndigits=None)",
      "Rounds to an int, or to that many decimals; halves go to the even neighbour.",
      example: "round(2.675, 2)"
    ) { call in try rounded(call[0], try call.optionalInt(1)) },
    Builtin(
      "pow", "pow(base, exp, mod=None)", "Returns base to the power exp, optionally the remainder by mod.",
      example: "pow(2, 10)"
    ) { call in
      guard let modulus = call.optional(2) else { return try binary(.power, call[0], call[1]) }
      guard let base = call[0].asIndex, let exponent = call[1].asIndex, let mod = modulus.asIndex else {
        throw Fault(.type, "pow() 3rd argument not allowed unless all arguments are integers")
      }
      return .int(try modularPower(base, exponent, mod))
    },
    Builtin(
      "divmod", "divmod(a, b)", "Returns quotient and remainder, (a // b, a % b).", example: "divmod(17, 5)"
    ) { call in
      .tuple(TupleObject([try binary(.floorDivide, call[0], call[1]), try binary(.remainder, call[0], call[1])]))
    },
    Builtin("bin", "bin(x)", "Returns an int's binary digits as text.", example: "bin(10)") { call in
      try radixText(call, 2, "0b")
    },
    Builtin("oct", "oct(x)", "Returns an int's octal digits as text.", example: "oct(8)") { call in
      try radixText(call, 8, "0o")
    },
    Builtin("hex", "hex(x)", "Returns an int's hexadecimal digits as text.", example: "hex(255)") { call in
      try radixText(call, 16, "0x")
    },
  ]
}

private func radixText(_ call: Call, _ radix: Int, _ prefix: String) throws -> Value {
  let value = try call.int(0)
  return .text((value < 0 ? "-" : "") + prefix + String(value.magnitude, radix: radix))
}

private func absolute(_ value: Value) throws -> Value {
  switch value {
  case .int(let x):
    guard x != .min else { throw integerOverflow("abs(\(x))") }
    return .int(abs(x))
  case .bool(let x): return .int(x ? 1 : 0)
  case .float(let x): return .newFloat(x.magnitude)
  case .numpyFloat(let x): return .newNumPyFloat(x.magnitude)
  case .numpyInt(let x): return .numpyInt(x < 0 ? 0 &- x : x)
  case .numpyBool: return value
  case .array(let array): return .numpy(try NDArray.apply(.absolute, array))
  case .list: return .numpy(try NDArray.apply(.absolute, makeArray(value)))
  default: throw Fault(.type, "abs of \(article(value.typeName)) is not defined")
  }
}

private func rounded(_ value: Value, _ digits: Int?) throws -> Value {
  switch value {
  case .int(let x): return .int(try roundedInt(x, digits ?? 0))
  case .bool(let x): return .int(try roundedInt(x ? 1 : 0, digits ?? 0))
  case .float(let x):
    guard let digits else { return .int(try wholeNumber(x.rounded(.toNearestOrEven))) }
    return .newFloat(try roundedDecimal(x, digits))
  case .numpyFloat(let x):
    guard let digits else { return .int(try wholeNumber(x.rounded(.toNearestOrEven))) }
    return .newNumPyFloat(scaledRound(x, digits))
  case .numpyInt(let x): return digits == nil ? .int(x) : .numpyInt(try roundedInt(x, digits!))
  case .numpyBool(let x): return .int(x ? 1 : 0)
  case .array, .list:
    throw Fault(.type, "round of \(article(value.typeName)) is not defined", hint: "np.round(a, 2) rounds an array")
  default: throw Fault(.type, "round of \(article(value.typeName)) is not defined")
  }
}

/// An integral double as an int.
func wholeNumber(_ value: Double) throws -> Int {
  if value.isNaN { throw Fault(.value, "cannot convert float NaN to integer") }
  if value.isInfinite { throw Fault(.overflow, "cannot convert float infinity to integer") }
  guard let int = Int(exactly: value) else { throw integerOverflow(pythonRepr(value)) }
  return int
}

/// Rounds to a multiple of 10^-digits, ties to even.
private func roundedInt(_ value: Int, _ digits: Int) throws -> Int {
  if digits >= 0 { return value }
  if digits < -18 { return digits == -19 && value.magnitude > 5_000_000_000_000_000_000 ? try overflowing(value) : 0 }
  var unit = 1
  for _ in 0..<(-digits) { unit *= 10 }
  let remainder = FloorDivision.remainder(value, unit)
  let isUp =
    remainder > unit - remainder || (remainder == unit - remainder && FloorDivision.quotient(value, unit) & 1 != 0)
  let (result, overflow) =
    isUp ? value.addingReportingOverflow(unit - remainder) : value.subtractingReportingOverflow(remainder)
  return overflow ? try overflowing(value) : result
}

private func overflowing(_ value: Int) throws -> Int { throw integerOverflow("\(value) rounded") }

/// Python's round of a float to decimals: the exact binary value is rounded in decimal, ties to even, and read back.
private func roundedDecimal(_ value: Double, _ digits: Int) throws -> Double {
  if !value.isFinite || value == 0 || digits > 323 { return value }
  if digits < -308 { return 0 * value }
  var bytes: [UInt8]
  if digits >= 0 {
    bytes = printed("%.*f", value, digits)
  } else {
    bytes = wholeDigits(value.magnitude, dropping: -digits)
    if value < 0 { bytes.insert(UInt8(ascii: "-"), at: 0) }
  }
  guard let result = Double(String(decoding: bytes, as: UTF8.self)) else { return value }
  if result.isInfinite { throw Fault(.overflow, "rounded value too large to represent") }
  return result
}

/// The exact value's digits before the point with the last `count` rounded to zero, ties to even.
private func wholeDigits(_ magnitude: Double, dropping count: Int) -> [UInt8] {
  let text = printed("%.*f", magnitude, 1074)
  let point = text.firstIndex(of: UInt8(ascii: "."))!
  let whole = [UInt8](repeating: 48, count: max(count - point, 0) + 1) + text[..<point]
  var kept = Array(whole.dropLast(count))
  let dropped = Array(whole.suffix(count)) + text[(point + 1)...]
  let isHalf = dropped[0] == 53 && dropped.dropFirst().allSatisfy { $0 == 48 }
  if isHalf ? kept.last! & 1 == 1 : dropped[0] >= 53 {
    var i = kept.count - 1
    while i >= 0 && kept[i] == 57 {
      kept[i] = 48
      i -= 1
    }
    kept[i] += 1
  }
  return kept + [UInt8](repeating: 48, count: count)
}

/// NumPy's round of a float64: scaled, rounded to even, scaled back.
private func scaledRound(_ value: Double, _ digits: Int) -> Double {
  if !value.isFinite { return value }
  if digits == 0 { return value.rounded(.toNearestOrEven) }
  let scale = pow(10, Double(abs(min(max(digits, -400), 400))))
  return digits > 0
    ? (value * scale).rounded(.toNearestOrEven) / scale : (value / scale).rounded(.toNearestOrEven) * scale
}

private func modularPower(_ base: Int, _ exponent: Int, _ modulus: Int) throws -> Int {
  if modulus == 0 { throw Fault(.value, "pow() 3rd argument cannot be 0") }
  if exponent < 0 { throw Fault(.value, "pow() with a negative exponent and a modulus does not exist here") }
  let size = modulus.magnitude
  func product(_ a: UInt, _ b: UInt) -> UInt { size.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder }
  var square = base < 0 ? (size - base.magnitude % size) % size : base.magnitude % size
  var result = 1 % size
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 { result = product(result, square) }
    square = product(square, square)
    rest >>= 1
  }
  return modulus < 0 && result != 0 ? Int(result) + modulus : Int(result)
}
