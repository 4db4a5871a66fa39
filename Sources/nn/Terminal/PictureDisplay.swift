import Glibc
import Interpreter
import Notebook
import Plotting
import Support

/// How a terminal shows pictures: told from its environment, never by questions to it, whose answers would be taken for typing.
struct PictureDisplay {
  enum Way: Equatable {
    /// The kitty graphics protocol: a PNG file as it is.
    case kitty
    /// iTerm2's inline images: likewise.
    case inlineFile
    case sixel
    /// Words and axes as text, areas and lines as cells of colour.
    case cells
    case characters
  }

  private let traits: TerminalTraits
  let way: Way

  init(_ traits: TerminalTraits, mode: PictureMode) {
    self.traits = traits
    way = mode == .auto ? PictureDisplay.imageWay() ?? PictureDisplay.textWay(traits) : .characters
  }

  /// Cells need block characters and shades of colours.
  private static func textWay(_ traits: TerminalTraits) -> Way {
    switch traits.colours {
    case .none, .basic: .characters
    case .many, .all: traits.isUnicode && TextPicture.hasCells ? .cells : .characters
    }
  }

  /// nil: a terminal that is not known to show images. A multiplexer shows none, whatever stands behind it.
  private static func imageWay() -> Way? {
    let terminal = environment("TERM") ?? ""
    let program = environment("TERM_PROGRAM") ?? ""
    if environment("TMUX") != nil || terminal.hasPrefix("screen") || terminal.hasPrefix("tmux") || terminal == "dumb" {
      return nil
    }
    if environment("KITTY_WINDOW_ID") != nil || terminal.contains("kitty") || program == "ghostty" { return .kitty }
    if ["iTerm.app", "WezTerm", "mintty"].contains(program) || environment("LC_TERMINAL") == "iTerm2" {
      return .inlineFile
    }
    let sixelTerminals = ["foot", "mlterm", "contour", "yaft"]
    if terminal.contains("sixel") || sixelTerminals.contains(where: terminal.hasPrefix) { return .sixel }
    return nil
  }

  /// What to write for the figure, whole lines.
  func text(_ figure: Figure) throws(PlottingError) -> TerminalText {
    func stop() -> Bool { Interrupts.isPending }
    switch way {
    case .cells, .characters:
      let room = TerminalTraits.window
      // The prompt, the picture's sentence and the next prompt stay in sight.
      let size = PictureSize(min(max(room.width - 1, 20), 160), min(max(room.height - 3, 8), 40))
      let surface = way == .cells ? TextPicture.Surface.cells : .characters
      return GridText(traits: traits).text(try TextPicture.draw(figure, on: surface, size: size, isCancelled: stop))
    case .sixel:
      let bytes = try Gnuplot.draw(figure, as: .sixel, size: pixels(figure), isCancelled: stop)
      return TerminalText(String(decoding: bytes, as: UTF8.self) + "\n")
    case .kitty:
      let png = try Gnuplot.draw(figure, as: .png, size: pixels(figure), isCancelled: stop)
      return TerminalText(PictureDisplay.kitty(Base64.text(png)))
    case .inlineFile:
      let png = try Gnuplot.draw(figure, as: .png, size: pixels(figure), isCancelled: stop)
      return "\u{1B}]1337;File=inline=1;size=\(png.count):\(Base64.text(png))\u{07}\n"
    }
  }

  /// No wider and no higher than the window.
  private func pixels(_ figure: Figure) -> PictureSize {
    let wanted = figure.size ?? PictureSize(720, 480)
    let room = TerminalTraits.window
    let most = PictureSize(max(room.pixelWidth, 320), max(room.pixelHeight * 4 / 5, 240))
    let scale = min(1, Double(most.width) / Double(wanted.width), Double(most.height) / Double(wanted.height))
    return PictureSize(Int(Double(wanted.width) * scale), Int(Double(wanted.height) * scale))
  }

  /// The protocol takes pieces of at most 4096 bytes; m=1 says that more follow.
  private static func kitty(_ base64: String) -> String {
    let bytes = Array(base64.utf8)
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 4096) {
      let end = min(start + 4096, bytes.count)
      let more = end < bytes.count ? 1 : 0
      text += "\u{1B}_G" + (start == 0 ? "a=T,f=100,q=2,m=\(more)" : "m=\(more)") + ";"
      text += String(decoding: bytes[start..<end], as: UTF8.self) + "\u{1B}\\"
    }
    return text + "\n"
  }
}
