import Arrays
import Glibc

extension PythonBuiltins {
  static let intConstructor = Builtin(
    "int", "int(x=0, base=10)", "Makes an int: cuts off a float's decimals, reads a string's digits.",
    example: "int(\"42\")"
  ) { call in
    if case .string(let text) = call[0] { return .int(try readInt(text.string, base: call.int(1))) }
    if case .array(let array) = call[0], array.dimensions > 0 { throw oneNumber(array) }
    guard let scalar = call[0].asScalar else { throw notANumber("int", call[0]) }
    if case .float(let value) = scalar { return .int(try wholeNumber(value.rounded(.towardZero))) }
    return .int(try scalar.truncated())
  }

  static let floatConstructor = Builtin(
    "float", "float(x=0.0)", "Makes a float of a number or of a string such as \"1e-3\", \"inf\", \"nan\".",
    example: "float(\"2.5\")"
  ) { call in
    if case .float = call[0] { return call[0] }
    return .float(try makeDouble(call))
  }

  static let boolConstructor = Builtin(
    "bool", "bool(x=False)", "Tells whether a value counts as true: numbers but 0, strings, lists, dicts with items.",
    example: "bool([])"
  ) { call in .bool(try isTrue(call[0])) }
}

private func makeDouble(_ call: Call) throws -> Double {
  if case .string(let text) = call[0] { return try readFloat(text.string) }
  if case .array(let array) = call[0], array.dimensions > 0 { throw oneNumber(array) }
  guard let value = call[0].asDouble else { throw notANumber("float", call[0]) }
  return value
}

private func oneNumber(_ array: NDArray) -> Fault {
  Fault(
    .type, "only an array without dimensions can become a number, this one has shape \(array.shape.text)",
    hint: array.count == 1 ? ".item() takes the one number out" : "a[0] selects one, .astype(…) converts all")
}

private func notANumber(_ name: String, _ value: Value) -> Fault {
  let hint: String? =
    switch value {
    case .none: "a function without return gives None"
    case .list, .tuple: "[\(name)(x) for x in values] converts each"
    default: nil
    }
  return Fault(.type, "\(name)() argument must be a string or a number, not \(value.typeName)", hint: hint)
}

/// Digits of an int in `base`, with sign, underscores and a prefix as Python reads them; base 0 goes by the prefix.
func readInt(_ string: String, base: Int) throws -> Int {
  guard base == 0 || (2...36).contains(base) else { throw Fault(.value, "int() base must be >= 2 and <= 36, or 0") }
  let failure = Fault(
    .value, "invalid literal for int() with base \(base): \(stringRepr(string))",
    hint: Double(string) != nil ? "int(float(\(stringRepr(string)))) reads a decimal number" : nil)
  var digits = trimmedASCII(string)
  var isNegative = false
  if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
    isNegative = first == UInt8(ascii: "-")
    digits = digits.dropFirst()
  }
  var radix = base
  var hasPrefix = false
  if digits.count > 1, digits.first == 48 {
    let letter = digits[digits.startIndex + 1] | 0x20
    let prefixed =
      letter == UInt8(ascii: "x") ? 16 : letter == UInt8(ascii: "o") ? 8 : letter == UInt8(ascii: "b") ? 2 : 0
    if prefixed != 0 && (base == 0 || base == prefixed) {
      radix = prefixed
      digits = digits.dropFirst(2)
      hasPrefix = true
    }
  }
  if radix == 0 {
    radix = 10
    // "012" is no literal.
    if digits.count > 1, digits.first == 48, digits.contains(where: { $0 != 48 && $0 != UInt8(ascii: "_") }) {
      throw failure
    }
  }
  guard let clean = withoutUnderscores(digits, mayStart: hasPrefix), !clean.isEmpty, clean.first != 43,
    clean.first != 45
  else { throw failure }
  let text = (isNegative ? "-" : "") + String(decoding: clean, as: UTF8.self)
  if let value = Int(text, radix: radix) { return value }
  let isNumber = clean.allSatisfy { byte in
    let digit = byte <= 57 ? Int(byte) - 48 : Int(byte | 0x20) - 87
    return digit >= 0 && digit < radix && (byte <= 57 || byte >= 65)
  }
  throw isNumber ? integerOverflow(stringRepr(string)) : failure
}

/// `float(string)`.
func readFloat(_ string: String) throws -> Double {
  let failure = Fault(.value, "could not convert string to float: \(stringRepr(string))")
  let trimmed = trimmedASCII(string)
  guard let clean = withoutUnderscores(trimmed, mayStart: false), !clean.isEmpty else { throw failure }
  let text = String(decoding: clean, as: UTF8.self).lowercased()
  let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
  switch unsigned {
  case "inf", "infinity": return text.hasPrefix("-") ? -.infinity : .infinity
  case "nan": return .nan
  default: break
  }
  // Digits, one point, one exponent; Swift's reader would take hexadecimal too.
  guard
    unsigned.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || $0 == 46 || $0 == UInt8(ascii: "e") || $0 == 43 || $0 == 45 })
  else { throw failure }
  guard unsigned.utf8.contains(where: { $0 >= 48 && $0 <= 57 }), unsigned.utf8.first != 43, unsigned.utf8.first != 45
  else { throw failure }
  var end: UnsafeMutablePointer<CChar>?
  return try text.withCString { start in
    let value = strtod(start, &end)
    guard end?.pointee == 0 else { throw failure }
    return value
  }
}

/// Without the white space at the ends.
private func trimmedASCII(_ string: String) -> ArraySlice<UInt8> {
  let scalars = string.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return [] }
  return ArraySlice(Array(String(scalars[first...last]).utf8))
}

/// Underscores stand between digits only; nil if one does not.
private func withoutUnderscores(_ bytes: ArraySlice<UInt8>, mayStart: Bool) -> [UInt8]? {
  var result: [UInt8] = []
  var previous: UInt8 = mayStart ? 48 : 0
  func isDigit(_ byte: UInt8) -> Bool { (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122) }
  for byte in bytes {
    if byte == UInt8(ascii: "_") {
      if !isDigit(previous) { return nil }
    } else {
      if previous == UInt8(ascii: "_") && !isDigit(byte) { return nil }
      result.append(byte)
    }
    previous = byte
  }
  return previous == UInt8(ascii: "_") ? nil : result
}

/// Python's white space.
func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar == " " || (9...13).contains(scalar.value) || (0x1C...0x1F).contains(scalar.value) }
  return scalar.properties.isWhitespace || (scalar.value >= 0x1C && scalar.value <= 0x1F)
}
