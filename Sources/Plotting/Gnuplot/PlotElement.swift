/// One element of gnuplot's plot command, and the bytes it reads.
struct PlotElement {
  let command: String
  let data: [UInt8]

  /// Columns of doubles.
  init(_ columns: [[Double]], _ style: String, title: String? = nil) {
    let rows = columns.map(\.count).min() ?? 0
    let fields = String(repeating: "%float64", count: columns.count)
    let using = (1...columns.count).map(String.init).joined(separator: ":")
    let name = title.map { "title \(GnuplotText.quoted($0))" } ?? "notitle"
    command = "'-' binary record=(\(rows)) endian=little format='\(fields)' using \(using) \(style) \(name)"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows * columns.count * 8)
    for row in 0..<rows {
      for column in columns {
        // gnuplot draws lines to infinity; what is not finite is left out.
        let value = column[row].isFinite ? column[row] : .nan
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    data = bytes
  }

  private init(_ raster: Raster) {
    let raster = raster.withSmallCells
    let dx = (raster.x.upperBound - raster.x.lowerBound) / Double(raster.columns)
    let dy = (raster.y.upperBound - raster.y.lowerBound) / Double(raster.rows)
    let origin = "(\(raster.x.lowerBound + dx / 2),\(raster.y.lowerBound + dy / 2))"
    command =
      "'-' binary array=(\(raster.columns),\(raster.rows)) format='%uint8' origin=\(origin) dx=\(dx) dy=\(dy) "
      + "using 1:2:3:4 with rgbalpha notitle"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raster.values.count * 4)
    for value in raster.values {
      let color = raster.shading.color(value) ?? Color(255, 255, 255, opacity: 0)
      let opacity = UInt8((Double(color.opacity) * max(0, min(1, raster.opacity))).rounded())
      bytes.append(contentsOf: [color.red, color.green, color.blue, opacity])
    }
    data = bytes
  }

  static let nothing = PlotElement([[.nan], [.nan]], "with lines")
  /// gnuplot shows the colour bar only if something uses its colours.
  static let colorBarUser = PlotElement([[.nan], [.nan], [0]], "with points palette")

  /// - Parameter widening: how many times as wide lines are drawn as they are declared.
  static func elements(_ series: Series, in panel: Panel, widening: Double = 1) -> [PlotElement] {
    switch series.mark {
    case .rule(.horizontal, let place, let style):
      let x = panel.xRange
      let line = Mark.line(x: [x.lowerBound, x.upperBound], y: [place, place], style)
      return elements(Series(line, name: series.name), in: panel, widening: widening)
    case .rule(.vertical, let place, let style):
      let y = panel.yRange
      let line = Mark.line(x: [place, place], y: [y.lowerBound, y.upperBound], style)
      return elements(Series(line, name: series.name), in: panel, widening: widening)
    case .line(let x, let y, let style):
      if x.isEmpty { return [] }
      let look =
        "with lines lc rgb '\(style.color.gnuplotText)' lw \(GnuplotText.number(style.width * widening)) dt \(style.dash.pattern)"
      return [PlotElement([x, y], look, title: series.name)]
    case .points(let x, let y, let style): return dots(x, y, style, series.name)
    case .bars(let x, let heights, let width, let color):
      if x.isEmpty { return [] }
      let look =
        "with boxes fs solid \(series.outline.map { "border lc rgb '\($0.gnuplotText)'" } ?? "noborder") lc rgb '\(color.gnuplotText)'"
      return [PlotElement([x, heights, x.map { _ in width }], look, title: series.name)]
    case .band(let x, let lower, let upper, let color):
      if x.isEmpty { return [] }
      return [
        PlotElement(
          [x, lower, upper], "with filledcurves fs noborder lc rgb '\(color.gnuplotText)'", title: series.name)
      ]
    case .raster(let raster): return [PlotElement(raster)]
    case .labels: return []
    }
  }
}

extension LineStyle.Dash {
  /// Line and gap by turns; several of them fit into the sample of a legend.
  var pattern: String {
    switch self {
    case .solid: "solid"
    case .dashed: "(7,5)"
    case .dotted: "(2,4)"
    case .dashDotted: "(7,4,2,4)"
    }
  }
}

extension PointStyle.Shape {
  /// gnuplot's number of the shape.
  var number: Int {
    switch self {
    case .plus: 1
    case .cross: 2
    case .star: 3
    case .square: 5
    case .circle: 7
    case .triangle: 9
    case .down: 11
    case .diamond: 13
    case .dot: 7
    }
  }

  /// Whether there is something for a rim to go around.
  var isFilled: Bool {
    switch self {
    case .square, .circle, .triangle, .down, .diamond: true
    case .plus, .cross, .star, .dot: false
    }
  }
}
