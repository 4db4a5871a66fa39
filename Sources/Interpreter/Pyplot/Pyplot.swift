import Plotting

/// What `plt` is drawing: the figures since the last `plt.show()`, in the order they were begun.
final class Pyplot {
  /// Pixels to an inch of `figsize`, as Matplotlib's default.
  static let dotsPerInch = 100.0

  private(set) var figures: [Figure] = []
  /// The panel that is drawn into.
  private var current = 0
  /// What the colours of the latest coloured series mean: `plt.colorbar` shows it.
  private(set) var shading: Shading?

  /// Starts a figure.
  func begin(size: PictureSize? = nil) {
    figures.append(Figure([Pyplot.emptyPanel], size: size))
    current = 0
    shading = nil
  }

  /// The panel that is drawn into; the first call begins a figure.
  var panel: Panel {
    get { figures.last?.panels[current] ?? Pyplot.emptyPanel }
    set {
      if figures.isEmpty { begin() }
      figures[figures.count - 1].panels[current] = newValue
    }
  }

  var figure: Figure? {
    get { figures.last }
    set {
      if figures.isEmpty { begin() }
      if let newValue { figures[figures.count - 1] = newValue }
    }
  }

  /// Goes to a panel of a figure of rows × columns panels, numbered from 1.
  func select(rows: Int, columns: Int, number: Int) {
    if figures.isEmpty { begin() }
    let last = figures.count - 1
    if figures[last].columns != columns || figures[last].panels.count != rows * columns {
      let old = figures[last].panels
      figures[last].columns = columns
      figures[last].panels = (0..<rows * columns).map { old.count > 1 && $0 < old.count ? old[$0] : Pyplot.emptyPanel }
    }
    current = number - 1
  }

  /// Takes what the colours of a series mean that is about to be drawn.
  func note(_ shading: Shading) {
    if figures.isEmpty { begin() }
    self.shading = shading
  }

  /// All figures, and a clean sheet.
  func takeAll() -> [Figure] {
    defer { close() }
    return figures
  }

  func close() {
    figures = []
    current = 0
    shading = nil
  }

  /// Matplotlib shows a legend only when asked.
  private static let emptyPanel = Panel(hasLegend: false)

  /// The next colour of a line: each of a panel has its own.
  var nextColor: Color {
    Palette.color(
      panel.series.count { series in
        if case .line = series.mark { return true }
        if case .bars = series.mark { return true }
        return false
      })
  }
}

extension Figure {
  /// What a figure made by `plt` shows, in one sentence: its title, its axes, how much is drawn.
  var inventory: String {
    let titles = ([title] + panels.map(\.title)).compactMap { $0 }.filter { !$0.isEmpty }
    let axes = panels.compactMap { panel -> String? in
      guard let x = panel.x.label, let y = panel.y.label else { return nil }
      return "\(y) over \(x)"
    }
    var (lines, points, bars, maps) = (0, 0, 0, 0)
    for series in panels.flatMap(\.series) {
      switch series.mark {
      case .line, .rule, .band: lines += 1
      case .points(let x, _, _): points += x.count
      case .bars(let x, _, _, _): bars += x.count
      case .raster: maps += 1
      case .labels: break
      }
    }
    var parts: [String] = []
    if maps > 0 { parts.append(counted(maps, "map")) }
    if lines > 0 { parts.append(counted(lines, "line")) }
    if bars > 0 { parts.append(counted(bars, "bar")) }
    if points > 0 { parts.append(counted(points, "point")) }
    let what = parts.isEmpty ? "nothing drawn" : list(parts)
    var words = titles.first ?? "a picture"
    if titles.count > 1 { words = titles.joined(separator: "; ") }
    if panels.count == 1, let axes = axes.first { words += ": \(axes)" }
    return words + " (\(what))"
  }
}
