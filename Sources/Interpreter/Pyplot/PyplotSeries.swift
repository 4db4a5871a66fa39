import Arrays
import Plotting

/// `plt.plot`, `scatter` and the like: lines and points.
enum PyplotSeries {
  static let all: [Builtin] = [plot, scatter, fillBetween, axhline, axvline, text]

  private static let plot = Builtin(
    "plt.plot",
    "plot(*args, label=None, color=None, c=None, linewidth=None, lw=None, linestyle=None, ls=None, marker=None, markersize=None, ms=None, alpha=None, zorder=None)",
    "A line through points: y, or x and y, then perhaps a format such as 'r--'.",
    example: "import matplotlib.pyplot as plt\nplt.plot([0, 1, 2], [0, 1, 4], 'k--', label='squares')"
  ) { call in
    guard case .tuple(let arguments) = call[0] else { return .none }
    var rest = arguments.items[...]
    while let first = rest.popFirst() {
      var (x, y): (Value?, Value) = (nil, first)
      if let second = rest.first, !second.isText {
        (x, y) = (first, second)
        rest.removeFirst()
      }
      var format: PyplotFormat?
      if let third = rest.first, case .string(let text) = third {
        format = PyplotFormat(text.string)
        if format == nil {
          throw Fault(
            .value, "plt.plot: \(text.string) is no format of a line", hint: "such as 'r--', 'bo', 'k:'; color='red'")
        }
        rest.removeFirst()
      }
      try line(call, x, y, format)
    }
    return .none
  }

  private static func line(_ call: Call, _ xs: Value?, _ ys: Value, _ format: PyplotFormat?) throws {
    let table = try makeArray(ys)
    guard table.dimensions <= 2 else {
      throw Fault(.value, "plt.plot draws lists and matrices, not an array of shape \(table.shape.text)")
    }
    // The columns of a matrix are lines of their own.
    let values = table.doubleValues
    let width = table.dimensions == 2 ? table.shape[1] : 1
    let count = width > 0 ? values.count / width : 0
    let places = try xs.map { try makeArray($0).doubleValues } ?? (0..<count).map(Double.init)
    guard places.count == count else {
      throw Fault(.value, "plt.plot: x has \(counted(places.count, "value")), y has \(count)")
    }
    let marker = try call.marker() ?? format?.shape
    let dash = try call.lineDash("linestyle", "ls") ?? (format == nil ? .solid : format!.dash)
    let opacity = try call.opacity()
    let lineWidth = try call.lineWidth("linewidth", "lw")
    let size = try call.size("markersize", "ms", within: 0...1000) ?? 6
    let name = try call.words("label")
    let order = try call.order()
    let fixed = try call.color(anyOf: "color", "c") ?? format?.color
    for column in 0..<width {
      let base = fixed ?? call.pyplot.nextColor
      let color = base.withOpacity(opacity)
      let y = (0..<count).map { values[$0 * width + column] }
      if let dash {
        var line = Series(.line(x: places, y: y, LineStyle(color, width: lineWidth, dash: dash)), name: name)
        line.order = order
        call.pyplot.panel.series.append(line)
      }
      if let marker {
        let style = PointStyle(marker, size: size * 1.4, [color])
        var points = Series(.points(x: places, y: y, style), name: dash == nil ? name : nil)
        points.order = order
        call.pyplot.panel.series.append(points)
      }
    }
  }

  private static let scatter = Builtin(
    "plt.scatter",
    "scatter(x, y, s=None, c=None, marker=None, cmap=None, vmin=None, vmax=None, alpha=None, linewidths=None, edgecolors=None, color=None, edgecolor=None, label=None, zorder=None)",
    "Points; c gives each its colour, by the colour map cmap.",
    example: "import matplotlib.pyplot as plt\nplt.scatter([1, 2, 3], [1, 4, 9], c=[0, 1, 1], cmap='RdYlBu')"
  ) { call in
    let (x, y) = try call.pair(call[0], call[1])
    let opacity = try call.opacity()
    var colors: [Color]
    var shading: Shading?
    if let given = call.named("c"), !given.isText, let array = try? makeArray(given), array.count == x.count,
      x.count != 3 || array.dimensions == 1
    {
      let map = try call.map("cmap", default: "viridis")
      let values = array.doubleValues
      let range = try limits(call, values)
      let scale = Shading.scale(map, range)
      if call.named("color") != nil { throw Fault(.value, "plt.scatter: c gives the colours, color a single one") }
      shading = scale
      colors = values.map { scale.color($0) ?? .gray }
    } else {
      if let name = ["cmap", "vmin", "vmax"].first(where: { call.named($0) != nil }) {
        throw Fault(.value, "plt.scatter: \(name) needs a number for each point", hint: "c=values")
      }
      colors = [try call.color(anyOf: "color", "c") ?? call.pyplot.nextColor]
    }
    colors = colors.map { $0.withOpacity(opacity) }
    // s is an area in square points.
    let diameters = try (call.sizes("s", within: 0...1e6) ?? [36]).map { $0.squareRoot() * 1.25 }
    guard diameters.count == 1 || diameters.count == x.count else {
      throw Fault(.value, "plt.scatter: s has \(diameters.count) sizes for \(counted(x.count, "point"))")
    }
    var rim: Color?
    if let edge = try call.named(anyOf: ["edgecolors", "edgecolor"])?.value, !edge.isText("face"), !edge.isText("none")
    {
      rim = try PyplotColor.color(edge, "plt.scatter").withOpacity(opacity)
    }
    var style = PointStyle(try call.marker() ?? .circle, size: diameters.reduce(0, +) / Double(diameters.count), colors, rim: rim)
    if diameters.count > 1 { style.sizes = diameters }
    style.rimWidth = try call.size("linewidths", within: 0...100).map { $0 * 1.4 }
    var series = Series(.points(x: x, y: y, style), name: try call.words("label"))
    series.order = try call.order()
    if let shading { call.pyplot.openSheet.shading = shading }
    call.pyplot.panel.series.append(series)
    return .none
  }

  /// The numbers that get the first and the last colour.
  static func limits(_ call: Call, _ values: [Double]) throws -> ClosedRange<Double> {
    let range = span(values)
    let low = try call.number("vmin") ?? range.lowerBound
    let high = try call.number("vmax") ?? range.upperBound
    guard low.isFinite, high.isFinite else {
      throw Fault(.value, "\(call.builtin.name): vmin and vmax must be finite")
    }
    guard low <= high else { throw Fault(.value, "\(call.builtin.name): vmin is larger than vmax") }
    return low...high
  }

  private static let fillBetween = Builtin(
    "plt.fill_between", "fill_between(x, y1, y2=0, alpha=None, color=None, label=None)", "The area between two lines.",
    example: "import matplotlib.pyplot as plt\nplt.fill_between([0, 1, 2], [1, 2, 1], alpha=0.3)"
  ) { call in
    let (x, upper) = try call.pair(call[0], call[1])
    let bounds = try call.array(2).doubleValues
    let lower = bounds.count == 1 ? x.map { _ in bounds[0] } : bounds
    guard lower.count == x.count else { throw Fault(.value, "plt.fill_between: y1 and y2 differ in length") }
    let color = try call.color(anyOf: "color") ?? call.pyplot.nextColor
    call.pyplot.panel.series.append(
      Series(
        .band(x: x, lower: lower, upper: upper, color.withOpacity(try call.opacity())),
        name: try call.words("label")))
    return .none
  }

  private static let axhline = Builtin(
    "plt.axhline",
    "axhline(y=0, color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, alpha=None, label=None)",
    "A horizontal line through the whole panel.",
    example: "import matplotlib.pyplot as plt\nplt.axhline(0.5, color='k', linestyle='--')"
  ) { call in try rule(call, .horizontal) }

  private static let axvline = Builtin(
    "plt.axvline",
    "axvline(x=0, color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, alpha=None, label=None)",
    "A vertical line through the whole panel.",
    example: "import matplotlib.pyplot as plt\nplt.axvline(100)"
  ) { call in try rule(call, .vertical) }

  private static func rule(_ call: Call, _ direction: Mark.Direction) throws -> Value {
    let color = try call.color(anyOf: "color", "c") ?? call.pyplot.nextColor
    let dash = try call.lineDash("linestyle", "ls") ?? .solid
    // A line of no dashes is one of no width.
    let width = try call.lineWidth("linewidth", "lw")
    let style = LineStyle(
      color.withOpacity(try call.opacity()), width: dash == nil ? 0 : width, dash: dash ?? .solid)
    call.pyplot.panel.series.append(
      Series(.rule(direction, at: try call.double(0), style), name: try call.words("label")))
    return .none
  }

  private static let text = Builtin(
    "plt.text", "text(x, y, s, fontsize=None, color=None, ha='left', va=None, fontweight=None)", "Words at a place.",
    example: "import matplotlib.pyplot as plt\nplt.text(0.5, 0.5, 'here')"
  ) { call in
    var label = Label(
      try str(call[2], call.session.printOptions), x: try call.double(0), y: try call.double(1),
      try call.color(anyOf: "color") ?? .black,
      alignment: try call.choice("ha", ["left": .left, "center": .center, "right": .right]) ?? .left,
      size: try call.fontSize() ?? 10)
    label.height =
      try call.choice(
        "va",
        ["baseline": .bottom, "bottom": .bottom, "center": .middle, "center_baseline": .middle, "top": .top])
      ?? .bottom
    label.isBold = try call.isBold()
    call.pyplot.panel.series.append(Series(.labels([label])))
    return .none
  }
}
