import Plotting

/// What `plt` is drawing. All of it is ``state``, a value: who keeps a copy can give it back.
final class Pyplot {
  /// Pixels to an inch of `figsize`, as Matplotlib's default.
  static let dotsPerInch = 100.0

  /// The figures since the last `plt.show()`, and the place in them that is drawn into. Two copies of an unchanged state share their
  /// arrays, so that comparing them is quick.
  struct State: Equatable {
    /// In the order they were begun.
    fileprivate(set) var figures: [Figure] = []
    /// The panel that is drawn into.
    fileprivate var current = 0
    /// What the colours of the latest coloured series mean: `plt.colorbar` shows it.
    fileprivate(set) var shading: Shading?
  }

  var state = State()

  var shading: Shading? { state.shading }

  /// Starts a figure.
  func begin(size: PictureSize? = nil) {
    state.figures.append(Figure([Pyplot.emptyPanel], size: size))
    state.current = 0
    state.shading = nil
  }

  /// The panel that is drawn into; the first call begins a figure.
  var panel: Panel {
    get { state.figures.last?.panels[state.current] ?? Pyplot.emptyPanel }
    _modify {
      if state.figures.isEmpty { begin() }
      yield &state.figures[state.figures.count - 1].panels[state.current]
    }
  }

  var figure: Figure? {
    get { state.figures.last }
    set {
      if state.figures.isEmpty { begin() }
      if let newValue { state.figures[state.figures.count - 1] = newValue }
    }
  }

  /// Goes to a panel of a figure of rows × columns panels, numbered from 1.
  func select(rows: Int, columns: Int, number: Int) {
    if state.figures.isEmpty { begin() }
    let last = state.figures.count - 1
    if state.figures[last].columns != columns || state.figures[last].panels.count != rows * columns {
      let old = state.figures[last].panels
      state.figures[last].columns = columns
      state.figures[last].panels = (0..<rows * columns).map {
        old.count > 1 && $0 < old.count ? old[$0] : Pyplot.emptyPanel
      }
    }
    state.current = number - 1
  }

  /// Takes what the colours of a series mean that is about to be drawn.
  func note(_ shading: Shading) {
    if state.figures.isEmpty { begin() }
    state.shading = shading
  }

  /// All figures, and a clean sheet.
  func takeAll() -> [Figure] {
    defer { close() }
    return state.figures
  }

  func close() { state = State() }

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
