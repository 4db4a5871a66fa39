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
    var ticks: [Axis.Tick]?
    if let words = try? materialize(call[0]), words.allSatisfy({ if case .string = $0 { true } else { false } }),
      !words.isEmpty
    {
      places = words.indices.map(Double.init)
      ticks = try zip(places, words).map { Axis.Tick($0, try str($1, call.session.printOptions)) }
    } else {
      places = try call.array(0).doubleValues
    }
    guard places.count == heights.count else {
      throw Fault(.value, "plt.bar: x has \(counted(places.count, "value")), height has \(heights.count)")
    }
    let width = try call.checked(try call.double(2), "width", 0...Double.greatestFiniteMagnitude)
    try draw(.bars(x: places, heights: heights, width: width, try color(call)), call)
    if let ticks { call.pyplot.panel.x.ticks = ticks }
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
    guard ends == nil || ends!.count == 2 && ends!.allSatisfy(\.isFinite) && ends![0] < ends![1] else {
      throw Fault(.value, "plt.hist: range must be two finite numbers, the smaller one first")
    }
    let range = ends.map { ($0[0], $0[1]) }
    try draw(try Histogram.bars(values, bins: bins, range: range, try color(call)), call)
    return .none
  }

  private static func draw(_ mark: Mark, _ call: Call) throws {
    var series = Series(mark, name: try call.words("label"))
    series.outline = try call.color(anyOf: "edgecolor")
    call.pyplot.panel.series.append(series)
  }

  private static func color(_ call: Call) throws -> Color {
    (try call.color(anyOf: "color") ?? call.pyplot.nextColor).withOpacity(try call.opacity())
  }
}
