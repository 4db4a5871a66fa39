import Plotting

/// `plt.legend`.
enum PyplotLegend {
  static let all: [Builtin] = [legend]

  private static let legend = Builtin(
    "plt.legend", "legend(labels=None, loc=None, fontsize=None, title=None, frameon=None, ncol=None, ncols=None)",
    "Lists the series that have a label.",
    example: "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='a')\nplt.legend(loc='upper left')"
  ) { call in
    var style = LegendStyle()
    style.place = try place(call)
    style.size = try call.fontSize()
    style.title = try call.words("title")
    if let value = call.named("frameon") { style.hasFrame = try isTrue(value) }
    if let columns = try call.size("ncol", "ncols", within: 1...20) {
      guard columns == columns.rounded() else { throw Fault(.value, "plt.legend: ncol must be a whole number") }
      style.columns = Int(columns, within: 1...20)
    }
    let labels = try call.named("labels").map { try materialize($0).map { try str($0, call.session.printOptions) } }
    call.pyplot.panel.hasLegend = true
    call.pyplot.panel.legend = style
    let count = call.pyplot.panel.series.count
    for (index, label) in (labels ?? []).prefix(count).enumerated() { call.pyplot.panel.series[index].name = label }
    return .none
  }

  /// Matplotlib's words; their order is that of its numbers.
  private static let places: KeyValuePairs<String, LegendStyle.Place?> = [
    "best": nil, "upper right": .topRight, "upper left": .topLeft, "lower left": .bottomLeft,
    "lower right": .bottomRight, "right": .right, "center left": .left, "center right": .right,
    "lower center": .bottom, "upper center": .top, "center": .center,
  ]

  private static func place(_ call: Call) throws -> LegendStyle.Place? {
    guard let value = call.named("loc") else { return nil }
    if let number = value.asIndex {
      guard places.indices.contains(number) else {
        throw Fault(.value, "plt.legend: loc must be a word such as 'upper right', or 0 to \(places.count - 1)")
      }
      return places[number].value
    }
    return try call.choice("loc", places) ?? nil
  }
}
