import Plotting
import Support

/// A table: columns as wide as their widest cell, two spaces between them; left-aligned cells are wrapped where it would be too wide.
struct TextTable {
  enum Alignment { case left, right }
  static let width = 79
  let alignments: [Alignment]
  private var rows: [[String]]

  init(_ columns: [(header: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.header)]
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Columns of the widest line if nothing is wrapped.
  var naturalWidth: Int { naturalWidths.reduce(0, +) + 2 * max(0, alignments.count - 1) }

  private var naturalWidths: [Int] {
    var widths = alignments.map { _ in 0 }
    for row in rows { for (i, cell) in row.enumerated() { widths[i] = max(widths[i], cell.screenWidth) } }
    return widths
  }

  /// The header is styled; each row is a line, or several.
  var styled: StyledText {
    var widths = naturalWidths
    while widths.reduce(0, +) + 2 * (widths.count - 1) > TextTable.width,
      let widest = widths.indices.filter({ alignments[$0] == .left && widths[$0] > 8 }).max(by: {
        widths[$0] < widths[$1]
      })
    {
      widths[widest] -= 1
    }
    var text = StyledText()
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { i, cell in
        alignments[i] == .left ? TextWidth.wrapped(cell, to: widths[i]) : [cell]
      }
      for part in 0..<(cells.map(\.count).max() ?? 1) {
        var line = ""
        for (i, lines) in cells.enumerated() {
          let cell = part < lines.count ? lines[part] : ""
          if i > 0 { line += "  " }
          line += alignments[i] == .left ? cell.padded(widths[i]) : cell.paddedLeft(widths[i])
        }
        while line.last == " " { line.removeLast() }
        text.append(line + "\n", index == 0 ? .heading : .plain)
      }
    }
    return text
  }
}
