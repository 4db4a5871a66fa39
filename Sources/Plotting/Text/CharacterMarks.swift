/// Areas and lines drawn with characters, for a terminal that shows no colours enough.
struct CharacterMarks {
  private let layout: PanelLayout
  private var grid: TextGrid

  /// Draws the series of a panel, but for its points and words.
  static func draw(_ layout: PanelLayout, on grid: inout TextGrid, _ isCancelled: () -> Bool)
    throws(PlottingError)
  {
    var marks = CharacterMarks(layout: layout, grid: grid)
    for (series, style) in zip(layout.panel.series, MarkStyle.styles(layout.panel, on: .characters)) {
      try marks.draw(series.mark, style, isCancelled)
    }
    grid = marks.grid
  }

  private mutating func draw(_ mark: Mark, _ style: MarkStyle, _ isCancelled: () -> Bool) throws(PlottingError) {
    switch mark {
    case .raster(let raster): draw(raster)
    case .line(let x, let y, _): try line(x, y, style, isCancelled)
    case .rule(.horizontal, let place, _):
      if let row = layout.row(place) { for column in layout.inside.columns { put("-", column, row, style) } }
    case .rule(.vertical, let place, _):
      if let column = layout.column(place) { for row in layout.inside.rows { put("|", column, row, style) } }
    case .bars(let x, let heights, let width, _): try bars(x, heights, width, style, isCancelled)
    case .band(let x, let lower, let upper, _): try band(x, lower, upper, style, isCancelled)
    case .points, .labels: break
    }
  }

  private mutating func put(_ character: Character, _ column: Int, _ row: Int, _ style: MarkStyle) {
    grid.put(character, column, row, style.ink?.onTerminal)
  }

  private mutating func draw(_ raster: Raster) {
    for row in layout.inside.rows {
      for column in layout.inside.columns {
        guard let value = raster.value(layout.x(column), layout.y(row)), let color = raster.shading.color(value) else {
          continue
        }
        grid.put(raster.shading.character(value), column, row, color.onTerminal)
      }
    }
  }

  private mutating func line(_ x: [Double], _ y: [Double], _ style: MarkStyle, _ isCancelled: () -> Bool)
    throws(PlottingError)
  {
    let area = layout.inside
    let places = zip(x, y).map { layout.shares($0, $1) }
    for (index, ends) in zip(places, places.dropFirst()).enumerated() {
      if index & 0xFFF == 0, isCancelled() { throw .cancelled }
      guard case (let a?, let b?) = ends else { continue }
      guard let (from, to) = CharacterMarks.clipped(a, b) else { continue }
      let run = abs(to.x - from.x) * Double(area.width)
      let rise = abs(to.y - from.y) * Double(area.height)
      let steps = Int(max(run, rise).rounded(.up), within: 1...10_000)
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let x = from.x + (to.x - from.x) * share
        let y = from.y + (to.y - from.y) * share
        guard let column = PanelLayout.step(x, area.width), let row = PanelLayout.step(y, area.height) else { continue }
        put(style.character, area.left + column, area.rows.upperBound - 1 - row, style)
      }
    }
  }

  /// The part of a line within the square from 0 to 1 (Liang and Barsky, 1984).
  private static func clipped(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double))
    -> ((x: Double, y: Double), (x: Double, y: Double))?
  {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    guard dx.isFinite, dy.isFinite else { return nil }
    var (first, last) = (0.0, 1.0)
    for (start, way) in [(a.x, dx), (a.y, dy)] {
      if way == 0 {
        if !(0...1).contains(start) { return nil }
      } else {
        let (one, other) = (-start / way, (1 - start) / way)
        first = max(first, min(one, other))
        last = min(last, max(one, other))
      }
    }
    guard first <= last else { return nil }
    return ((a.x + dx * first, a.y + dy * first), (a.x + dx * last, a.y + dy * last))
  }

  private mutating func bars(
    _ x: [Double], _ heights: [Double], _ width: Double, _ style: MarkStyle, _ isCancelled: () -> Bool
  ) throws(PlottingError) {
    for (center, height) in zip(x, heights) where height.isFinite && height != 0 {
      if isCancelled() { throw .cancelled }
      let columns = layout.inside.columns.filter { abs(layout.x($0) - center) <= width / 2 }
      // A narrow one, and a low one, can be seen too.
      let own = columns.isEmpty ? [layout.column(center)].compactMap { $0 } : columns
      let rows = layout.inside.rows.filter { min(0, height)...max(0, height) ~= layout.y($0) }
      for column in own {
        for row in rows.isEmpty ? [layout.row(height)].compactMap({ $0 }) : rows {
          put(style.character, column, row, style)
        }
      }
    }
  }

  private mutating func band(
    _ x: [Double], _ lower: [Double], _ upper: [Double], _ style: MarkStyle, _ isCancelled: () -> Bool
  ) throws(PlottingError) {
    for i in 0..<max(0, min(x.count, lower.count, upper.count) - 1) where x[i] < x[i + 1] {
      if isCancelled() { throw .cancelled }
      for column in layout.inside.columns {
        let place = layout.x(column)
        guard (x[i]...x[i + 1]).contains(place) else { continue }
        let share = (place - x[i]) / (x[i + 1] - x[i])
        let low = lower[i] + (lower[i + 1] - lower[i]) * share
        let high = upper[i] + (upper[i + 1] - upper[i]) * share
        for row in layout.inside.rows where layout.y(row) >= min(low, high) && layout.y(row) <= max(low, high) {
          put(style.character, column, row, style)
        }
      }
    }
  }
}
