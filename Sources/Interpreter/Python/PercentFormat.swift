import Arrays

/// `template % arguments`, as C's printf with Python's additions: `%s`, `%r`, `%(name)d`, `*`.
package func percentFormat(_ template: String, _ arguments: Value, options: PrintOptions = PrintOptions()) throws
  -> String
{
  try checkSize(ofText: 8 * template.utf8.count)
  var formatter = PercentFormatter(template, arguments, options)
  return try formatter.run()
}

private struct PercentFormatter {
  private let scalars: [Unicode.Scalar]
  private let arguments: [Value]
  private let mapping: DictionaryObject?
  /// Python does not mind a list or dict left over.
  private let mayBeLeft: Bool
  private let options: PrintOptions
  private var position = 0
  private var next = 0
  /// The value of a `%(name)`.
  private var named: Value?

  init(_ template: String, _ value: Value, _ options: PrintOptions) {
    scalars = Array(template.unicodeScalars)
    self.options = options
    if case .tuple(let tuple) = value { arguments = tuple.items } else { arguments = [value] }
    if case .dictionary(let dictionary) = value { mapping = dictionary } else { mapping = nil }
    switch value {
    case .list, .dictionary, .array, .range: mayBeLeft = true
    default: mayBeLeft = false
    }
  }

  mutating func run() throws -> String {
    var result = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "%" {
        result.append(contentsOf: try conversion().unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    if next < arguments.count && !mayBeLeft {
      throw Fault(
        .type, "not all arguments converted during string formatting",
        hint: "the template takes \(next), \(arguments.count) were given")
    }
    return String(result)
  }

  private func scalar() throws -> Unicode.Scalar {
    guard position < scalars.count else {
      throw Fault(.value, "incomplete format: the string ends in the middle of a %", hint: "%% writes a percent sign")
    }
    return scalars[position]
  }

  private mutating func argument() throws -> Value {
    if let named { return named }
    guard next < arguments.count else {
      throw Fault(
        .type, "not enough arguments for format string",
        hint: arguments.count == 1 ? "several values stand in parentheses: % (a, b)" : nil)
    }
    next += 1
    return arguments[next - 1]
  }

  private mutating func number(_ what: String) throws -> Int? {
    if try scalar() == "*" {
      position += 1
      guard let value = try argument().asIndex else { throw Fault(.type, "* wants an int for the \(what)") }
      guard value.magnitude <= FormatSpec.longest else { throw tooLarge(what) }
      return value
    }
    var value: Int?
    while let digit = decimalDigit(try scalar()) {
      value = (value ?? 0) * 10 + digit
      if value! > FormatSpec.longest { throw tooLarge(what) }
      position += 1
    }
    return value
  }

  private func tooLarge(_ what: String) -> Fault {
    Fault(.value, "the \(what) in the format string is too large", hint: "the largest is \(FormatSpec.longest)")
  }

  private mutating func conversion() throws -> String {
    named = nil
    if try scalar() == "(" { try readName() }
    var spec = FormatSpec()
    spec.alignment = .right
    var padsZeros = false
    flags: while true {
      switch try scalar() {
      case "-": spec.alignment = .left
      case "+": spec.sign = "+"
      case " ": if spec.sign != "+" { spec.sign = " " }
      case "#": spec.isAlternate = true
      case "0": padsZeros = true
      default: break flags
      }
      position += 1
    }
    if let width = try number("width") {
      spec.width = abs(width)
      if width < 0 { spec.alignment = .left }
    }
    if try scalar() == "." {
      position += 1
      spec.precision = max(try number("precision") ?? 0, 0)
    }
    while ["h", "l", "L"].contains(try scalar()) { position += 1 }
    let type = try scalar()
    position += 1
    if type == "%" { return "%" }
    return try convert(type, spec, padsZeros: padsZeros)
  }

  private mutating func readName() throws {
    guard let mapping else {
      throw Fault(.type, "format requires a mapping", hint: "%(name)s takes its value from a dict")
    }
    var depth = 0
    var name = String.UnicodeScalarView()
    repeat {
      let scalar = try scalar()
      position += 1
      if scalar == "(" { depth += 1 } else if scalar == ")" { depth -= 1 }
      if depth > 0 && !(depth == 1 && scalar == "(" && name.isEmpty) { name.append(scalar) }
    } while depth > 0
    guard let value = mapping[.string(Text(String(name)))] else { throw missingKey(.text(String(name)), mapping) }
    named = value
    next = 1
  }

  private mutating func convert(_ type: Unicode.Scalar, _ spec: FormatSpec, padsZeros: Bool) throws -> String {
    switch type {
    case "s": return clipped(try str(argument(), options), spec)
    case "r": return clipped(try repr(argument(), options), spec)
    case "a": return clipped(asciiText(ofRepr: try repr(argument(), options)), spec)
    case "c":
      let value = try argument()
      if case .string(let text) = value, text.count == 1 { return spec.padded(text.string, default: .right) }
      guard let code = value.asIndex else { throw Fault(.type, "%c requires int or char, not \(value.typeName)") }
      return spec.padded(String(try character(code)), default: .right)
    case "d", "i", "u", "x", "X", "o": return try integer(type, spec, padsZeros)
    case "e", "E", "f", "F", "g", "G":
      let value = try argument()
      guard let number = self.number(value)?.double else {
        throw Fault(
          .type, "must be real number, not \(value.typeName)", hint: ".item() takes the number out of an array")
      }
      let text = FloatText(number, type: type, precision: spec.precision ?? 6, isAlternate: spec.isAlternate)
      return field(
        isNegative: number.sign == .minus && !number.isNaN, prefix: "", digits: text.integer + text.rest, spec,
        padsZeros)
    default:
      throw Fault(
        .value, "unsupported format character '\(type)' (0x\(String(type.value, radix: 16))) at index \(position - 1)",
        hint: "%% writes a percent sign")
    }
  }

  /// A number; of arrays only one without dimensions is one, as in NumPy.
  private func number(_ value: Value) -> Scalar? {
    if case .array(let array) = value, array.dimensions > 0 { return nil }
    return value.asScalar
  }

  private mutating func integer(_ type: Unicode.Scalar, _ spec: FormatSpec, _ padsZeros: Bool) throws -> String {
    let value = try argument()
    let (radix, prefix) = base(type)
    guard let scalar = number(value) else {
      throw Fault(
        .type, "%\(type) format: a real number is required, not \(value.typeName)",
        hint: ".item() takes the number out of an array")
    }
    var isNegative = scalar.double < 0
    var digits: String
    if case .float(let double) = scalar {
      if radix != 10 {
        throw Fault(
          .type, "%\(type) format: an integer is required, not \(value.typeName)", hint: "int(…) makes an int of it")
      }
      guard double.isFinite else { throw Fault(.value, "cannot convert \(pythonRepr(double)) to an integer") }
      let whole = double.rounded(.towardZero)
      isNegative = whole < 0
      digits = String(decoding: printed("%.*f", whole.magnitude, 0), as: UTF8.self)
    } else {
      digits = String(try scalar.truncated().magnitude, radix: radix, uppercase: type == "X")
    }
    if let precision = spec.precision {
      digits = String(repeating: "0", count: max(precision - digits.utf8.count, 0)) + digits
    }
    return field(isNegative: isNegative, prefix: spec.isAlternate ? prefix : "", digits: digits, spec, padsZeros)
  }

  private func field(isNegative: Bool, prefix: String, digits: String, _ spec: FormatSpec, _ padsZeros: Bool) -> String
  {
    var spec = spec
    if padsZeros && spec.alignment != .left {
      spec.fill = "0"
      spec.alignment = .afterSign
    }
    let sign = isNegative ? "-" : spec.sign == "-" ? "" : String(spec.sign)
    return NumberField(sign: sign, prefix: prefix, integer: digits, rest: "").text(spec, groupSize: 3)
  }

  private func clipped(_ text: String, _ spec: FormatSpec) -> String {
    guard let precision = spec.precision, precision < text.unicodeScalars.count else {
      return spec.padded(text, default: .right)
    }
    return spec.padded(String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision))), default: .right)
  }
}
