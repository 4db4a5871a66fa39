/// Points as letters and words as words, over whatever is drawn behind them.
enum PointMarks {
  static func draw(_ layout: PanelLayout, on grid: inout TextGrid, _ isCancelled: () -> Bool)
    throws(PlottingError)
  {
    let isPaper = layout.surface == .cells
    // Words over words could not be read: the first ones stay.
    var taken: [Int: Set<Int>] = [:]
    func ink(_ color: Color?) -> Color? { isPaper ? color : color?.onTerminal }
    for series in layout.panel.series {
      switch series.mark {
      case .points(let x, let y, let style):
        for (index, (px, py)) in zip(x, y).enumerated() {
          if index & 0xFFFF == 0, isCancelled() { throw .cancelled }
          guard let column = layout.column(px), let row = layout.row(py) else { continue }
          grid.put(style.shape.character, column, row, ink(MarkStyle.ink(style, index)))
        }
      case .labels(let labels):
        for label in labels {
          guard let column = layout.column(label.x), let row = layout.row(label.y) else { continue }
          // Among characters a word needs a space on either side.
          let text = isPaper ? label.text : " \(label.text) "
          grid.write(
            text, label.alignment.inGrid, at: column, row, within: layout.inside.columns, ink(label.color),
            if: { columns in
              guard taken[row, default: []].isDisjoint(with: columns) else { return false }
              // With a column between it and the next.
              let gap = isPaper ? 1 : 0
              taken[row, default: []].formUnion(columns.lowerBound - gap..<columns.upperBound + gap)
              return true
            })
        }
      case .line, .rule, .bars, .band, .raster: break
      }
    }
  }
}

extension Label.Alignment {
  fileprivate var inGrid: TextGrid.Alignment {
    switch self {
    case .left: .left
    case .center: .center
    case .right: .right
    }
  }
}
