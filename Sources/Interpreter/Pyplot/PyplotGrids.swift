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
    let grid = try Grid(call)
    let range = span(grid.values)
    var levels = try levels(call, range, count: 8)
    // Numbers on the last level are inside.
    if levels.count < 2 { levels = [range.lowerBound, max(range.upperBound, range.lowerBound.nextUp)] }
    let count = levels.count - 1
    var colors: [Color]
    if let given = call.named("colors") {
      let list = try colorList(given)
      colors = (0..<count).map { list[$0 % list.count] }
    } else {
      let map = try call.map("cmap", default: "viridis")
      colors = (0..<count).map { map[count == 1 ? 0.5 : Double($0) / Double(count - 1)] }
    }
    let opacity = try call.number("alpha") ?? 1
    let shading = Shading.steps(levels, colors)
    call.pyplot.note(shading)
    call.pyplot.panel.series.append(Series(.raster(grid.raster(shading, opacity: opacity, isSmooth: true))))
    return .none
  }

  private static let contour = Builtin(
    "plt.contour", "contour(*args, levels=None, cmap=None, colors=None, alpha=None, linewidths=None, linestyles=None)",
    "Lines of equal height of a grid: Z, or X, Y and Z.",
    example:
      "import matplotlib.pyplot as plt\nxx, yy = np.meshgrid(np.arange(3), np.arange(3))\nplt.contour(xx, yy, xx * yy, levels=[1.5], colors='k')"
  ) { call in
    let grid = try Grid(call)
    let levels = try levels(call, span(grid.values), count: 8)
    let map = try call.map("cmap", default: "viridis")
    let fixed = try call.named("colors").map(colorList)
    let width = try call.numbers("linewidths")?.first ?? 1.5
    let opacity = try call.number("alpha") ?? 1
    let dash = try? call.words("linestyles").flatMap(PyplotFormat.dash)
    for (index, level) in levels.enumerated() {
      let line = Contour.line(grid.values, x: grid.x, y: grid.y, level: level)
      if line.x.isEmpty { continue }
      let color = fixed.map { $0[index % $0.count] } ?? map[Double(index) / Double(max(levels.count - 1, 1))]
      let style = LineStyle(color.withOpacity(opacity), width: width * 1.4, dash: dash ?? .solid)
      call.pyplot.panel.series.append(Series(.line(x: line.x, y: line.y, style)))
    }
    return .none
  }

  private static func levels(_ call: Call, _ range: ClosedRange<Double>, count: Int) throws -> [Double] {
    var value = call.named("levels")
    if value == nil, case .tuple(let arguments) = call[0], [2, 4].contains(arguments.items.count) {
      value = arguments.items.last
    }
    if let value, value.asIndex == nil {
      let levels = try makeArray(value).doubleValues
      guard !levels.isEmpty, zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw Fault(.value, "\(call.builtin.name): levels must increase")
      }
      return levels
    }
    let steps = value?.asIndex ?? count
    guard (1...1000).contains(steps) else { throw Fault(.value, "\(call.builtin.name): levels must be 1 to 1000") }
    let extent = range.upperBound - range.lowerBound
    // The last one exactly, so that the largest number lies within.
    return (0..<steps).map { range.lowerBound + extent * Double($0) / Double(steps) } + [range.upperBound]
  }

  private static func colorList(_ value: Value) throws -> [Color] {
    if case .string = value { return [try PyplotColor.color(value, "colors")] }
    let colors = try materialize(value).map { try PyplotColor.color($0, "colors") }
    guard !colors.isEmpty else { throw Fault(.value, "colors is empty") }
    return colors
  }

  private static let pcolormesh = Builtin(
    "plt.pcolormesh", "pcolormesh(*args, cmap=None, vmin=None, vmax=None, alpha=None, shading=None)",
    "A cell of colour for every number: Z, or X, Y and Z.",
    example: "import matplotlib.pyplot as plt\nplt.pcolormesh([[1, 2], [3, 4]])"
  ) { call in
    let grid = try Grid(call)
    let shading = Shading.scale(try call.map("cmap", default: "viridis"), try PyplotSeries.limits(call, grid.values))
    call.pyplot.note(shading)
    call.pyplot.panel.series.append(
      Series(.raster(grid.raster(shading, opacity: try call.number("alpha") ?? 1, isSmooth: false))))
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
    let isUpper = try call.words("origin") != "lower"
    var values = matrix.doubleValues
    let shading = Shading.scale(try call.map("cmap", default: "viridis"), try PyplotSeries.limits(call, values))
    var (x, y) = (-0.5...Double(columns) - 0.5, -0.5...Double(rows) - 0.5)
    if let extent = try call.numbers("extent") {
      guard extent.count == 4, extent[0] < extent[1], extent[2] < extent[3] else {
        throw Fault(.value, "plt.imshow: extent must be left < right, bottom < top")
      }
      (x, y) = (extent[0]...extent[1], extent[2]...extent[3])
      if isUpper {
        values = stride(from: rows - 1, through: 0, by: -1).flatMap { values[$0 * columns..<($0 + 1) * columns] }
      }
    } else if isUpper {
      call.pyplot.panel.y.isReversed = true
    }
    call.pyplot.note(shading)
    if try call.words("aspect") != "auto" { call.pyplot.panel.isEqual = true }
    call.pyplot.panel.series.append(
      Series(
        .raster(
          Raster(
            values, rows: rows, columns: columns, x: x, y: y, shading, opacity: try call.number("alpha") ?? 1))))
    return .none
  }

  private static let colorbar = Builtin(
    "plt.colorbar", "colorbar(mappable=None, ax=None, label=None, ticks=None, shrink=None)",
    "Beside the panel, what the colours mean.",
    example: "import matplotlib.pyplot as plt\nplt.imshow([[1, 2], [3, 4]])\nplt.colorbar(label='value')"
  ) { call in
    guard let shading = call.pyplot.shading else {
      throw Fault(.value, "plt.colorbar: nothing has colours that mean something", hint: "plt.scatter(x, y, c=values)")
    }
    var bar = ColorBar(shading, label: try call.words("label"))
    if let ticks = try call.numbers("ticks") { bar.ticks = ticks.map { Axis.Tick($0, NumberText.short($0)) } }
    call.pyplot.panel.colorBar = bar
    return .none
  }
}

/// Z over X and Y: arrays as `np.meshgrid` makes them, or the places of columns and rows.
private struct Grid {
  let x: [Double]
  let y: [Double]
  let values: [Double]

  init(_ call: Call) throws {
    guard case .tuple(let arguments) = call[0], (1...4).contains(arguments.items.count) else {
      throw Fault(.type, "\(call.builtin.name) needs Z, or X, Y and Z")
    }
    let hasPlaces = arguments.items.count > 2
    let z = try makeArray(arguments.items[hasPlaces ? 2 : 0])
    guard z.dimensions == 2, z.shape[0] > 1, z.shape[1] > 1 else {
      throw Fault(
        .value, "\(call.builtin.name): Z must be a matrix of 2 × 2 or more, not of shape \(z.shape.text)",
        hint: "Z.reshape(xx.shape)")
    }
    values = z.doubleValues
    let (rows, columns) = (z.shape[0], z.shape[1])
    if hasPlaces {
      x = try Grid.places(call, arguments.items[0], "X", rows, columns, isX: true)
      y = try Grid.places(call, arguments.items[1], "Y", rows, columns, isX: false)
    } else {
      x = (0..<columns).map(Double.init)
      y = (0..<rows).map(Double.init)
    }
  }

  private static func places(_ call: Call, _ value: Value, _ name: String, _ rows: Int, _ columns: Int, isX: Bool)
    throws -> [Double]
  {
    let array = try makeArray(value)
    let values = array.doubleValues
    var places: [Double]
    if array.dimensions == 2, array.shape[0] == rows, array.shape[1] == columns {
      places = isX ? Array(values[..<columns]) : (0..<rows).map { values[$0 * columns] }
    } else if array.dimensions == 1, values.count == (isX ? columns : rows) {
      places = values
    } else {
      throw Fault(
        .value, "\(call.builtin.name): \(name) of shape \(array.shape.text) does not fit to Z of (\(rows), \(columns))")
    }
    guard zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Fault(.value, "\(call.builtin.name): \(name) must increase")
    }
    return places
  }

  /// Cells of equal size. A coarse or uneven grid is resampled: `isSmooth` between its points, else by the nearest.
  func raster(_ shading: Shading, opacity: Double, isSmooth: Bool) -> Raster {
    let isEven = Grid.isEven(x) && Grid.isEven(y)
    if isEven, !isSmooth || min(x.count, y.count) >= 150 {
      let (dx, dy) = ((x[1] - x[0]) / 2, (y[1] - y[0]) / 2)
      return Raster(
        values, rows: y.count, columns: x.count, x: x[0] - dx...x[x.count - 1] + dx, y: y[0] - dy...y[y.count - 1] + dy,
        shading, opacity: opacity)
    }
    let size = 300
    let columns = (0..<size).map { Grid.place(x, (Double($0) + 0.5) / Double(size)) }
    // What lies between two numbers must not leave their range by a rounding: it would have no colour.
    let range = span(values)
    var resampled: [Double] = []
    resampled.reserveCapacity(size * size)
    for row in 0..<size {
      let (below, up) = Grid.place(y, (Double(row) + 0.5) / Double(size))
      for (left, right) in columns {
        func value(_ r: Int, _ c: Int) -> Double { values[r * x.count + c] }
        if isSmooth {
          let low = value(below, left) * (1 - right) + value(below, left + 1) * right
          let high = value(below + 1, left) * (1 - right) + value(below + 1, left + 1) * right
          let between = low * (1 - up) + high * up
          resampled.append(between.isFinite ? min(max(between, range.lowerBound), range.upperBound) : between)
        } else {
          resampled.append(value(up < 0.5 ? below : below + 1, right < 0.5 ? left : left + 1))
        }
      }
    }
    return Raster(
      resampled, rows: size, columns: size, x: x[0]...x[x.count - 1], y: y[0]...y[y.count - 1], shading,
      opacity: opacity)
  }

  private static func isEven(_ places: [Double]) -> Bool {
    let step = (places[places.count - 1] - places[0]) / Double(places.count - 1)
    return zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - step) <= 0.01 * step }
  }

  /// Between which places a share of the whole lies, and how far.
  private static func place(_ places: [Double], _ share: Double) -> (index: Int, share: Double) {
    let target = places[0] + (places[places.count - 1] - places[0]) * share
    var (low, high) = (0, places.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle] <= target { low = middle } else { high = middle }
    }
    return (low, (target - places[low]) / (places[low + 1] - places[low]))
  }
}
