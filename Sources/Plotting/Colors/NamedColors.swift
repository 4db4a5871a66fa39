extension Color {
  /// A colour by the name Matplotlib gives it: `red`, `k`, `C1`, `tab:blue`, `#RRGGBB`, a grey from `0` to `1`.
  public init?(named name: String) {
    if let rgb = Color.named[name.lowercased()] {
      self.init(rgb)
    } else if name.hasPrefix("#"), let rgb = UInt32(name.dropFirst(), radix: 16), name.utf8.count == 7 {
      self.init(rgb)
    } else if name.hasPrefix("C"), let index = Int(name.dropFirst()), index >= 0 {
      self = Palette.color(index)
    } else if let gray = Double(name), (0...1).contains(gray) {
      let level = UInt8((gray * 255).rounded())
      self.init(level, level, level)
    } else {
      return nil
    }
  }

  private static let named: [String: UInt32] = [
    "b": 0x0000FF, "g": 0x008000, "r": 0xFF0000, "c": 0x00BFBF, "m": 0xBF00BF, "y": 0xBFBF00, "k": 0x000000,
    "w": 0xFFFFFF,
    "blue": 0x0000FF, "green": 0x008000, "red": 0xFF0000, "cyan": 0x00FFFF, "magenta": 0xFF00FF, "yellow": 0xFFFF00,
    "black": 0x000000, "white": 0xFFFFFF, "gray": 0x808080, "grey": 0x808080, "orange": 0xFFA500, "purple": 0x800080,
    "brown": 0xA52A2A, "pink": 0xFFC0CB, "olive": 0x808000, "navy": 0x000080, "teal": 0x008080, "lime": 0x00FF00,
    "gold": 0xFFD700, "crimson": 0xDC143C, "coral": 0xFF7F50, "salmon": 0xFA8072, "skyblue": 0x87CEEB,
    "steelblue": 0x4682B4, "royalblue": 0x4169E1, "darkblue": 0x00008B, "darkred": 0x8B0000, "darkgreen": 0x006400,
    "darkorange": 0xFF8C00, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3, "lightblue": 0xADD8E6, "indigo": 0x4B0082,
    "violet": 0xEE82EE, "turquoise": 0x40E0D0, "tomato": 0xFF6347, "firebrick": 0xB22222, "darkgray": 0xA9A9A9,
    "tab:blue": 0x1F77B4, "tab:orange": 0xFF7F0E, "tab:green": 0x2CA02C, "tab:red": 0xD62728, "tab:purple": 0x9467BD,
    "tab:brown": 0x8C564B, "tab:pink": 0xE377C2, "tab:gray": 0x7F7F7F, "tab:olive": 0xBCBD22, "tab:cyan": 0x17BECF,
  ]
}
