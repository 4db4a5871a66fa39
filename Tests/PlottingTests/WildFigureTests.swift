import Testing

import Plotting

/// Figures of numbers that no picture is made for: each is drawn, as text and as gnuplot's script.
@Suite struct WildFigureTests {
  /// Splitmix64: the same figures in each run.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let extremes: [Double] = [
    0, -0.0, 1, -1, 0.5, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, 1e15,
    1e15 + 0.125, 9.3e18, -9.3e18, 0x1p63, 1e19, 1e100,
    1e300, 1e308, -1e308, 1.7e308, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .infinity, -.infinity, .nan,
    1 + 0x1p-52,
  ]

  private var random: Random
  init() { random = Random(state: 42) }

  private mutating func number() -> Double {
    Bool.random(using: &random)
      ? WildFigureTests.extremes.randomElement(using: &random)! : .random(in: -3...3, using: &random)
  }

  private mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in number() } }

  private mutating func range() -> ClosedRange<Double>? {
    let (a, b) = (number(), number())
    return a.isNaN || b.isNaN || Bool.random(using: &random) ? nil : min(a, b)...max(a, b)
  }

  private mutating func series() -> Series {
    let count = Int.random(in: 0...6, using: &random)
    let (x, y, z) = (numbers(count), numbers(count), numbers(count))
    let line = LineStyle(.black, width: number(), dash: .dashed)
    let mark: Mark
    switch Int.random(in: 0..<8, using: &random) {
    case 0: mark = .line(x: x, y: y, line)
    case 1:
      var style = PointStyle(.circle, size: number(), [.black], rim: Bool.random(using: &random) ? .white : nil)
      style.sizes = numbers(Int.random(in: 0...2, using: &random))
      mark = .points(x: x, y: y, style)
    case 2: mark = .bars(x: x, heights: y, width: number(), .gray)
    case 3: mark = .band(x: x, lower: y, upper: z, .gray)
    case 4: mark = .rule(Bool.random(using: &random) ? .vertical : .horizontal, at: number(), line)
    case 5:
      let shading = Shading.scale(Colormap.blueOrange, range() ?? 0...1)
      mark = .raster(
        Raster(numbers(6), rows: 2, columns: 3, x: range() ?? 0...3, y: range() ?? 0...2, shading, opacity: number()))
    case 6: mark = .labels([Label("a word\n\u{7}漢字", x: number(), y: number(), size: number(), room: number())])
    default:
      let (levels, heights) = (number(), numbers(9))
      let places = [-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude]
      let contour = Contour.line(heights, x: places, y: places, level: levels) {}
      mark = .line(x: contour.x, y: contour.y, line)
    }
    var series = Series(mark, name: Bool.random(using: &random) ? "名 \u{1B}[31m\nname" : nil)
    series.order = Bool.random(using: &random) ? number() : nil
    return series
  }

  private mutating func axis() -> Axis {
    var axis = Axis(
      "an axis\nof two lines", scale: Bool.random(using: &random) ? .linear : .logarithmic, range: range(),
      isReversed: Bool.random(using: &random), isWhole: Bool.random(using: &random))
    if Int.random(in: 0..<4, using: &random) == 0 { axis.ticks = numbers(3).map { Axis.Tick($0, "\($0)") } }
    axis.tickAngle = Bool.random(using: &random) ? number() : nil
    return axis
  }

  private mutating func figure() -> Figure {
    let panels = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      var panel = Panel(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in series() }, title: "title\nwith lines", x: axis(),
        y: axis(), hasGrid: true, isEqual: Bool.random(using: &random))
      if Bool.random(using: &random) {
        panel.colorBar = ColorBar(.scale(Colormap.blueOrange, range() ?? 0...1), label: "colours")
        panel.colorBar?.height = number()
      }
      return panel
    }
    return Figure(panels, columns: panels.count, title: Bool.random(using: &random) ? "all" : nil)
  }

  @Test mutating func everyFigureIsDrawn() throws {
    for index in 0..<500 {
      let figure = figure()
      let size = PictureSize(.random(in: -5...120, using: &random), .random(in: -5...40, using: &random))
      let text = try TextPicture.draw(figure, on: .characters, size: size).plain
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "figure \(index)")
      for panel in figure.panels {
        let drawable = panel.drawable
        for range in [drawable.xRange, drawable.yRange] {
          #expect(range.upperBound - range.lowerBound > 0 && (range.upperBound - range.lowerBound).isFinite, "figure \(index): \(range)")
        }
        #expect(drawable.x.ticks.map { $0.allSatisfy { !$0.text.isEmpty } } ?? true)
      }
      let format = [PictureFormat.png, .svg, .pdf, .sixel][index % 4]
      #expect(!GnuplotScript(figure, format, PictureSize(400, 300)).bytes.isEmpty)
    }
  }

  /// gnuplot takes every such script, and soon.
  @Test mutating func gnuplotDrawsThem() throws {
    for index in 0..<40 {
      let figure = figure()
      let format = [PictureFormat.png, .svg, .pdf][index % 3]
      #expect(try !Gnuplot.draw(figure, as: format, size: PictureSize(300, 200)).isEmpty, "figure \(index)")
    }
  }

  @Test func aCancelledDrawingEnds() {
    let places = (0..<100_000).map(Double.init)
    for mark in [
      Mark.line(x: places, y: places, LineStyle(.black)), .points(x: places, y: places, PointStyle(.dot, [.black])),
      .bars(x: places, heights: places, width: 1, .black), .band(x: places, lower: places, upper: places, .black),
    ] {
      #expect(throws: PlottingError.cancelled) {
        try TextPicture.draw(
          Figure([Panel([Series(mark)])]), on: .characters, size: PictureSize(80, 24), isCancelled: { true })
      }
    }
  }

  /// Wild axes keep the user's numbers.
  @Test func ticksAreTheUsersNumbers() throws {
    func ticks(_ low: Double, _ high: Double, _ scale: Axis.Scale = .linear) -> [String] {
      let axis = Axis(scale: scale, range: low...high)
      return AxisScaling(axis, low...high).axis.ticks?.map(\.text) ?? []
    }
    #expect(ticks(-1e308, 1e308).contains("5e307") && ticks(-1e308, 1e308).contains("0"))
    #expect(ticks(0, 0x1p-1030).contains("4e-311"))
    #expect(ticks(-.leastNonzeroMagnitude, 0) == ["-5e-324", "0.0"])
    #expect(ticks(1e15, 1e15 + 0.25).count == 2)
    #expect(ticks(1e-300, 1e300, .logarithmic).count > 3)
    #expect(ticks(0, 1).isEmpty)
    let axis = AxisScaling(Axis(), -1e308...1e308)
    #expect(axis(0.5e308) - axis(0) == axis(1e308) - axis(0.5e308))
  }

  @Test func wholePartsOfAnyNumber() {
    for value in WildFigureTests.extremes { #expect((0...9).contains(Int(value, within: 0...9))) }
    #expect(Int(Double.infinity, within: Int.min...Int.max) == .max)
    #expect(Int(-Double.infinity, within: Int.min...Int.max) == .min)
    #expect(Int(-2.7, within: -5...5) == -2)
    #expect((-1.7e308...1.7e308).share(of: 0) == 0.5)
    #expect((-1.7e308...1.7e308).value(at: 0.5) == 0)
  }
}
