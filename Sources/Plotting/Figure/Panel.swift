/// One pair of axes and what is drawn between them.
public struct Panel: Sendable, Equatable {
  public var title: String?
  public var titleStyle = WordStyle()
  public var x: Axis
  public var y: Axis
  /// Later ones cover earlier ones.
  public var series: [Series]
  /// Named series are listed if there are any.
  public var hasLegend: Bool
  public var legend = LegendStyle()
  public var hasGrid: Bool
  public var grid = GridStyle()
  public var colorBar: ColorBar?
  /// Whether a unit is as long on x as on y.
  public var isEqual: Bool

  public init(
    _ series: [Series] = [], title: String? = nil, x: Axis = Axis(), y: Axis = Axis(), hasLegend: Bool = true,
    hasGrid: Bool = false, colorBar: ColorBar? = nil, isEqual: Bool = false
  ) {
    self.series = series
    self.title = title
    self.x = x
    self.y = y
    self.hasLegend = hasLegend
    self.hasGrid = hasGrid
    self.colorBar = colorBar
    self.isEqual = isEqual
  }
}

public struct Axis: Sendable, Equatable {
  public enum Scale: Sendable { case linear, logarithmic }
  public struct Tick: Sendable, Equatable {
    public var position: Double
    public var text: String
    public init(_ position: Double, _ text: String) { (self.position, self.text) = (position, text) }
  }

  public var label: String?
  public var labelStyle = WordStyle()
  public var scale: Scale
  /// nil: what the series need.
  public var range: ClosedRange<Double>?
  /// nil: as the drawer likes.
  public var ticks: [Tick]?
  /// Of the numbers at the ticks, in points; nil: as the drawer likes.
  public var tickSize: Double?
  /// By how many degrees they are turned to the left; nil: as the drawer likes.
  public var tickAngle: Double?
  /// Whether numbers grow to the left, or downwards.
  public var isReversed: Bool
  /// Without line, ticks and numbers.
  public var isHidden: Bool
  /// Whether only whole numbers have a meaning on it: epochs, rows, counts.
  public var isWhole: Bool

  public init(
    _ label: String? = nil, scale: Scale = .linear, range: ClosedRange<Double>? = nil, ticks: [Tick]? = nil,
    isReversed: Bool = false, isHidden: Bool = false, isWhole: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.range = range
    self.ticks = ticks
    self.isReversed = isReversed
    self.isHidden = isHidden
    self.isWhole = isWhole
  }
}

/// What the colours of a panel mean.
public struct ColorBar: Sendable, Equatable {
  public var label: String?
  public var shading: Shading
  public var ticks: [Axis.Tick]?
  /// Its height as a share of the panel's.
  public var height = 1.0

  public init(_ shading: Shading, label: String? = nil, ticks: [Axis.Tick]? = nil) {
    self.shading = shading
    self.label = label
    self.ticks = ticks
  }
}
