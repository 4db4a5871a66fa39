/// What a figure is drawn as.
public enum PictureFormat: Sendable, Equatable {
  case png, svg, pdf
  /// Sixels, for terminals that show images so.
  case sixel

  /// The formats of files, by the end of their name.
  public static let byEnding: [(ending: String, format: PictureFormat)] = [
    (".png", .png), (".svg", .svg), (".pdf", .pdf),
  ]

  /// The format that a file's name asks for, nil if it names none of them.
  public init?(path: String) {
    let lower = path.lowercased()
    guard let entry = PictureFormat.byEnding.first(where: { lower.hasSuffix($0.ending) }) else { return nil }
    self = entry.format
  }

  /// gnuplot's terminal. No text of the user is in it.
  func terminal(_ size: PictureSize, background: Color? = .white) -> String {
    let paper = background.map { "background '#\($0.gnuplotText.dropFirst(3))'" }
    let letters = Lettering(size, self)
    let font = "font 'sans,\(letters.terminalSize)'"
    return switch self {
    case .png: "pngcairo noenhanced size \(size.width),\(size.height) \(paper ?? "transparent") \(font)"
    case .svg:
      "svg noenhanced size \(size.width),\(size.height) dynamic \(paper ?? "") font 'sans-serif,\(letters.terminalSize)'"
    // gnuplot counts inches there; 96 pixels are one.
    case .pdf:
      "pdfcairo noenhanced size \(Double(size.width) / 96)in,\(Double(size.height) / 96)in \(paper ?? "transparent") \(font)"
    case .sixel: "sixelgd noenhanced size \(size.width),\(size.height) truecolor background '#ffffff' \(font)"
    }
  }

  static let defaultSize = PictureSize(720, 480)
}
