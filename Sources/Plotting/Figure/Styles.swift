/// How words around a panel are written.
public struct WordStyle: Sendable, Equatable {
  /// In points; nil: as the drawer likes.
  public var size: Double?
  public var color: Color?
  public var isBold = false
  public var alignment = Label.Alignment.center
  /// Points between the words and what they belong to, more than is usual.
  public var distance = 0.0

  public init() {}
}

/// The faint lines at the marks of the axes.
public struct GridStyle: Sendable, Equatable {
  /// Whether there are lines at the marks of the x axis, and at those of the y axis.
  public var isAcross = true
  public var isUp = true
  public var line = LineStyle(Color(0xE2E2E2), width: 0.7)

  public init() {}
}

/// Where a legend stands and how it looks.
public struct LegendStyle: Sendable, Equatable {
  public enum Place: String, Sendable, CaseIterable {
    case topRight = "top right"
    case topLeft = "top left"
    case bottomLeft = "bottom left"
    case bottomRight = "bottom right"
    case right = "center right"
    case left = "center left"
    case bottom = "bottom center"
    case top = "top center"
    case center = "center center"
  }

  /// nil: where it hides nothing.
  public var place: Place?
  public var title: String?
  /// In points; nil: as the drawer likes.
  public var size: Double?
  public var hasFrame = true
  /// How many names stand side by side; nil: as the drawer likes.
  public var columns: Int?

  public init() {}
}
