/// A colour of the screen: red, green, blue and opacity, 0 to 255 each.
public struct Color: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  /// 255 hides what is behind.
  public var opacity: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, opacity: UInt8 = 255) {
    (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
  }

  /// `0xRRGGBB`
  public init(_ rgb: UInt32) { self.init(UInt8(rgb >> 16 & 255), UInt8(rgb >> 8 & 255), UInt8(rgb & 255)) }

  public func withOpacity(_ share: Double) -> Color {
    var color = self
    color.opacity = UInt8((max(0, min(1, share.isNaN ? 1 : share)) * 255).rounded())
    return color
  }

  /// A colour between this one and another, 0 … 1.
  public func mixed(with other: Color, _ share: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
    return Color(
      mix(red, other.red), mix(green, other.green), mix(blue, other.blue), opacity: mix(opacity, other.opacity))
  }

  /// Whether white is better read on it than black: relative luminance (WCAG 2) without its gamma.
  public var isDark: Bool { 0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue) < 120 }

  /// gnuplot's number of a colour, 0xAARRGGBB, where AA is transparency.
  var gnuplotNumber: UInt32 {
    UInt32(255 - opacity) << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// `#AARRGGBB`, as gnuplot reads it: AA is transparency.
  var gnuplotText: String {
    let digits = String(gnuplotNumber, radix: 16)
    return "#" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  public static let black = Color(0x000000)
  public static let white = Color(0xFFFFFF)
  public static let gray = Color(0x808080)
}

/// Colours for things of different kind, told apart by the colour-blind too: Okabe and Ito (2008), darkest contrasts first.
public enum Palette {
  public static let colors = [
    Color(0x0072B2), Color(0xD55E00), Color(0x009E73), Color(0xCC79A7), Color(0xE69F00), Color(0x56B4E9),
    Color(0x8A7A00), Color(0x333333),
  ]

  /// The colour of the kind number `index`; they repeat after the last.
  public static func color(_ index: Int) -> Color { colors[((index % colors.count) + colors.count) % colors.count] }
}
