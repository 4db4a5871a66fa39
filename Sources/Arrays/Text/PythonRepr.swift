/// Python's `repr` of a float: the shortest digits that read back as the same number, `1e-05`, `1e+16`, `100.0`, `inf`, `nan`, `-0.0`.
public func pythonRepr(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  let decimal = Decimal(shortest: value)
  var text: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
  if decimal.point > -4 && decimal.point <= 16 {
    text += decimal.positional(fraction: 1)
  } else {
    text.append(decimal.digits[0])
    if decimal.digits.count > 1 {
      text.append(UInt8(ascii: "."))
      text += decimal.digits[1...]
    }
    text += Decimal.exponentText(decimal.exponent)
  }
  return String(decoding: text, as: UTF8.self)
}
