/// The common form of the floats of one array: all positional or all scientific, points aligned. NumPy's `FloatingFormat`.
struct FloatFormat {
  private let options: PrintOptions
  /// Highest number of fraction digits, nil for no limit.
  private var precision: Int?
  private var isScientific = false
  /// Whether digits end where the number is told from its neighbours.
  private let isUnique: Bool
  /// Fraction digits that are written even if zero.
  private var minimumDigits = 0
  private var padLeft = 0
  private var padRight = 0
  private var exponentWidth = 2

  /// The form for `values`, which are those that will be shown.
  init(_ values: [Double], _ options: PrintOptions) {
    self.options = options
    precision = options.floatMode == .unique ? nil : max(options.precision, 0)
    isUnique = options.floatMode != .fixed
    let finite = values.filter(\.isFinite)
    isScientific = FloatFormat.needsExponent(finite, suppress: options.suppress)
    if !finite.isEmpty {
      if isScientific { measureScientific(finite) } else { measurePositional(finite) }
    }
    if options.sign == .space, !finite.contains(where: { $0.sign == .minus }) { padLeft += 1 }
    if finite.count < values.count {
      let minus = options.sign != .minus || values.contains(-Double.infinity) ? 1 : 0
      let rest = padRight + 1
      padLeft = max(padLeft, options.nanText.utf8.count - rest, options.infText.utf8.count + minus - rest)
    }
  }

  /// Numbers from 1e8 on, below 1e-4 or more than a factor 1000 apart are written with exponents.
  private static func needsExponent(_ finite: [Double], suppress: Bool) -> Bool {
    var largest = 0.0
    var smallest = Double.infinity
    for value in finite where value != 0 {
      largest = max(largest, value.magnitude)
      smallest = min(smallest, value.magnitude)
    }
    guard largest > 0 else { return false }
    return largest >= 1e8 || (!suppress && (smallest < 0.0001 || largest / smallest > 1000))
  }

  private mutating func measureScientific(_ finite: [Double]) {
    var longest = 0
    for value in finite {
      let decimal = scientificDigits(value)
      longest = max(longest, isUnique ? decimal.trimmedCount - 1 : decimal.digits.count - 1)
      exponentWidth = max(exponentWidth, String(decimal.exponent.magnitude).utf8.count)
      padLeft = max(padLeft, 1 + sign(value).count)
    }
    precision = longest
    minimumDigits = longest
    padRight = exponentWidth + 2 + longest
  }

  private mutating func measurePositional(_ finite: [Double]) {
    for value in finite {
      let text = positionalText(value)
      let point = text.firstIndex(of: UInt8(ascii: "."))!
      padLeft = max(padLeft, point)
      padRight = max(padRight, text.count - point - 1)
    }
    if options.floatMode == .fixed || options.floatMode == .maxprecEqual {
      precision = padRight
      minimumDigits = padRight
    }
  }

  /// The digits shown in scientific form: the shortest ones, or the exact value rounded where they are too many or too few.
  private func scientificDigits(_ value: Double) -> Decimal {
    guard value != 0 else { return Decimal(shortest: 0) }
    if !isUnique { return Decimal(value, scientificFraction: precision ?? 0) }
    let shortest = Decimal(shortest: value)
    let count = shortest.digits.count - 1
    if let precision, count > precision { return Decimal(value, scientificFraction: precision) }
    return count < minimumDigits ? Decimal(value, scientificFraction: minimumDigits) : shortest
  }

  /// Sign, digits and point, without padding and without trailing zeros beyond the least number of digits.
  private func positionalText(_ value: Double) -> [UInt8] {
    var decimal = Decimal(shortest: value)
    let count = value == 0 ? 0 : decimal.fractionCount
    if !isUnique || count < minimumDigits {
      decimal = Decimal(value, fraction: isUnique ? minimumDigits : precision ?? 0)
    } else if let precision, count > precision {
      decimal = Decimal(value, fraction: precision)
    }
    var text = sign(value)
    if decimal.digits == [UInt8(ascii: "0")] {
      text += [UInt8(ascii: "0"), UInt8(ascii: ".")]
    } else {
      text += decimal.positional(fraction: 0)
    }
    let least = isUnique ? minimumDigits : precision ?? 0
    let point = text.firstIndex(of: UInt8(ascii: "."))!
    while text.last == UInt8(ascii: "0") && text.count - point - 1 > least { text.removeLast() }
    while text.count - point - 1 < least { text.append(UInt8(ascii: "0")) }
    return text
  }

  /// What stands before the digits.
  private func sign(_ value: Double) -> [UInt8] {
    if value.sign == .minus { return [UInt8(ascii: "-")] }
    return options.sign == .plus ? [UInt8(ascii: "+")] : []
  }

  /// The text of one element, padded to the common width.
  func text(_ value: Double) -> [UInt8] {
    guard value.isFinite else {
      let bytes =
        sign(value.isNaN ? .nan.magnitude : value) + Array((value.isNaN ? options.nanText : options.infText).utf8)
      return spaces(padLeft + padRight + 1 - bytes.count) + bytes
    }
    if !isScientific {
      let text = positionalText(value)
      let point = text.firstIndex(of: UInt8(ascii: "."))!
      return spaces(padLeft - point) + text + spaces(padRight - (text.count - point - 1))
    }
    let decimal = scientificDigits(value)
    var text = spaces(padLeft - 1 - sign(value).count) + sign(value)
    text.append(decimal.digits[0])
    text.append(UInt8(ascii: "."))
    text += decimal.digits[1...]
    let missing = minimumDigits - (decimal.digits.count - 1)
    if missing > 0 { text += repeatElement(UInt8(ascii: "0"), count: missing) }
    return text + Decimal.exponentText(decimal.exponent, width: exponentWidth)
  }
}

extension Decimal {
  /// Digits without trailing zeros, at least one.
  fileprivate var trimmedCount: Int {
    var count = digits.count
    while count > 1 && digits[count - 1] == UInt8(ascii: "0") { count -= 1 }
    return count
  }
}

/// That many spaces, none for a negative number.
func spaces(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: " "), count: max(count, 0)) }
