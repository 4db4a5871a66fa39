import Glibc
import Plotting
import Testing

/// No text of a figure reaches gnuplot as a command.
@Suite struct HostileTextTests {
  private static let canary = "/tmp/nn-plot-canary-\(getpid())"

  static let texts = [
    "it's", "\"quoted\"", "`touch \(canary)`", "$(touch \(canary))", "a\nsystem('touch \(canary)')\n",
    "'; system('touch \(canary)'); '", "\"; system(\"touch \(canary)\")\n#", "@ARG1 @canary", "\\", "\\\\'", "'",
    "''; !touch \(canary)", "a\r!touch \(canary)", "\u{2028}!touch \(canary)", "x\0y",
    "e\n-e 'system(\"touch \(canary)\")'",
    "\u{1B}[2J\u{9B}31m", "e\u{301}'\u{301}; system('touch \(canary)') #", "%d %s %n", "{/Bold x}_1^2",
    "<script>alert(1)</script> & <b>", "😀 ∂L/∂W μ", "| touch \(canary)",
    "< touch \(canary)",
    String(repeating: "'`$(touch \(canary))\n", count: 4000),
  ]

  private static func figure(_ text: String) -> Figure {
    Figure(
      [
        Panel(
          [
            Series(.line(x: [0, 1], y: [0, 1], LineStyle(.black)), name: text),
            Series(.labels([Label(text, x: 0.5, y: 0.5)])),
          ], title: text, x: Axis(text, ticks: [.init(0, text)]), y: Axis(text),
          colorBar: ColorBar(.classes([.white, .black]), label: text, ticks: [.init(0, text)]))
      ], title: text)
  }

  @Test(arguments: texts.indices) func noCommandRuns(_ index: Int) throws {
    unlink(Self.canary)
    let figure = Self.figure(Self.texts[index])
    for format in [PictureFormat.svg, .png] { #expect(try !Gnuplot.draw(figure, as: format).isEmpty) }
    for surface in [TextPicture.Surface.characters, .cells] {
      let text = try TextPicture.draw(figure, on: surface, size: PictureSize(79, 20)).plain
      // No escape sequence of the user reaches the terminal.
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
    #expect(access(Self.canary, F_OK) != 0)
  }

  @Test func markupIsText() throws {
    let svg = String(decoding: try Gnuplot.draw(Self.figure("<script>alert(1)</script>"), as: .svg), as: UTF8.self)
    #expect(!svg.contains("<script>alert"))
    #expect(svg.contains("&lt;script"))
  }

  @Test func aQuoteStaysAQuote() throws {
    let svg = String(decoding: try Gnuplot.draw(Self.figure("it's \"so\""), as: .svg), as: UTF8.self)
    #expect(svg.contains("it’s") || svg.contains("it&apos;s") || svg.contains("it&#39;s"))
  }

  @Test func strangeNumbersAreDrawn() throws {
    let strange: [Double] = [.nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0]
    let panel = Panel([
      Series(.line(x: strange, y: strange, LineStyle(.black))),
      Series(.points(x: strange, y: strange, PointStyle(.circle, [.black]))),
      Series(.labels([Label("x", x: .nan, y: .infinity)])),
    ])
    var logarithmic = panel
    logarithmic.y.scale = .logarithmic
    for panel in [panel, logarithmic] {
      #expect(try !Gnuplot.draw(Figure([panel]), as: .svg).isEmpty)
      for surface in [TextPicture.Surface.characters, .cells] {
        #expect(try !TextPicture.draw(Figure([panel]), on: surface, size: PictureSize(60, 16)).plain.isEmpty)
      }
    }
  }
}
