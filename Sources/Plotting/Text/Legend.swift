import Support

/// The names of a panel's series, each behind what it is drawn with.
struct Legend {
  struct Entry {
    let mark: String
    let ink: Color?
    let name: String
    var width: Int { mark.count + 1 + name.screenWidth }
  }

  let entries: [Entry]
  private static let gap = 3

  init(_ panel: Panel, on surface: TextPicture.Surface) {
    guard panel.hasLegend else {
      entries = []
      return
    }
    let styles = MarkStyle.styles(panel, on: surface)
    let named = zip(panel.series, styles).compactMap { series, style -> Entry? in
      guard let name = series.name else { return nil }
      return Entry(
        mark: style.sample, ink: style.ink?.onTerminal,
        name: TextWidth.shortened(PictureWords.line(name), to: 30))
    }
    let title = named.isEmpty ? nil : panel.legend.title
    entries =
      (title.map { [Entry(mark: "", ink: nil, name: TextWidth.shortened(PictureWords.line($0), to: 30) + ":")] } ?? [])
      + named
  }

  /// The entries by row, of at most so many columns.
  func lines(_ width: Int) -> [[Entry]] {
    var lines: [[Entry]] = []
    var used = 0
    for entry in entries {
      if lines.isEmpty || used + Legend.gap + entry.width > width {
        lines.append([])
        used = -Legend.gap
      }
      lines[lines.count - 1].append(entry)
      used += Legend.gap + entry.width
    }
    return lines
  }

  static func width(_ line: [Entry]) -> Int { line.reduce(0) { $0 + $1.width } + gap * max(0, line.count - 1) }

  /// Whether the one line of names has room beside the labels of the y axis and of the colours.
  func isBesideLabels(_ width: Int, _ panel: Panel) -> Bool {
    let lines = lines(width)
    guard lines.count == 1 else { return false }
    return Legend.width(lines[0]) + 2 * (labelWidth(panel.y.label) + labelWidth(panel.colorBar?.label)) <= width
  }

  private func labelWidth(_ label: String?) -> Int { label.map { $0.screenWidth + 2 } ?? 0 }

  /// The rows between the title and the inside of the panel.
  func rows(in box: CellArea, beside panel: Panel) -> Int {
    let labels = (panel.y.label != nil && !panel.y.isHidden) || panel.colorBar?.label != nil ? 1 : 0
    return isBesideLabels(box.width, panel) ? 1 : min(lines(box.width).count, box.height / 4) + labels
  }

  func draw(_ area: CellArea, on grid: inout TextGrid) {
    for (offset, line) in lines(area.width).prefix(area.height).enumerated() {
      var column = area.left + max(0, (area.width - Legend.width(line)) / 2)
      for entry in line {
        let columns = column..<max(column, area.columns.upperBound)
        grid.write(entry.mark, .left, at: column, area.top + offset, within: columns, entry.ink)
        grid.write(
          entry.name, .left, at: column + entry.mark.count + 1, area.top + offset,
          within: min(column + entry.mark.count + 1, columns.upperBound)..<columns.upperBound)
        column += entry.width + Legend.gap
      }
    }
  }
}
