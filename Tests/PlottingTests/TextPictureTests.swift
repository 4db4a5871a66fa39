import Plotting
import Testing

/// Pictures of characters: where everything stands.
@Suite struct TextPictureTests {
  private func text(_ panel: Panel, _ width: Int = 40, _ height: Int = 12) throws -> String {
    try TextPicture.draw(Figure([panel]), on: .characters, size: PictureSize(width, height)).plain
  }

  @Test func numbersWordsAndLinesHaveTheirPlaces() throws {
    let panel = Panel(
      [
        Series(.line(x: [0, 10], y: [0, 4], LineStyle(.black)), name: "up"),
        Series(.points(x: [0, 10], y: [4, 0], PointStyle(.square, [.black])), name: "ends"),
      ], title: "A title", x: Axis("time", range: 0...10), y: Axis("height", range: 0...4))
    let text = try text(panel, 35, 11)
    #expect(
      text == """
                       A title
        height    ** up   x ends
        4┤x                           *****
         │                      ******
        2┤                 *****
         │           ******
         │      *****
        0┤******                          x
         └┬───────────────┬───────────────┬
          0               5              10
                        time

        """)
  }

  @Test func aNumberStandsAtItsPlace() throws {
    // A point at each tick: it is in the row and column of its number.
    let panel = Panel(
      [Series(.points(x: [20, 40, 60], y: [1, 10, 100], PointStyle(.circle, [.black])))], x: Axis(range: 0...80),
      y: Axis(scale: .logarithmic, range: 0.5...200))
    let lines = try text(panel, 60, 20).split(separator: "\n").map(Array.init)
    let axis = try #require(lines.firstIndex { $0.contains("└") })
    for (x, y) in [("20", "1"), ("40", "10"), ("60", "100")] {
      let row = try #require(lines.firstIndex { String($0).split(separator: " ").first?.hasPrefix(y + "┤") ?? false })
      let column = try #require(lines[row].firstIndex(of: "o"))
      #expect(lines[axis][column] == "┬")
      #expect(String(lines[axis + 1][(column - 1)...column]) == x)
    }
  }

  @Test func barsStandOnTheAxis() throws {
    let panel = Panel(
      [Series(.bars(x: [1, 2, 3], heights: [1, 0, 3], width: 1, .black))], x: Axis(range: 0.5...3.5),
      y: Axis(range: 0...3))
    let lines = try text(panel, 32, 8).split(separator: "\n")
    #expect(lines[0] == " │                    ##########")
    #expect(lines[5] == "0┤##########          ##########")
  }

  @Test func aRasterHasCharactersAndTheirMeaningBeside() throws {
    let shading = Shading.scale(.blueOrange, -1...1)
    let raster = Raster([-1, 0, 0, 1], rows: 2, columns: 2, x: 0...2, y: 0...2, shading)
    let label = Series(.labels([Label("-1.0", x: 0.5, y: 0.5)]))
    let text = try text(Panel([Series(.raster(raster)), label], colorBar: ColorBar(shading, label: "weight")))
    #expect(text.contains(". -1.0 ."))
    #expect(text.contains("@@@@"))
    #expect(text.contains("weight\n"))
    for number in ["-1", "0", "1"] { #expect(text.contains(" \(number)\n"), "\(text)") }
  }

  @Test func whereThereIsLittleRoomThePictureKeepsIt() throws {
    let panel = Panel([], title: "A title", x: Axis("below"), y: Axis("left"))
    #expect(try text(panel, 40, 9).contains("A title") && text(panel, 40, 9).contains("below"))
    #expect(try text(panel, 40, 8).contains("A title") && !text(panel, 40, 8).contains("below"))
    #expect(try text(panel, 40, 8).split(separator: "\n").count { $0.contains("│") || $0.contains("┤") } == 4)
  }

  @Test func wordsOverWordsAreLeftOut() throws {
    let labels = (0..<6).map { Label("number \($0)", x: Double($0), y: 1) }
    let text = try text(Panel([Series(.labels(labels))], x: Axis(range: 0...5), y: Axis(range: 0...2)), 44)
    #expect(text.contains("number 0") && text.contains("number 2") && !text.contains("number 1"), "\(text)")
  }

  @Test func unitsAreEqual() throws {
    let square = Series(.line(x: [0, 1, 1, 0, 0], y: [0, 0, 1, 1, 0], LineStyle(.black)))
    let lines = try text(Panel([square], x: Axis(range: 0...1), y: Axis(range: 0...1), isEqual: true), 70, 12)
      .split(separator: "\n").filter { $0.contains("*") }
    let width = try #require(lines.map { $0.count { $0 == "*" } }.max())
    #expect(width == 2 * lines.count)
  }

  @Test func longNamesAndWideCharactersStayWithin() throws {
    let names = ["損失関数の値", String(repeating: "long ", count: 40), "e\u{301}tudes", "b", "c", "d"]
    let series = names.map { Series(.line(x: [0, 1], y: [0, 1], LineStyle(.black)), name: $0) }
    let panel = Panel(series, title: names[1], x: Axis(names[0]), y: Axis(names[1]))
    for line in try text(panel, 50, 20).split(separator: "\n") { #expect(String(line).screenWidth <= 50, "\(line)") }
  }

  @Test(arguments: [TextPicture.Surface.characters, .cells]) func everyMarkIsDrawnInEverySize(
    _ surface: TextPicture.Surface
  ) throws {
    for size in [(1, 1), (9, 3), (20, 8), (40, 9), (79, 21), (160, 40)] {
      let grid = try TextPicture.draw(DrawingTests.figure, on: surface, size: PictureSize(size.0, size.1))
      #expect(grid.width == max(size.0, 20))
      for line in grid.plain.split(separator: "\n") { #expect(String(line).screenWidth <= grid.width) }
      if size.0 >= 79 {
        for word in ["Two panels", "All marks", "a label", "class", "bars", "line", "points", "log", "0.01"] {
          #expect(grid.plain.contains(word), "\(word) in \(grid.plain)")
        }
      }
    }
    #expect(try TextPicture.draw(Figure([]), on: surface, size: PictureSize(40, 10)).plain.contains("└"))
  }

  @Test func panelsThatWouldBeTooNarrowStandBelowEachOther() throws {
    let panels = (1...3).map { Panel([], title: "panel \($0)") }
    let figure = Figure(panels, columns: 3)
    func rows(_ width: Int) throws -> Int {
      try TextPicture.draw(figure, on: .characters, size: PictureSize(width, 10)).plain.split(separator: "\n").count {
        $0.contains("panel")
      }
    }
    #expect(try rows(100) == 1)
    #expect(try rows(40) == 3)
  }

  @Test func cellsHaveTheColoursOfThePicture() throws {
    // Left half blue, right half orange.
    let colors = [Palette.color(0), Palette.color(1)]
    let raster = Raster([0, 1], rows: 1, columns: 2, x: 0...2, y: 0...1, .classes(colors))
    let panel = Panel([Series(.raster(raster))], x: Axis(isHidden: true), y: Axis(isHidden: true))
    let grid = try TextPicture.draw(Figure([panel]), on: .cells, size: PictureSize(40, 10))
    for (column, color) in [(5, colors[0]), (35, colors[1])] {
      let cell = try #require(grid.row(5).dropFirst(column).first)
      #expect((cell.character == "█" ? cell.ink : cell.paper) == color)
    }
  }
}
