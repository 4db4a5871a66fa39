import Plotting

/// What `plt` is drawing. All of it is ``state``, a value: who keeps a copy can give it back.
final class Pyplot {
  /// The figures since the last `plt.show()`, and the place in them that is drawn into. Two copies of an unchanged state share their
  /// arrays, so that comparing them is quick.
  struct State: Equatable {
    /// In the order they were begun.
    fileprivate var sheets: [Sheet] = []
    /// The sheet that is drawn into, where there is one.
    fileprivate var current = 0
  }

  /// A figure under way.
  struct Sheet: Equatable {
    enum Name: Hashable {
      case number(Int)
      case word(String)
    }

    /// As `plt.figure(num)` says it.
    let name: Name
    var figure: Figure
    /// Its size in inches, and pixels to an inch; nil: as Matplotlib's default.
    var inches: (width: Double, height: Double)?
    var dots: Double?
    /// The panel that is drawn into.
    var panel = 0
    /// What the colours of the latest coloured series mean: `plt.colorbar` shows it.
    var shading: Shading?

    static func == (a: Sheet, b: Sheet) -> Bool {
      a.name == b.name && a.panel == b.panel && a.dots == b.dots && a.inches?.width == b.inches?.width
        && a.inches?.height == b.inches?.height && a.shading == b.shading && a.figure == b.figure
    }
  }

  var state = State()

  /// The figure that is drawn into.
  var sheet: Sheet? { state.sheets.indices.contains(state.current) ? state.sheets[state.current] : nil }

  /// The figure that is drawn into; the first look begins one.
  var openSheet: Sheet {
    get { sheet ?? Sheet(name: .number(1), figure: Figure([Pyplot.emptyPanel])) }
    _modify {
      if sheet == nil { begin() }
      yield &state.sheets[state.current]
    }
  }

  /// The panel that is drawn into; the first call begins a figure.
  var panel: Panel {
    get { sheet.map { $0.figure.panels[$0.panel] } ?? Pyplot.emptyPanel }
    _modify {
      if sheet == nil { begin() }
      yield &state.sheets[state.current].figure.panels[state.sheets[state.current].panel]
    }
  }

  /// Starts a figure, or goes back to the one of that name. The next free number names one that has none.
  /// - Returns: whether it is a new one.
  @discardableResult func begin(_ name: Sheet.Name? = nil) -> Bool {
    if let name, let known = state.sheets.firstIndex(where: { $0.name == name }) {
      state.current = known
      return false
    }
    let numbers = state.sheets.compactMap { if case .number(let number) = $0.name { number } else { nil } }
    let next = Sheet.Name.number((numbers.max() ?? 0) + 1)
    state.sheets.append(Sheet(name: name ?? next, figure: Figure([Pyplot.emptyPanel])))
    state.current = state.sheets.count - 1
    return true
  }

  /// Goes to a panel of a figure of rows × columns panels, numbered from 1.
  func select(rows: Int, columns: Int, number: Int) {
    if openSheet.figure.columns != columns || openSheet.figure.panels.count != rows * columns {
      let old = openSheet.figure.panels
      openSheet.figure.columns = columns
      openSheet.figure.panels = (0..<rows * columns).map {
        old.count > 1 && $0 < old.count ? old[$0] : Pyplot.emptyPanel
      }
    }
    openSheet.panel = number - 1
  }

  /// All figures, and a clean sheet.
  func takeAll() -> [Figure] {
    defer { closeAll() }
    return state.sheets.map(\.figure)
  }

  func closeAll() { state = State() }

  /// Forgets one figure; without a name the one that is drawn into. The one begun last is the next to be drawn into.
  func close(_ name: Sheet.Name? = nil) {
    guard let name = name ?? sheet?.name else { return }
    let wasCurrent = sheet?.name == name
    let current = sheet?.name
    state.sheets.removeAll { $0.name == name }
    state.current =
      wasCurrent ? max(0, state.sheets.count - 1) : state.sheets.firstIndex { $0.name == current } ?? 0
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
