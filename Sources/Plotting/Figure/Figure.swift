/// A drawing as data: one panel or several side by side. It knows nothing of how it is drawn.
public struct Figure: Sendable, Equatable {
  /// Row by row.
  public var panels: [Panel]
  /// Panels in a row, at least 1.
  public var columns: Int
  /// Above all panels.
  public var title: String?
  public var titleStyle = WordStyle()
  /// Behind everything; nil: what lies under the picture shows through.
  public var background: Color? = .white
  /// In pixels; nil: as the drawer likes.
  public var size: PictureSize?

  public init(_ panels: [Panel], columns: Int = 1, title: String? = nil, size: PictureSize? = nil) {
    self.panels = panels
    self.columns = columns
    self.title = title
    self.size = size
  }

  /// Axes appear even where there is nothing.
  var shownPanels: [Panel] { panels.isEmpty ? [Panel()] : panels }

  public var rows: Int { (panels.count + max(columns, 1) - 1) / max(columns, 1) }
}

/// Width and height: pixels of an image, characters of a text.
public struct PictureSize: Sendable, Equatable {
  public var width: Int
  public var height: Int
  public init(_ width: Int, _ height: Int) { (self.width, self.height) = (width, height) }
}

/// A figure and what a person who cannot see it should know.
public struct Picture: Sendable, Equatable {
  public var figure: Figure
  /// What it shows, one sentence without a period: `loss fell from 0.69 to 0.08, flat after epoch 400`.
  public var sentence: String
  /// The file it was written to, as the user named it.
  public var file: String?

  public init(_ figure: Figure, _ sentence: String, file: String? = nil) {
    self.figure = figure
    self.sentence = sentence
    self.file = file
  }
}
