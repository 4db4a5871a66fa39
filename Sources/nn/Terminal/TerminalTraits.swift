import Glibc
import Support

/// What the terminal and the environment allow: colours, Unicode, width.
struct TerminalTraits {
  enum Colours {
    case none
    /// The eight of every terminal.
    case basic
    /// The 6 × 6 × 6 cube of 256.
    case many
    /// Red, green and blue, 0 to 255 each.
    case all
  }

  var colours: Colours
  /// Whether the locale's characters are UTF-8; else line drawing and arrows become ASCII.
  var isUnicode: Bool
  /// Whether a line can be drawn over.
  var canRedraw: Bool

  /// For one stream: colours only on a terminal that is not dumb and without `NO_COLOR` (no-color.org: set and not empty).
  init(isTerminal: Bool, isUnicode: Bool) {
    self.isUnicode = isUnicode
    let terminal = environment("TERM") ?? "dumb"
    canRedraw = isTerminal && terminal != "dumb"
    if !isTerminal || terminal == "dumb" || environment("NO_COLOR") != nil {
      colours = .none
    } else {
      let said = environment("COLORTERM")
      if said == "truecolor" || said == "24bit" || terminal.hasSuffix("direct") {
        colours = .all
      } else {
        colours = terminal.hasSuffix("256color") || said != nil ? .many : .basic
      }
    }
  }

  /// Columns of the window: `COLUMNS` if it is a positive number, else what the terminal says, else 80.
  static var width: Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 {
      if size.ws_col > 0 { return Int(size.ws_col) }
    }
    return 80
  }

  /// Lines of the window, and its pixels where the terminal tells them; else those of cells of 8 × 16.
  static var window: (width: Int, height: Int, pixelWidth: Int, pixelHeight: Int) {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
    let height = isKnown ? Int(size.ws_row) : 24
    return (
      width, height, size.ws_xpixel > 0 ? Int(size.ws_xpixel) : 8 * width,
      size.ws_ypixel > 0 ? Int(size.ws_ypixel) : 16 * height
    )
  }

  /// Takes the locale from the environment. Says whether it is a UTF-8 one. Where the environment names no locale at all, UTF-8 is meant.
  static func adoptLocale() -> Bool {
    let isNamed = ["LC_ALL", "LC_CTYPE", "LANG"].contains { environment($0) != nil }
    if !isNamed || setlocale(LC_CTYPE, "") == nil {
      setlocale(LC_CTYPE, isNamed ? "C" : "C.UTF-8")
    }
    return nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}

/// A variable of the environment, nil if it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return RawPath(value).text
}
