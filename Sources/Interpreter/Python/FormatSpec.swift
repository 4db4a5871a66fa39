/// Python's format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
  enum Alignment: Unicode.Scalar {
    case left = "<"
    case right = ">"
    case center = "^"
    case afterSign = "="
  }

  var fill: Unicode.Scalar = " "
  var alignment: Alignment?
  var sign: Unicode.Scalar = "-"
  var hasSign = false
  var noNegativeZero = false
  var isAlternate = false
  var width = 0
  /// `,` or `_`.
  var grouping: Unicode.Scalar?
  var precision: Int?
  /// nil if none stands there.
  var type: Unicode.Scalar?

  /// No field is wider, no number longer: a mistyped width must not eat the memory.
  static let longest = 1_000_000

  init() {}

  /// - Parameter isNumber: whether the value is a number, for which a leading 0 pads after the sign.
  init(_ text: String, isNumber: Bool, typeName: String) throws {
    let scalars = Array(text.unicodeScalars)
    var i = 0
    func at(_ k: Int) -> Unicode.Scalar? { k < scalars.count ? scalars[k] : nil }
    var hasFill = false
    if let second = at(1).flatMap(Alignment.init(rawValue:)) {
      fill = scalars[0]
      hasFill = true
      alignment = second
      i = 2
    } else if let first = at(0).flatMap(Alignment.init(rawValue:)) {
      alignment = first
      i = 1
    }
    if let scalar = at(i), scalar == "+" || scalar == "-" || scalar == " " {
      sign = scalar
      hasSign = true
      i += 1
    }
    if at(i) == "z" {
      noNegativeZero = true
      i += 1
    }
    if at(i) == "#" {
      isAlternate = true
      i += 1
    }
    if !hasFill, at(i) == "0" {
      fill = "0"
      if alignment == nil && isNumber { alignment = .afterSign }
      i += 1
    }
    width = try FormatSpec.number(scalars, &i, "width") ?? 0
    while let scalar = at(i), scalar == "," || scalar == "_" {
      if let grouping {
        throw Fault(
          .value, grouping == scalar ? "cannot specify '\(scalar)' with '\(scalar)'" : "cannot specify both ',' and '_'"
        )
      }
      grouping = scalar
      i += 1
    }
    if at(i) == "." {
      i += 1
      guard let digits = try FormatSpec.number(scalars, &i, "precision") else {
        throw Fault(.value, "format specifier missing precision", hint: "a number follows the point: '.2f'")
      }
      precision = digits
    }
    if i < scalars.count {
      guard i + 1 == scalars.count else {
        throw Fault(
          .value, "invalid format specifier '\(text)' for object of type '\(typeName)'",
          hint: "its order is [fill][align][sign][0][width][,][.precision][type], as in '>10.4f'")
      }
      type = scalars[i]
    }
    try checkGrouping()
  }

  private func checkGrouping() throws {
    guard let grouping, let type else { return }
    switch type {
    case "d", "e", "f", "g", "E", "G", "%", "F": return
    case "b", "o", "x", "X": if grouping == "_" { return }
    default: break
    }
    throw Fault(.value, "cannot specify '\(grouping)' with '\(type)'")
  }

  private static func number(_ scalars: [Unicode.Scalar], _ i: inout Int, _ what: String) throws -> Int? {
    let start = i
    var value = 0
    while i < scalars.count, let digit = decimalDigit(scalars[i]) {
      value = value * 10 + digit
      if value > longest {
        throw Fault(.value, "the \(what) in the format string is too large", hint: "the largest is \(longest)")
      }
      i += 1
    }
    return i == start ? nil : value
  }

  /// Puts `text` into the field.
  func padded(_ text: String, default defaultAlignment: Alignment) -> String {
    let missing = width - text.unicodeScalars.count
    if missing <= 0 { return text }
    switch alignment ?? defaultAlignment {
    case .left: return text + filling(missing)
    case .right, .afterSign: return filling(missing) + text
    case .center: return filling(missing / 2) + text + filling(missing - missing / 2)
    }
  }

  func filling(_ count: Int) -> String { String(repeating: String(fill), count: max(count, 0)) }
}

/// The value of an ASCII digit.
func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
  scalar.value >= 48 && scalar.value <= 57 ? Int(scalar.value) - 48 : nil
}
