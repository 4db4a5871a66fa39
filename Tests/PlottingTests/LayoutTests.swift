import Foundation
import Plotting
import Testing

/// Where things stand in a picture, and how large they are: read from its SVG.
@Suite struct LayoutTests {
  /// The words of a picture in order, each with its place from the left and from the top, and its size.
  private func words(_ panels: [Panel], size: PictureSize? = nil) throws
    -> [(text: String, x: Double, y: Double, size: Double)]
  {
    let svg = String(decoding: try Gnuplot.draw(Figure(panels, size: size), as: .svg), as: UTF8.self)
    let pattern = /translate\(([-\d.]+),([-\d.]+)\)[^>]*font-size="([\d.]+)"[^>]*>\s*<text>(.*?)<\/text>/
    return svg.matches(of: pattern).map { match in
      (String(match.output.4), Double(match.output.1)!, Double(match.output.2)!, Double(match.output.3)!)
    }
  }

  private func points(_ places: [(Double, Double)]) -> Panel {
    Panel(
      [
        Series(
          .points(
            x: places.map(\.0), y: places.map(\.1), PointStyle(.circle, [.black, .gray], rim: .white)), name: "dots")
      ], x: Axis("x", range: 0...1), y: Axis("y", range: 0...1))
  }

  /// A raster of one row, of one column, of one cell.
  @Test(arguments: [(1, 3), (3, 1), (1, 1)]) func aSingleRowIsDrawn(_ rows: Int, _ columns: Int) throws {
    let raster = Raster(
      Array(repeating: 1, count: rows * columns), rows: rows, columns: columns, x: 0...1, y: 0...1, .classes([.gray]))
    let svg = String(decoding: try Gnuplot.draw(Figure([Panel([Series(.raster(raster))])]), as: .svg), as: UTF8.self)
    #expect(svg.contains("<image"))
    // The width in the head of the embedded PNG file: cells that are smaller than what can be seen have sharp edges.
    let base64 = try #require(svg.firstMatch(of: /base64,([A-Za-z0-9+\/=\s]+)/)?.output.1)
    let png = [UInt8](try #require(Data(base64Encoded: String(base64), options: .ignoreUnknownCharacters)))
    #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == 600)
  }

  @Test(arguments: [PictureSize(400, 300), PictureSize(720, 480), PictureSize(1200, 900)])
  func theLegendStandsInAnEmptyCornerOrBelow(_ size: PictureSize) throws {
    let corners = [(0.02, 0.02), (0.98, 0.02), (0.02, 0.98), (0.98, 0.98)]
    func legend(_ places: [(Double, Double)]) throws -> (isRight: Bool, isTop: Bool, isBelow: Bool) {
      let words = try words([points(places)], size: size)
      let name = try #require(words.first { $0.text == "dots" })
      let label = try #require(words.first { $0.text == "x" })
      return (name.x > Double(size.width) / 2, name.y < Double(size.height) / 2, name.y > label.y)
    }
    #expect(try legend([(0.5, 0.5)]) == (true, true, false))
    #expect(try legend([corners[3]]) == (false, true, false))
    #expect(try legend([corners[3], corners[2]]) == (true, false, false))
    #expect(try legend([corners[3], corners[2], corners[1]]) == (false, false, false))
    #expect(try legend(corners).isBelow)
  }

  /// A line hides behind the legend even where none of its points lies there.
  @Test func theLegendKeepsAwayFromLines() throws {
    let line = Panel(
      [Series(.line(x: [0, 1], y: [1, 1], LineStyle(.black)), name: "level")], x: Axis("x"),
      y: Axis("y", range: 0...1.05))
    let name = try #require(try words([line]).first { $0.text == "level" })
    #expect(name.y > 240)
  }

  @Test func onlyWholeNumbersWhereOthersMeanNothing() throws {
    func numbers(_ isWhole: Bool) throws -> [Double] {
      let panel = Panel(
        [Series(.line(x: [1, 2, 3], y: [7, 7, 7], LineStyle(.black)))], x: Axis(isWhole: isWhole),
        y: Axis(range: 6.9...7.1, ticks: []))
      return try words([panel]).compactMap { Double($0.text) }
    }
    #expect(try numbers(true) == [1, 2, 3])
    #expect(try numbers(false).contains(1.5))
  }

  /// Less than a power of ten apart, so that no power of ten is in between.
  @Test(arguments: [(0.7, 0.82), (1.02, 1.4), (2.1, 2.2), (0.04, 0.09), (0.011, 0.3)])
  func aLogarithmicAxisHasAtLeastThreeNumbers(_ low: Double, _ high: Double) throws {
    let panel = Panel(
      [Series(.line(x: [1, 2], y: [low, high], LineStyle(.black)))], x: Axis(ticks: []),
      y: Axis(scale: .logarithmic))
    for size in [PictureSize(400, 300), PictureSize(1200, 900)] {
      #expect(try words([panel], size: size).count { Double($0.text) != nil } >= 3)
    }
  }

  @Test func numbersUnderTheAxisDoNotTouch() throws {
    let ticks = (0..<40).map { Axis.Tick(Double($0) * 100, "\($0 * 100)") }
    let panel = Panel(
      [Series(.line(x: [0, 3900], y: [0, 1], LineStyle(.black)))], x: Axis(ticks: ticks), y: Axis(ticks: []))
    let shown = try words([panel], size: PictureSize(400, 300)).filter { Double($0.text) != nil }
    #expect(shown.count > 3)
    for (a, b) in zip(shown, shown.dropFirst()) { #expect(b.x - a.x > Double(b.text.count) * b.size * 0.6) }
  }

  @Test func lettersGrowWithThePicture() throws {
    let panel = Panel([Series(.line(x: [0, 1], y: [0, 1], LineStyle(.black)))], title: "title")
    let usual = try #require(try words([panel]).first { $0.text == "title" }).size
    let large = try #require(try words([panel], size: PictureSize(1440, 960)).first { $0.text == "title" }).size
    #expect(abs(large - 2 * usual) < 0.1)
  }

  @Test func labelsThatShareARowFitIntoIt() throws {
    func sizes(_ count: Int, _ text: String) throws -> [Double] {
      let labels = (0..<count).map { Label($0 == 0 ? text : "1", x: Double($0), y: 0.5, size: 11, room: 1) }
      let panel = Panel(
        [Series(.labels(labels))], x: Axis(range: -0.5...(Double(count) - 0.5), ticks: []),
        y: Axis(range: 0...1, ticks: []))
      return try words([panel]).map(\.size)
    }
    let few = try sizes(3, "0.123")
    #expect(few.count == 3 && Set(few).count == 1)
    let many = try sizes(14, "0.12345")
    #expect(many.count == 14 && Set(many).count == 1 && many[0] < few[0])
    #expect(try sizes(100, "0.12345").isEmpty)
  }
}
