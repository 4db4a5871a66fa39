/// Something drawn in a panel.
public struct Series: Sendable, Equatable {
  /// For the legend.
  public var name: String?
  public var mark: Mark
  /// The line around bars.
  public var outline: Color?
  /// Series of a higher order cover those of a lower one; nil: as it is usual for the mark where others have one.
  public var order: Double?

  public init(_ mark: Mark, name: String? = nil) {
    self.mark = mark
    self.name = name
  }
}

public enum Mark: Sendable, Equatable {
  /// A line from point to point; a NaN interrupts it.
  case line(x: [Double], y: [Double], LineStyle)
  case points(x: [Double], y: [Double], PointStyle)
  /// Bars from 0 to a height, by the middle of their feet.
  case bars(x: [Double], heights: [Double], width: Double, Color)
  /// The area between two lines.
  case band(x: [Double], lower: [Double], upper: [Double], Color)
  /// A line through the whole panel.
  case rule(Direction, at: Double, LineStyle)
  case raster(Raster)
  case labels([Label])

  public enum Direction: Sendable { case horizontal, vertical }
}

public struct LineStyle: Sendable, Equatable {
  public enum Dash: Sendable { case solid, dashed, dotted, dashDotted }
  public var color: Color
  /// In pixels.
  public var width: Double
  public var dash: Dash

  public init(_ color: Color, width: Double = 2, dash: Dash = .solid) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

public struct PointStyle: Sendable, Equatable {
  public enum Shape: Sendable, CaseIterable { case circle, square, triangle, diamond, down, cross, plus, dot, star }
  public var shape: Shape
  /// The diameter in pixels.
  public var size: Double
  /// One for all points, or one for each; they repeat after the last.
  public var colors: [Color]
  /// Those of the points one by one, instead; they repeat after the last.
  public var sizes: [Double] = []
  /// The colour of the rim.
  public var rim: Color?
  /// In pixels; nil: a share of the diameter.
  public var rimWidth: Double?

  public init(_ shape: Shape, size: Double = 8, _ colors: [Color], rim: Color? = nil) {
    self.shape = shape
    self.size = size
    self.colors = colors
    self.rim = rim
  }

  /// The diameter of a point.
  func size(_ index: Int) -> Double { sizes.isEmpty ? size : sizes[index % sizes.count] }

  /// Shapes that are easily told apart, for things of different kind.
  public static func shape(_ index: Int) -> Shape {
    let shapes: [Shape] = [.circle, .square, .triangle, .diamond, .down]
    return shapes[((index % shapes.count) + shapes.count) % shapes.count]
  }
}

/// A word at a place.
public struct Label: Sendable, Equatable {
  public enum Alignment: String, Sendable { case left, center, right }
  /// Which part of the words stands at the place.
  public enum Height: Sendable { case top, middle, bottom }
  public var text: String
  public var x: Double
  public var y: Double
  public var color: Color
  public var alignment: Alignment
  public var height = Height.middle
  public var isBold = false
  /// In points.
  public var size: Double
  /// How wide it may be, in units of x: where that is little the letters are smaller, or the label is left out.
  public var room: Double?

  public init(
    _ text: String, x: Double, y: Double, _ color: Color = .black, alignment: Alignment = .center, size: Double = 10,
    room: Double? = nil
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.color = color
    self.alignment = alignment
    self.size = size
    self.room = room
  }
}
