import Arrays

/// `format(value, spec)`, what an f-string's `{value:spec}` does.
package func format(_ value: Value, spec: String, options: PrintOptions = PrintOptions()) throws -> String {
  if spec.isEmpty { return try str(value, options) }
  switch value {
  case .string(let text): return try formatString(text.string, spec)
  case .bool(let flag), .numpyBool(let flag): return try formatInt(flag ? 1 : 0, spec, typeName: "bool")
  case .int(let int), .numpyInt(let int): return try formatInt(int, spec, typeName: "int")
  case .float(let double), .numpyFloat(let double):
    return try formatFloat(double, FormatSpec(spec, isNumber: true, typeName: "float"))
  case .array(let array) where array.dimensions == 0: return try format(.numpy(array), spec: spec, options: options)
  default:
    throw Fault(
      .type, "unsupported format string '\(spec)' passed to \(value.typeName).__format__", hint: formatHint(value))
  }
}

private func formatHint(_ value: Value) -> String? {
  switch value {
  case .array(let array) where array.count == 1: "take the number out of the array: .item() or [0]"
  case .array: "a format fits one number; np.round rounds an array, np.set_printoptions(precision=…) prints it shorter"
  case .list, .tuple: "a format fits one number; take an element, or format each in a loop"
  case .none: "the value is None: did a function lack its return?"
  default: nil
  }
}

private func formatString(_ string: String, _ specText: String) throws -> String {
  var spec = try FormatSpec(specText, isNumber: false, typeName: "str")
  if spec.hasSign { throw Fault(.value, "sign not allowed in string format specifier", hint: numberHint) }
  if spec.noNegativeZero { throw Fault(.value, "negative zero coercion (z) not allowed in string format specifier") }
  if spec.isAlternate { throw Fault(.value, "alternate form (#) not allowed in string format specifier") }
  if spec.alignment == .afterSign { throw Fault(.value, "'=' alignment not allowed in string format specifier") }
  if let type = spec.type, type != "s" { throw unknown(type, "str", hint: numberHint) }
  if let grouping = spec.grouping { throw Fault(.value, "cannot specify '\(grouping)' with 's'", hint: numberHint) }
  if spec.alignment == nil { spec.alignment = .left }
  guard let precision = spec.precision, precision < string.unicodeScalars.count else {
    return spec.padded(string, default: .left)
  }
  return spec.padded(String(String.UnicodeScalarView(string.unicodeScalars.prefix(precision))), default: .left)
}

private let numberHint = "the value is a string; float(…) or int(…) makes a number of it"

private func unknown(_ type: Unicode.Scalar, _ typeName: String, hint: String? = nil) -> Fault {
  Fault(.value, "unknown format code '\(type)' for object of type '\(typeName)'", hint: hint)
}

private func formatInt(_ value: Int, _ specText: String, typeName: String) throws -> String {
  let spec = try FormatSpec(specText, isNumber: true, typeName: typeName)
  switch spec.type ?? "d" {
  case "e", "E", "f", "F", "g", "G", "%": return try formatFloat(Double(value), spec)
  case "c":
    if spec.precision != nil { throw Fault(.value, "precision not allowed in integer format specifier") }
    if spec.hasSign { throw Fault(.value, "sign not allowed with integer format specifier 'c'") }
    if spec.isAlternate { throw Fault(.value, "alternate form (#) not allowed with integer format specifier 'c'") }
    return NumberField(sign: "", prefix: "", integer: "", rest: String(try character(value))).text(spec, groupSize: 3)
  case "d", "n", "b", "o", "x", "X":
    if spec.precision != nil {
      throw Fault(
        .value, "precision not allowed in integer format specifier", hint: "'.2f' writes an int with two decimals")
    }
    if spec.noNegativeZero { throw Fault(.value, "negative zero coercion (z) not allowed in integer format specifier") }
    let (radix, prefix) = base(spec.type ?? "d")
    let digits = String(value.magnitude, radix: radix, uppercase: spec.type == "X")
    let sign = value < 0 ? "-" : spec.sign == "-" ? "" : String(spec.sign)
    return NumberField(sign: sign, prefix: spec.isAlternate ? prefix : "", integer: digits, rest: "")
      .text(spec, groupSize: radix == 10 ? 3 : 4)
  case let type: throw unknown(type, typeName)
  }
}

/// Radix and prefix of an integer's format type.
func base(_ type: Unicode.Scalar) -> (radix: Int, prefix: String) {
  switch type {
  case "b": (2, "0b")
  case "o": (8, "0o")
  case "x": (16, "0x")
  case "X": (16, "0X")
  default: (10, "")
  }
}

/// `chr(code)`.
func character(_ code: Int) throws -> Unicode.Scalar {
  guard code >= 0, code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else {
    throw Fault(.value, "\(code) is no character's code", hint: "codes go from 0 to 0x10ffff without 0xd800 to 0xdfff")
  }
  return scalar
}

private func formatFloat(_ value: Double, _ spec: FormatSpec) throws -> String {
  var type = spec.type ?? "r"
  var value = value
  var precision = spec.precision ?? 6
  var addsPointZero = false
  var suffix = ""
  switch type {
  case "e", "E", "f", "F", "g", "G": break
  case "n": type = "g"
  case "%":
    value *= 100
    type = "f"
    suffix = "%"
  case "r" where spec.type == nil:
    if let given = spec.precision {
      type = "g"
      precision = given
      addsPointZero = true
    }
  default:
    throw unknown(
      type, "float", hint: type == "d" || type == "x" ? "the value is a float; '.0f' writes it without decimals" : nil)
  }
  let text = FloatText(
    value, type: type, precision: precision, isAlternate: spec.isAlternate, addsPointZero: addsPointZero)
  let isNegative = value.sign == .minus && !value.isNaN && !(spec.noNegativeZero && text.isZero)
  let sign = isNegative ? "-" : spec.sign == "-" ? "" : String(spec.sign)
  return NumberField(sign: sign, prefix: "", integer: text.integer, rest: text.rest + suffix).text(spec, groupSize: 3)
}
