import Arrays
import Plotting

/// `plt.contourf`, `contour`, `imshow`, `colorbar`: numbers on a grid.
enum PyplotGrids {
  static let all: [Builtin] = [contourf, contour, imshow, pcolormesh, colorbar]

  private static let contourf = Builtin(
    "plt.contourf", "contourf(*args, levels=None, cmap=None, colors=None, alpha=None, vmin=None, vmax=None)",
    "Regions between levels of a grid: Z, or X, Y and Z.",
    example:
      "import matplotlib.pyplot as plt\nxx, yy = np.meshgrid(np.arange(3), np.arange(2))\nplt.contourf(xx, yy, xx + yy, cmap='RdYlBu')"
  ) { call in
    let grid = try PyplotGrid(call)
    let range = span(grid.values)
    var levels = try levels(call, range, count: 8)
    // Numbers on the last level are inside.
    if levels.count < 2 || levels[0] >= levels[levels.count - 1] {
      let whole = ClosedRange.visible(range.lowerBound, range.upperBound)
      levels = [whole.lowerBound, whole.upperBound]
    }
    let count = levels.count - 1
    var colors: [Color]
    if let fixed = try colorList(call) {
      colors = (0..<count).map { fixed[$0 % fixed.count] }
    } else {
      let map = try call.map("cmap", default: "viridis")
      // A region has the colour of its middle.
      let middles = zip(levels, levels.dropFirst()).map { ($0...$1).value(at: 0.5) }
      let ends = try PyplotSeries.limits(call, middles)
      colors = middles.map { map[ends.share(of: $0)] }
    }
    let opacity = try call.opacity()
    let shading = Shading.steps(levels, colors)
    let raster = try grid.raster(shading, opacity: opacity, isSmooth: true)
    call.pyplot.openSheet.shading = shading
    call.pyplot.panel.series.append(Series(.raster(raster)))
    return .none
  }

  private static let contour = Builtin(
    "plt.contour", "contour(*args, levels=None, cmap=None, colors=None, alpha=None, linewidths=None, linestyles=None)",
    "Lines of equal height of a grid: Z, or X, Y and Z.",
    example:
      "import matplotlib.pyplot as plt\nxx, yy = np.meshgrid(np.arange(3), np.arange(3))\nplt.contour(xx, yy, xx * yy, levels=[1.5], colors='k')"
  ) { call in
    let grid = try PyplotGrid(call)
    let levels = try levels(call, span(grid.values), count: 8)
    let fixed = try colorList(call)
    let map = try call.map("cmap", default: "viridis")
    let widths = try call.sizes("linewidths", within: 0...100) ?? [1.5]
    let opacity = try call.opacity()
    let dashes = try dashes(call)
    var lines: [Series] = []
    for (index, level) in levels.enumerated() {
      let line = try Contour.line(grid.values, x: grid.x, y: grid.y, level: level, check: call.session.checkInterrupt)
      if line.x.isEmpty { continue }
      let color = fixed.map { $0[index % $0.count] } ?? map[Double(index) / Double(max(levels.count - 1, 1))]
      let style = LineStyle(
        color.withOpacity(opacity), width: widths[index % widths.count] * 1.4, dash: dashes[index % dashes.count])
      lines.append(Series(.line(x: line.x, y: line.y, style)))
    }
    call.pyplot.panel.series += lines
    return .none
  }

  /// `linestyles=`: one for all levels, or a list.
  private static func dashes(_ call: Call) throws -> [LineStyle.Dash] {
    guard let value = call.named("linestyles") else { return [.solid] }
    let words = value.isText ? [value] : try materialize(value)
    let dashes = try words.map { word -> LineStyle.Dash in
      guard case .string(let text) = word else { throw call.wrong("linestyles", "a str or a list of them", word) }
      return try call.dash(text.string, "linestyles") ?? .solid
    }
    return dashes.isEmpty ? [.solid] : dashes
  }

  private static func levels(_ call: Call, _ range: ClosedRange<Double>, count: Int) throws -> [Double] {
    var value = call.named("levels")
    if case .tuple(let arguments) = call[0], [2, 4].contains(arguments.items.count) {
      guard value == nil else { throw Fault(.type, "\(call.builtin.name) was given levels twice") }
      value = arguments.items.last
    }
    if let value, value.asIndex == nil {
      let levels = try makeArray(value).doubleValues
      guard !levels.isEmpty, levels.allSatisfy(\.isFinite), zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 })
      else {
        throw Fault(.value, "\(call.builtin.name): levels must be finite and increase")
      }
      guard levels.count <= 1001 else { throw Fault(.value, "\(call.builtin.name): there are more than 1001 levels") }
      return levels
    }
    let steps = value?.asIndex ?? count
    guard (1...1000).contains(steps) else { throw Fault(.value, "\(call.builtin.name): levels must be 1 to 1000") }
    // The last one exactly, so that the largest number lies within.
    return (0..<steps).map { range.value(at: Double($0) / Double(steps)) } + [range.upperBound]
  }

  /// `colors=`: nil if it is not given.
  private static func colorList(_ call: Call) throws -> [Color]? {
    guard let value = call.named("colors") else { return nil }
    guard call.named("cmap") == nil else {
      throw Fault(.value, "\(call.builtin.name): colors and cmap exclude each other")
    }
    if value.isText { return [try PyplotColor.color(value, call.builtin.name)] }
    let colors = try materialize(value).map { try PyplotColor.color($0, call.builtin.name) }
    guard !colors.isEmpty else { throw Fault(.value, "\(call.builtin.name): colors is empty") }
    return colors
  }

  private static let pcolormesh = Builtin(
    "plt.pcolormesh", "pcolormesh(*args, cmap=None, vmin=None, vmax=None, alpha=None, shading=None)",
    "A cell of colour for every number: Z, or X, Y and Z; X and Y are the middles of the cells or, one more, their edges.",
    example: "import matplotlib.pyplot as plt\nplt.pcolormesh([[1, 2], [3, 4]])"
  ) { call in
    let way = try call.choice(
      "shading", ["auto": "auto", "flat": "flat", "nearest": "nearest", "gouraud": "gouraud"])
    let grid = try PyplotGrid(call, mayHaveEdges: way != "nearest" && way != "gouraud")
    if way == "flat", grid.hasPlaces, !grid.hasEdges {
      throw Fault(
        .value, "plt.pcolormesh: with shading='flat' X and Y are edges, one more than the cells",
        hint: "shading='nearest' takes them for the middles of the cells")
    }
    let shading = Shading.scale(try call.map("cmap", default: "viridis"), try PyplotSeries.limits(call, grid.values))
    let raster = try grid.raster(shading, opacity: try call.opacity(), isSmooth: way == "gouraud")
    call.pyplot.openSheet.shading = shading
    call.pyplot.panel.series.append(Series(.raster(raster)))
    return .none
  }

  private static let imshow = Builtin(
    "plt.imshow",
    "imshow(X, cmap=None, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, origin='upper', extent=None)",
    "A matrix as cells of colour, the first row on top.",
    example: "import matplotlib.pyplot as plt\nplt.imshow([[1, 2], [3, 4]], cmap='gray')"
  ) { call in
    let matrix = try call.array(0)
    guard matrix.dimensions == 2, matrix.count > 0 else {
      throw Fault(.value, "plt.imshow draws matrices, not an array of shape \(matrix.shape.text)")
    }
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let isUpper = try call.choice("origin", ["upper": true, "lower": false]) ?? true
    let isSmooth =
      try call.choice(
        "interpolation", ["none": false, "nearest": false, "antialiased": false, "auto": false, "bilinear": true])
      ?? false
    // A unit is as long on x as on y, or the panel is filled.
    let isEqual =
      if let value = call.named("aspect"), value.asDouble == 1 { true } else {
        try call.choice("aspect", ["equal": true, "auto": false]) ?? true
      }
    let opacity = try call.opacity()
    var values = matrix.doubleValues
    let shading = Shading.scale(try call.map("cmap", default: "viridis"), try PyplotSeries.limits(call, values))
    var (x, y) = (-0.5...Double(columns) - 0.5, -0.5...Double(rows) - 0.5)
    if let extent = try call.numbers("extent") {
      guard extent.count == 4, extent.allSatisfy(\.isFinite), extent[0] < extent[1], extent[2] < extent[3] else {
        throw Fault(.value, "plt.imshow: extent must be four finite numbers, left < right and bottom < top")
      }
      (x, y) = (extent[0]...extent[1], extent[2]...extent[3])
      if isUpper {
        values = stride(from: rows - 1, through: 0, by: -1).flatMap { values[$0 * columns..<($0 + 1) * columns] }
      }
    } else if isUpper {
      call.pyplot.panel.y.isReversed = true
    }
    call.pyplot.openSheet.shading = shading
    if isEqual { call.pyplot.panel.isEqual = true }
    let raster = Raster(values, rows: rows, columns: columns, x: x, y: y, shading, opacity: opacity)
    call.pyplot.panel.series.append(Series(.raster(isSmooth ? raster.smoothed : raster)))
    return .none
  }

  private static let colorbar = Builtin(
    "plt.colorbar", "colorbar(mappable=None, ax=None, label=None, ticks=None, shrink=None)",
    "Beside the panel, what the colours mean.",
    example: "import matplotlib.pyplot as plt\nplt.imshow([[1, 2], [3, 4]])\nplt.colorbar(label='value')"
  ) { call in
    guard call.named("mappable") == nil, call.named("ax") == nil else {
      throw Fault(
        .type, "plt.colorbar explains the colours drawn last; it takes no mappable and no ax", hint: "plt.colorbar()")
    }
    guard let shading = call.pyplot.sheet?.shading else {
      throw Fault(.value, "plt.colorbar: nothing has colours that mean something", hint: "plt.scatter(x, y, c=values)")
    }
    var bar = ColorBar(shading, label: try call.words("label"))
    bar.height = try call.size("shrink", within: 0.05...1) ?? 1
    if let ticks = try call.numbers("ticks") { bar.ticks = ticks.map { Axis.Tick($0, NumberText.short($0)) } }
    call.pyplot.panel.colorBar = bar
    return .none
  }
}
