import Support

/// Characters in rows and columns, each with its colours: a picture for a terminal.
public struct TextGrid: Sendable, Equatable {
  public struct Cell: Sendable, Equatable {
    /// nil: the right half of the wide character before it.
    public var character: Character? = " "
    /// The colour of the character; nil: the terminal's own.
    public var ink: Color?
    /// The colour behind it; nil: the terminal's own.
    public var paper: Color?
  }

  public let width: Int
  public private(set) var height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: Cell(), count: width * height)
  }

  subscript(column: Int, row: Int) -> Cell {
    get { cells[row * width + column] }
    set { cells[row * width + column] = newValue }
  }

  /// The cells of a row, without the empty ones at its end.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    let whole = cells[row * width..<(row + 1) * width]
    let end = whole.lastIndex { $0.character != " " || $0.paper != nil }.map { $0 + 1 } ?? whole.startIndex
    return whole[..<end]
  }

  /// Writes a character over what is there; the colour behind it stays. Outside of the grid nothing happens.
  mutating func put(_ character: Character?, _ column: Int, _ row: Int, _ ink: Color?) {
    guard (0..<width).contains(column), (0..<height).contains(row) else { return }
    self[column, row] = Cell(character: character, ink: ink, paper: self[column, row].mainColor)
  }

  enum Alignment { case left, center, right }

  /// Writes words within some columns of a row; what has no room there becomes `…`.
  /// - Parameters:
  ///   - anchor: the column where they begin, have their middle, or end.
  ///   - isFree: whether these columns may be written on; else nothing happens.
  mutating func write(
    _ words: String, _ alignment: Alignment, at anchor: Int, _ row: Int, within columns: Range<Int>,
    _ ink: Color? = nil, if isFree: (Range<Int>) -> Bool = { _ in true }
  ) {
    guard !columns.isEmpty else { return }
    let text = TextWidth.shortened(PictureWords.line(words), to: columns.count)
    let length = text.screenWidth
    let wanted =
      switch alignment {
      case .left: anchor
      case .center: anchor - length / 2
      case .right: anchor - length + 1
      }
    var column = max(columns.lowerBound, min(wanted, columns.upperBound - length))
    guard isFree(column..<column + length) else { return }
    for character in text {
      let taken = TextWidth.columns(character)
      // A mark without a letter has no place of its own.
      if taken == 0 { continue }
      put(character, column, row, ink)
      if taken == 2 { put(nil, column + 1, row, ink) }
      column += taken
    }
  }

  /// Without the empty rows at its end.
  mutating func trim() {
    while height > 0, row(height - 1).isEmpty {
      height -= 1
      cells.removeLast(width)
    }
  }

  /// The characters alone, whole lines.
  public var plain: String {
    (0..<height).map { String(row($0).compactMap(\.character)) + "\n" }.joined()
  }
}

extension TextGrid.Cell {
  /// The one colour that comes nearest to a cell drawn with blocks, to write on.
  fileprivate var mainColor: Color? {
    guard let paper, let ink, let character, "▀▄▌▐▘▝▖▗▚▞▛▜▙▟█".contains(character) else { return paper }
    return character == "█" ? ink : paper.mixed(with: ink, 0.5)
  }
}
