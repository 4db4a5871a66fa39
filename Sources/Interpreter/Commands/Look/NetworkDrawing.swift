import NeuralNetwork

/// The neurons of a network as circles in columns, of a large layer the first and the last ones.
///
///                      ○
///        ○             ○
///           ── W1 ─▶   ○    ── W2 ─▶      ○
///        ○             ○
///                      ○
///     2 inputs       5 relu           1 sigmoid
struct NetworkDrawing {
  /// Circles that a column shows at most; of more units two less, and the dots.
  private static let rows = 7

  private struct Column {
    let units: Int
    let labels: [String]
    var width: Int { labels.map(\.screenWidth).max() ?? 1 }
  }

  private let columns: [Column]
  private let arrows: [String]

  /// nil without layers, and where the columns do not fit side by side.
  init?(_ declaration: NetworkDeclaration, width: Int) {
    var columns = [Column(units: declaration.inputs, labels: [counted(declaration.inputs, "input")])]
    var arrows: [String] = []
    var dropout: Double?
    for layer in declaration.layers {
      switch layer {
      case .dropout(let rate): dropout = rate
      case .dense(let units, let activation):
        if let rate = dropout {
          let last = columns.removeLast()
          columns.append(Column(units: last.units, labels: last.labels + ["dropout \(NumberText.short(rate))"]))
        }
        dropout = nil
        columns.append(Column(units: units, labels: ["\(units) \(activation.name)"]))
        arrows.append(" ── W\(arrows.count + 1) ─▶ ")
      }
    }
    guard !arrows.isEmpty, columns.reduce(0, { $0 + $1.width }) + arrows.reduce(0, { $0 + $1.count }) <= width else {
      return nil
    }
    self.columns = columns
    self.arrows = arrows
  }

  var styled: StyledText {
    let height = max(1, columns.map { min($0.units, NetworkDrawing.rows) }.max()!)
    var text = StyledText()
    for row in 0..<height {
      var line: [(String, StyledText.Style)] = []
      for (i, column) in columns.enumerated() {
        if i > 0 {
          let arrow = arrows[i - 1]
          line.append(row == (height - 1) / 2 ? (arrow, .dim) : (String(repeating: " ", count: arrow.count), .plain))
        }
        line.append((NetworkDrawing.cell(column.units, row, height).centered(column.width), .code))
      }
      append(line, to: &text)
    }
    for label in 0..<(columns.map(\.labels.count).max()!) {
      var line: [(String, StyledText.Style)] = []
      for (i, column) in columns.enumerated() {
        if i > 0 { line.append((String(repeating: " ", count: arrows[i - 1].count), .plain)) }
        line.append(((label < column.labels.count ? column.labels[label] : "").centered(column.width), .plain))
      }
      append(line, to: &text)
    }
    return text
  }

  /// What a column of so many units has in a row of the drawing.
  private static func cell(_ units: Int, _ row: Int, _ height: Int) -> String {
    let shown = min(units, rows)
    let index = row - (height - shown) / 2
    guard index >= 0, index < shown else { return " " }
    return units > rows && index == rows / 2 ? "⋮" : "○"
  }

  /// A line without spaces at its end.
  private func append(_ pieces: [(String, StyledText.Style)], to text: inout StyledText) {
    var pieces = pieces
    while let last = pieces.last {
      let trimmed = String(last.0.reversed().drop { $0 == " " }.reversed())
      pieces.removeLast()
      if trimmed.isEmpty { continue }
      pieces.append((trimmed, last.1))
      break
    }
    for (piece, style) in pieces { text.append(piece, style) }
    text.append("\n")
  }
}
