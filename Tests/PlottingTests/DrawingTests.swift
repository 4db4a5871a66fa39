import Plotting
import Testing

/// Drawing by gnuplot: every format, every mark.
@Suite struct DrawingTests {
  /// One of everything.
  static let figure = Figure(
    [
      Panel(
        [
          Series(
            .raster(Raster([0, 1, 1, 0, 0, 1], rows: 2, columns: 3, x: 0...3, y: 0...2, .classes([.white, .gray])))),
          Series(.band(x: [0, 1, 2], lower: [0, 0, 0], upper: [1, 0.5, 1], Color(0x56B4E9).withOpacity(0.3))),
          Series(.bars(x: [0.5, 1.5], heights: [1, 2], width: 0.5, Palette.color(2)), name: "bars"),
          Series(
            .line(x: [0, 1, .nan, 3], y: [0, 2, 1, .infinity], LineStyle(Palette.color(0), dash: .dashed)), name: "line"
          ),
          Series(.points(x: [1, 2], y: [1, 1], PointStyle(.diamond, [.black, .gray], rim: .black)), name: "points"),
          Series(.labels([Label("a label", x: 1, y: 1)])),
        ], title: "All marks", x: Axis("x"), y: Axis("y"), hasGrid: true,
        colorBar: ColorBar(.classes([.white, .gray]), label: "class", ticks: [.init(0, "0"), .init(1, "1")])),
      Panel(
        [Series(.line(x: [1, 2, 3], y: [1, 0.1, 0.001], LineStyle(.black)))], y: Axis("log", scale: .logarithmic)),
    ], columns: 2, title: "Two panels")

  @Test func aPNG() throws {
    let bytes = try Gnuplot.draw(DrawingTests.figure, as: .png)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(bytes.count > 5000)
  }

  @Test func anSVG() throws {
    let text = String(decoding: try Gnuplot.draw(DrawingTests.figure, as: .svg), as: UTF8.self)
    #expect(text.contains("<svg"))
    for words in ["Two panels", "All marks", "a label", "class", "bars"] { #expect(text.contains(words), "\(words)") }
  }

  @Test func aPDF() throws {
    #expect(try Gnuplot.draw(DrawingTests.figure, as: .pdf).starts(with: Array("%PDF".utf8)))
  }

  @Test func sixels() throws {
    #expect(try Gnuplot.draw(DrawingTests.figure, as: .sixel).starts(with: [0x1B]))
  }

  @Test func anEmptyFigureHasAxes() throws {
    #expect(try !Gnuplot.draw(Figure([]), as: .png).isEmpty)
    #expect(try !Gnuplot.draw(Figure([Panel([Series(.line(x: [], y: [], LineStyle(.black)))])]), as: .svg).isEmpty)
  }

  @Test func theFormatIsTheFilesEnding() {
    #expect(PictureFormat(path: "a/b.PNG") == .png)
    #expect(PictureFormat(path: "x.svg") == .svg)
    #expect(PictureFormat(path: "png") == nil)
  }
}
