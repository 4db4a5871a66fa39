import Plotting
import Testing

/// Figures as data: ranges, colours, contour lines.
@Suite struct FigureTests {
  @Test func anAxisShowsEverything() {
    let panel = Panel([
      Series(.line(x: [1, 2, 3], y: [-1, .nan, 4], LineStyle(.black))),
      Series(.rule(.horizontal, at: 9, LineStyle(.black))),
    ])
    #expect(panel.xRange == 1...3)
    #expect(panel.yRange.lowerBound < -1 && panel.yRange.upperBound > 9)
  }

  @Test func barsStandOnTheAxis() {
    let panel = Panel([Series(.bars(x: [1, 2], heights: [3, 5], width: 1, .black))])
    #expect(panel.yRange.lowerBound == 0)
    #expect(panel.yRange.upperBound > 5)
  }

  @Test func aLogarithmicAxisHasOnlyPositiveNumbers() {
    let panel = Panel([Series(.line(x: [1, 2], y: [0, 10], LineStyle(.black)))], y: Axis(scale: .logarithmic))
    #expect(panel.yRange.lowerBound > 0 && panel.yRange.upperBound > 10)
    #expect(Panel([], y: Axis(scale: .logarithmic)).yRange.lowerBound > 0)
  }

  @Test func oneNumberHasARangeToo() {
    let panel = Panel([Series(.points(x: [5], y: [5], PointStyle(.circle, [.black])))])
    #expect(panel.xRange.contains(5) && panel.xRange.lowerBound < panel.xRange.upperBound)
  }

  @Test func stepsAreClosedAtTheTop() {
    let shading = Shading.steps([0, 0.5, 1], [.white, .black])
    #expect(shading.color(0) == .white)
    #expect(shading.color(0.5) == .black)
    #expect(shading.color(1) == .black)
    #expect(shading.color(1.1) == nil)
    #expect(shading.color(.nan) == nil)
  }

  @Test func mapsEndInTheirOwnColours() throws {
    for name in Colormap.names {
      let map = try #require(Colormap(named: name))
      #expect(map[-1] == map.colors[0] && map[2] == map.colors.last)
      #expect(Colormap(named: name + "_r")?[0] == map[1])
    }
    #expect(Colormap(named: "no such map") == nil)
  }

  @Test func aContourIsWhereThePlaneIsHalf() {
    // z = x over a grid of 3 × 2: the line x = 0.75.
    let line = Contour.line([0, 1, 2, 0, 1, 2], x: [0, 1, 2], y: [0, 1], level: 0.75) {}
    let points = zip(line.x, line.y).filter { !$0.0.isNaN }
    #expect(points.count == 2)
    #expect(points.allSatisfy { abs($0.0 - 0.75) < 1e-12 })
    #expect(Set(points.map(\.1)) == [0, 1])
  }

  @Test func aContourOfASaddleDoesNotCross() {
    let line = Contour.line([1, 0, 0, 1], x: [0, 1], y: [0, 1], level: 0.6) {}
    // The middle, 0.5, is below: each high corner is cut off by itself.
    let pieces = zip(line.x, line.y).split { $0.0.isNaN }
    #expect(pieces.count == 2)
    for piece in pieces {
      let ends = Array(piece)
      #expect((ends[0].0 + ends[0].1 < 1) == (ends[1].0 + ends[1].1 < 1))
    }
  }

  @Test func aContourCirclesAHill() {
    let places = (0..<41).map { Double($0) / 20 - 1 }
    let heights = places.flatMap { y in places.map { x in x * x + y * y } }
    let line = Contour.line(heights, x: places, y: places, level: 0.25) {}
    let radii = zip(line.x, line.y).filter { !$0.0.isNaN }.map { ($0.0 * $0.0 + $0.1 * $0.1).squareRoot() }
    #expect(radii.count > 50)
    #expect(radii.allSatisfy { abs($0 - 0.5) < 0.002 })
  }
}
