import Arrays
import Plotting

/// `plt.bar` and `plt.hist`.
enum PyplotBars {
  static let all: [Builtin] = [bar, hist]

  private static let bar = Builtin(
    "plt.bar", "bar(x, height, width=0.8, color=None, alpha=None, label=None, edgecolor=None)",
    "Bars; x may be words.",
    example: "import matplotlib.pyplot as plt\nplt.bar(['a', 'b'], [3, 5])"
  ) { call in
    let heights = try call.array(1).doubleValues
    var places: [Double]
    if let words = try? materialize(call[0]), words.allSatisfy({ if case .string = $0 { true } else { false } }),
      !words.isEmpty
    {
      places = words.indices.map(Double.init)
      call.pyplot.panel.x.ticks = try zip(places, words).map { Axis.Tick($0, try str($1, call.session.printOptions)) }
    } else {
      places = try call.array(0).doubleValues
    }
    guard places.count == heights.count else {
      throw Fault(.value, "plt.bar: x has \(counted(places.count, "value")), height has \(heights.count)")
    }
    let color = try color(call)
    call.pyplot.panel.series.append(
      Series(.bars(x: places, heights: heights, width: try call.double(2), color), name: try call.words("label")))
    return .none
  }

  private static let hist = Builtin(
    "plt.hist", "hist(x, bins=10, range=None, color=None, alpha=None, label=None, edgecolor=None)",
    "How often numbers of each size occur.",
    example: "import matplotlib.pyplot as plt\nplt.hist([1, 2, 2, 3], bins=3)"
  ) { call in
    let values = try call.array(0).doubleValues.filter(\.isFinite)
    let bins = try call.int(1)
    guard (1...10_000).contains(bins) else { throw Fault(.value, "plt.hist: bins must be 1 to 10000") }
    let ends = try call.numbers("range")
    let range = ends.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil }
    call.pyplot.panel.series.append(
      Series(try Histogram.bars(values, bins: bins, range: range, try color(call)), name: try call.words("label")))
    return .none
  }

  private static func color(_ call: Call) throws -> Color {
    (try call.color(anyOf: ["color"]) ?? call.pyplot.nextColor).withOpacity(try call.number("alpha") ?? 1)
  }
}
