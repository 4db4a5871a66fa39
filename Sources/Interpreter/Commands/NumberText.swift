import Glibc

/// Numbers in reports.
public enum NumberText {
  /// Exactly `digits` digits after the point, as `%.4f`.
  public static func fixed(_ value: Double, _ digits: Int) -> String { printf("%.\(digits)f", value) }

  /// A loss: four digits after the point; with an exponent where that would be hundreds of digits, or none but zeros.
  public static func loss(_ value: Double) -> String {
    let isPlain = value == 0 || (0.00005..<1e7).contains(value.magnitude)
    return isPlain || !value.isFinite ? fixed(value, 4) : printf("%.4e", value)
  }

  /// Six significant digits, as `%.6g`.
  static func short(_ value: Double, _ digits: Int = 6) -> String { printf("%.\(digits)g", value) }

  /// `digits` digits after the point and an exponent, as `%.5e`.
  static func scientific(_ value: Double, _ digits: Int) -> String { printf("%.\(digits)e", value) }

  /// Seconds as a person reads them: `12.3 ms`.
  static func duration(_ seconds: Double) -> String {
    if seconds < 1e-3 { return short(seconds * 1e6, 3) + " us" }
    if seconds < 1 { return short(seconds * 1e3, 3) + " ms" }
    return seconds < 100 ? short(seconds, 3) + " s" : fixed(seconds, 0) + " s"
  }

  private static func printf(_ format: String, _ value: Double) -> String {
    // C writes the sign of a nan, Python does not.
    if value.isNaN { return "nan" }
    // Long enough for 1e308 with some digits.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      let length = withVaList([value]) { vsnprintf(buffer.baseAddress!, buffer.count, format, $0) }
      return String(decoding: buffer.prefix(Int(min(length, 511))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}

/// `1 sample`, `2 samples`
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
