/// Title, labels, axes, numbers and legend of a panel, written around its inside.
extension PanelLayout {
  func drawFrame(on grid: inout TextGrid) {
    var top = box.top
    let middle = inside.left + inside.width / 2
    if let title = panel.title {
      switch panel.titleStyle.alignment {
      case .left: grid.write(title, .left, at: inside.left, top, within: box.columns)
      case .center: grid.write(title, .center, at: middle, top, within: box.columns)
      case .right: grid.write(title, .right, at: inside.columns.upperBound - 1, top, within: box.columns)
      }
      top += 1
    }
    let legendRows = inside.top - top
    if !legend.entries.isEmpty {
      let isBeside = legend.isBesideLabels(box.width, panel)
      let rows = isBeside ? 1 : legendRows - (hasLabelRow ? 1 : 0)
      legend.draw(CellArea(left: box.left, top: top, width: box.width, height: rows), on: &grid)
    }
    if hasLabelRow {
      if let label = panel.y.label, !panel.y.isHidden {
        grid.write(label, .left, at: box.left, inside.top - 1, within: box.columns)
      }
      if let label = panel.colorBar?.label {
        grid.write(label, .right, at: box.columns.upperBound - 1, inside.top - 1, within: box.columns)
      }
    }
    drawAxes(on: &grid)
    drawColorBar(on: &grid)
  }

  private var hasLabelRow: Bool { (panel.y.label != nil && !panel.y.isHidden) || panel.colorBar?.label != nil }

  private func drawAxes(on grid: inout TextGrid) {
    guard hasFrame else { return }
    let axis = inside.left - 1
    let bottom = inside.rows.upperBound
    for row in inside.rows { grid.put("│", axis, row, nil) }
    for column in inside.columns { grid.put("─", column, bottom, nil) }
    grid.put("└", axis, bottom, nil)
    for tick in yTicks {
      guard let row = row(tick.position) else { continue }
      grid.put("┤", axis, row, nil)
      grid.write(tick.text, .right, at: axis - 1, row, within: box.left..<max(box.left, axis))
    }
    if panel.x.isHidden { return }
    for tick in xTicks {
      guard let column = column(tick.position) else { continue }
      grid.put("┬", column, bottom, nil)
      grid.write(tick.text, .center, at: column, bottom + 1, within: box.columns)
    }
    if let label = panel.x.label {
      grid.write(label, .center, at: inside.left + inside.width / 2, bottom + 2, within: box.columns)
    }
  }

  private func drawColorBar(on grid: inout TextGrid) {
    guard let left = colorBarColumn, let bar = panel.colorBar else { return }
    let rows = colorBarRows
    for row in rows {
      for column in left..<left + PanelLayout.colorBarWidth where column < grid.width {
        grid[column, row] = ColorBarText.cell(bar, row - rows.lowerBound, of: rows.count, surface)
      }
    }
    let words = left + PanelLayout.colorBarWidth + 1
    for tick in colorBarTicks {
      guard let step = PanelLayout.step(ColorBarText.share(tick.position, bar), rows.count) else { continue }
      grid.write(
        tick.text, .left, at: words, rows.upperBound - 1 - step,
        within: min(words, box.columns.upperBound)..<box.columns.upperBound)
    }
  }
}
