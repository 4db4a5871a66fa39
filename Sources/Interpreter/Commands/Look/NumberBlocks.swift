import Arrays
import NeuralNetwork

/// Matrices beside each other, as one writes them on a board: `[0.5  0.2] @ [[…] […]] + [0  0]`.
struct NumberBlocks {
  private static let width = 79
  /// Of a larger matrix only its first rows or columns and the last are shown.
  private static let largest = 6
  let network: Network

  init(_ network: Network) { self.network = network }

  /// `= …` with numbers, then `= ` the result. `sample`: of what belongs to samples, only this one.
  func right(of formula: Formula, sample: Int?, indent: Int) -> StyledText {
    var isFree = true
    let pieces = formula.pieces.map { piece -> [String] in
      defer { if case .text(let text) = piece { isFree = text.hasSuffix("(") } else { isFree = false } }
      switch piece {
      case .text(let text): return [text]
      case .operand(let operand):
        guard let array = network.passValue(operand, in: formula.name, sample: sample) else { return ["?"] }
        return Self.block(array, isFree: isFree)
      }
    }
    var text = StyledText()
    // A value that is only passed on is not said twice.
    if formula.pieces.count > 1 {
      for line in Self.joined([["= "]] + pieces, indent: indent) { text.append(line + "\n") }
    }
    let target = Formula.Operand(text: formula.nameText, source: .value(formula.name))
    if let result = network.passValue(target, in: formula.name, sample: sample) {
      for line in Self.joined([["= "], Self.block(result, isFree: true)], indent: indent) {
        text.append(line + "\n", .strong)
      }
    }
    return text
  }

  /// Blocks side by side; those that do not fit go on in the next band. What closes a bracket stands at the end of the matrix before it.
  static func joined(_ blocks: [[String]], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var band: [String] = []
    /// The row on which single words stand.
    var row = 0
    func width() -> Int { band.map(\.count).max() ?? 0 }
    func flush() {
      for var line in band {
        while line.last == " " { line.removeLast() }
        lines.append(margin + line)
      }
      // What goes on stands under what is after the `= `.
      (band, row) = (["  "], 0)
    }
    for block in blocks.flatMap({ $0.count == 1 ? words($0[0]).map { [$0] } : [$0] }) {
      let size = block.map(\.count).max() ?? 0
      if block.count > 1 { row = 0 }
      let isClosing = block.count == 1 && (block[0].hasPrefix(")") || block[0].hasPrefix("."))
      if isClosing, row == 0 { row = band.lastIndex { $0.count == width() } ?? 0 }
      let start = block.count > 1 ? width() : max(row < band.count ? band[row].count : 0, row == 0 ? width() : 0)
      if indent + start + size > Self.width, width() > 2 { flush() }
      let column = block.count > 1 || row == 0 ? width() : band[row].count
      for (i, text) in block.enumerated() {
        if row + i >= band.count { band.append("") }
        band[row + i] = band[row + i].padded(column) + text
      }
    }
    flush()
    return lines
  }

  /// A line at its spaces, so that it may be broken there; each word keeps the space after it.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    for c in line {
      if c != " ", word.last == " ", !word.allSatisfy({ $0 == " " }) {
        words.append(word)
        word = ""
      }
      word.append(c)
    }
    return words + [word]
  }

  /// A matrix as its lines, a single number without brackets; a negative one has parentheses, unless it stands free.
  static func block(_ array: NDArray, isFree: Bool) -> [String] {
    if array.count == 1 {
      var text = ""
      array.forEachElement { text = number($0.double, 4) }
      return [text.hasPrefix("-") && !isFree ? "(\(text))" : text]
    }
    guard array.dimensions == 2 else { return [array.shape.text] }
    let (rows, columns) = (array.shape[0], array.shape[1])
    let (shownRows, shownColumns) = (shown(rows), shown(columns))
    var values: [Double] = []
    array.forEachElement { values.append($0.double) }
    let finite = shownRows.flatMap { row in shownColumns.map { values[row * columns + $0] } }
    let digits = Self.digits(finite)
    var cells = shownRows.map { row in shownColumns.map { number(values[row * columns + $0], digits) } }
    if columns > largest { for i in cells.indices { cells[i].insert("...", at: cells[i].count - 1) } }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max()! }
    var lines = cells.map { row in
      "[" + zip(row, widths).map { $0.paddedLeft($1) }.joined(separator: " ") + "]"
    }
    if rows > largest { lines.insert("...", at: lines.count - 1) }
    if rows == 1 { return lines }
    return lines.enumerated().map { i, line in
      (i == 0 ? "[" : " ") + line + (i == lines.count - 1 ? "]" : "")
    }
  }

  private static func shown(_ count: Int) -> [Int] {
    count <= largest ? Array(0..<count) : [0, 1, 2, count - 1]
  }

  /// Digits after the point that suit all of them: 0 for whole numbers.
  private static func digits(_ values: [Double]) -> Int? {
    if values.allSatisfy({ $0.isFinite && $0 == $0.rounded() && abs($0) < 1e5 }) { return 0 }
    let sizes = values.filter { $0.isFinite && $0 != 0 }.map(abs)
    guard let largest = sizes.max(), largest < 1e4, largest >= 1e-2 else { return nil }
    return 4
  }

  private static func number(_ value: Double, _ digits: Int?) -> String {
    if let digits, value.isFinite, abs(value) < 1e5, value == 0 || abs(value) >= 5e-5 {
      let text = NumberText.fixed(value, value == value.rounded() && digits == 4 ? 0 : digits)
      return text
    }
    return NumberText.short(value, 4)
  }
}
