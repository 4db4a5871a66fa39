/// A number's parts, put into a field: sign, prefix, padding zeros, grouped digits, rest.
struct NumberField {
  var sign: String
  var prefix: String
  /// The digits that may be grouped.
  var integer: String
  var rest: String

  func text(_ spec: FormatSpec, groupSize: Int) -> String {
    let fixed = sign.utf8.count + prefix.utf8.count + rest.unicodeScalars.count
    var digits = integer
    if !integer.isEmpty {
      let padsZeros = spec.fill == "0" && spec.alignment == .afterSign
      digits = grouped(spec.grouping, groupSize, minimumWidth: padsZeros ? spec.width - fixed : 0)
    }
    let missing = spec.width - fixed - digits.utf8.count
    let body = digits + rest
    if missing <= 0 { return sign + prefix + body }
    switch spec.alignment ?? .right {
    case .left: return sign + prefix + body + spec.filling(missing)
    case .right: return spec.filling(missing) + sign + prefix + body
    case .center: return spec.filling(missing / 2) + sign + prefix + body + spec.filling(missing - missing / 2)
    case .afterSign: return sign + prefix + spec.filling(missing) + body
    }
  }

  /// The digits with separators, after zeros that fill `minimumWidth`. A separator never stands first, so the text may be one longer.
  private func grouped(_ separator: Unicode.Scalar?, _ size: Int, minimumWidth: Int) -> String {
    guard let separator else {
      return String(repeating: "0", count: max(minimumWidth - integer.utf8.count, 0)) + integer
    }
    let digits = Array(integer.utf8)
    let mark = UInt8(ascii: separator)
    var reversed: [UInt8] = []
    var remaining = digits.count
    var width = minimumWidth
    while true {
      let length = min(size, max(remaining, width, 1))
      let taken = min(remaining, length)
      for k in 0..<taken { reversed.append(digits[remaining - 1 - k]) }
      for _ in taken..<length { reversed.append(48) }
      remaining -= taken
      width -= length
      if remaining <= 0 && width <= 0 { break }
      reversed.append(mark)
      width -= 1
    }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }
}
