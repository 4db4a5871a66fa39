/// A figure for a terminal: words, numbers and axes are written, the rest is drawn with characters or with cells of colour.
public enum TextPicture {
  /// What lines and areas are drawn with.
  public enum Surface: Sendable {
    /// Letters and signs, for any terminal.
    case characters
    /// Halves and quarters of cells in full colour, on white: gnuplot's pixels, by libchafa.
    case cells
  }

  /// Whether pictures can be drawn with ``Surface/cells``: libchafa is installed.
  public static var hasCells: Bool { CellMarks.areThere }

  /// A picture has at least these.
  private static let least = PictureSize(20, 8)
  /// A panel narrower than this moves to the next row.
  private static let leastBeside = 26

  /// - Parameters:
  ///   - size: columns and rows; the picture is larger where its panels need it.
  ///   - isCancelled: asked now and then; true ends the drawing.
  public static func draw(
    _ figure: Figure, on surface: Surface, size: PictureSize, isCancelled: () -> Bool = { false }
  ) throws(PlottingError) -> TextGrid {
    let panels = figure.shownPanels
    let gap = 2
    let whole = max(size.width, least.width)
    let columns = max(1, min(figure.columns, panels.count, (whole + gap) / (leastBeside + gap)))
    let rows = (panels.count + columns - 1) / columns
    let top = figure.title == nil ? 0 : 1
    let width = (whole - gap * (columns - 1)) / columns
    let height = max(least.height, (size.height - top) / rows)
    var grid = TextGrid(width: whole, height: top + rows * height)
    if let title = figure.title { grid.write(title, .center, at: grid.width / 2, 0, within: 0..<grid.width) }
    let layouts = panels.enumerated().map { index, panel in
      let box = CellArea(
        left: index % columns * (width + gap), top: top + index / columns * height, width: width, height: height)
      return PanelLayout(panel, in: box, on: surface)
    }
    switch surface {
    case .characters: for layout in layouts { try CharacterMarks.draw(layout, on: &grid, isCancelled) }
    case .cells: try CellMarks.draw(layouts, on: &grid, isCancelled)
    }
    for layout in layouts {
      try PointMarks.draw(layout, on: &grid, isCancelled)
      layout.drawFrame(on: &grid)
    }
    grid.trim()
    return grid
  }
}
