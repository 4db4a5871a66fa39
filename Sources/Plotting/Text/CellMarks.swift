import CChafa

/// Areas and lines as gnuplot's pixels, made into cells of two colours by libchafa.
enum CellMarks {
  /// Pixels of a cell: few, so that a line is about as wide as a quarter of a cell.
  private static let cell = PictureSize(4, 8)

  /// Whether libchafa is installed.
  static var areThere: Bool { nn_chafa_is_there() }

  /// Draws the series of all panels, but for their points and words.
  static func draw(_ layouts: [PanelLayout], on grid: inout TextGrid, _ isCancelled: () -> Bool) throws(PlottingError) {
    let (width, height) = (grid.width, grid.height)
    func share(_ number: Int, _ whole: Int) -> Double { Double(number) / Double(whole) }
    let insides = layouts.map { layout in
      let area = layout.inside
      return (
        panel: layout.panel,
        place: (
          left: share(area.left, width), right: share(area.columns.upperBound, width), top: share(area.top, height),
          bottom: share(area.rows.upperBound, height)
        )
      )
    }
    let size = PictureSize(width * cell.width, height * cell.height)
    let png = try Gnuplot.run(GnuplotScript(insides: insides, size: size), isCancelled)
    let empty = ChafaCell(character: 0x20, foreground: 0, background: 0xFFFFFF)
    var cells = [ChafaCell](repeating: empty, count: width * height)
    guard nn_chafa_cells(png, png.count, Int32(width), Int32(height), &cells) else {
      throw .failed(message: "what it wrote is no picture")
    }
    for area in layouts.map(\.inside) {
      for row in area.rows {
        for column in area.columns {
          let cell = cells[row * width + column]
          grid[column, row] = TextGrid.Cell(
            character: Unicode.Scalar(cell.character).map { Character($0) } ?? " ", ink: Color(cell.foreground),
            paper: Color(cell.background))
        }
      }
    }
  }
}
