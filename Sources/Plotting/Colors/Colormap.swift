/// A scale of colours for numbers: 0 is its first colour, 1 its last.
public struct Colormap: Sendable, Equatable {
  /// The colours at equal distances.
  public let colors: [Color]

  public init(_ colors: [Color]) { self.colors = colors }
  private init(_ colors: [UInt32]) { self.colors = colors.map { Color($0) } }

  /// The colour at `position`; beyond the ends the end's colour.
  public subscript(position: Double) -> Color {
    guard position > 0 else { return colors[0] }
    guard position < 1, colors.count > 1 else { return colors[colors.count - 1] }
    let place = position * Double(colors.count - 1)
    let index = Int(place, within: 0...max(0, colors.count - 2))
    return colors[index].mixed(with: colors[index + 1], place - Double(index))
  }

  public var reversed: Colormap { Colormap(colors.reversed()) }

  /// From dark blue over white to orange: numbers of both signs. Told apart by the colour-blind.
  public static let blueOrange = Colormap([0x00456B, 0x2F7FB0, 0x86B9DB, 0xF7F7F7, 0xF0AE78, 0xD9701F, 0x8C3D00])

  /// A map by the name Matplotlib gives it; `_r` turns it round.
  public init?(named name: String) {
    if let colors = Colormap.named[name] {
      self.init(colors)
    } else if name.hasSuffix("_r"), let colors = Colormap.named[String(name.dropLast(2))] {
      self.init(colors.reversed())
    } else {
      return nil
    }
  }

  public static var names: [String] { named.keys.sorted() }

  /// Supporting points of the well-known scales: those of Matplotlib's own maps (van der Walt, Smith, Firing; Nuñez et al. for cividis)
  /// and of ColorBrewer's (Brewer, Harrower). All are readable by the colour-blind but for `jet`, `rainbow` and `Spectral`.
  private static let named: [String: [UInt32]] = [
    "viridis": [
      0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725,
    ],
    "cividis": [
      0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838,
    ],
    "plasma": [
      0x0D0887, 0x46039F, 0x7201A8, 0x9C179E, 0xBD3786, 0xD8576B, 0xED7953, 0xFB9F3A, 0xFDCA26, 0xF0F921,
    ],
    "inferno": [
      0x000004, 0x1B0C41, 0x4A0C6B, 0x781C6D, 0xA52C60, 0xCF4446, 0xED6925, 0xFB9B06, 0xF7D13D, 0xFCFFA4,
    ],
    "magma": [
      0x000004, 0x180F3D, 0x440F76, 0x721F81, 0x9E2F7F, 0xCD4071, 0xF1605D, 0xFD9668, 0xFECA8D, 0xFCFDBF,
    ],
    "RdYlBu": [
      0xA50026, 0xD73027, 0xF46D43, 0xFDAE61, 0xFEE090, 0xFFFFBF, 0xE0F3F8, 0xABD9E9, 0x74ADD1, 0x4575B4, 0x313695,
    ],
    "RdBu": [
      0x67001F, 0xB2182B, 0xD6604D, 0xF4A582, 0xFDDBC7, 0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC, 0x053061,
    ],
    "PuOr": [
      0x7F3B08, 0xB35806, 0xE08214, 0xFDB863, 0xFEE0B6, 0xF7F7F7, 0xD8DAEB, 0xB2ABD2, 0x8073AC, 0x542788, 0x2D004B,
    ],
    "Spectral": [
      0x9E0142, 0xD53E4F, 0xF46D43, 0xFDAE61, 0xFEE08B, 0xFFFFBF, 0xE6F598, 0xABDDA4, 0x66C2A5, 0x3288BD, 0x5E4FA2,
    ],
    "coolwarm": [0x3B4CC0, 0x7B9FF9, 0xC0D4F5, 0xDDDDDD, 0xF2CBB7, 0xEE8468, 0xB40426],
    "bwr": [0x0000FF, 0xFFFFFF, 0xFF0000],
    "seismic": [0x00004C, 0x0000FF, 0xFFFFFF, 0xFF0000, 0x800000],
    "gray": [0x000000, 0xFFFFFF],
    "Greys": [0xFFFFFF, 0xD9D9D9, 0x969696, 0x525252, 0x000000],
    "binary": [0xFFFFFF, 0x000000],
    "Blues": [0xF7FBFF, 0xC6DBEF, 0x6BAED6, 0x2171B5, 0x08306B],
    "Oranges": [0xFFF5EB, 0xFDD0A2, 0xFD8D3C, 0xD94801, 0x7F2704],
    "Greens": [0xF7FCF5, 0xC7E9C0, 0x74C476, 0x238B45, 0x00441B],
    "Reds": [0xFFF5F0, 0xFCBBA1, 0xFB6A4A, 0xCB181D, 0x67000D],
    "hot": [0x0B0000, 0xFF0000, 0xFFFF00, 0xFFFFFF],
    "jet": [0x000080, 0x0000FF, 0x00FFFF, 0xFFFF00, 0xFF0000, 0x800000],
    "rainbow": [0x8000FF, 0x00B5EB, 0x80FFB4, 0xFFB360, 0xFF0000],
  ]
}
