import Plotting

/// What the arguments of several functions of `plt` say about looks.
extension Call {
  /// Matplotlib's words for sizes of letters, as shares of its 10 points.
  private static let namedSizes: KeyValuePairs<String, Double> = [
    "xx-small": 5.8, "x-small": 6.9, "small": 8.3, "medium": 10, "large": 12, "x-large": 14.4, "xx-large": 17.3,
  ]

  /// Points.
  func fontSize(_ name: String = "fontsize") throws -> Double? {
    if case .string? = named(name) { return try choice(name, Call.namedSizes) }
    return try size(name, within: 1...200)
  }

  /// `fontweight=`: a word, or a number up to 1000.
  func isBold() throws -> Bool {
    if case .string? = named("fontweight") {
      return try choice(
        "fontweight",
        [
          "normal": false, "regular": false, "light": false, "medium": false, "semibold": true, "bold": true,
          "heavy": true, "black": true,
        ]) ?? false
    }
    return (try size("fontweight", within: 0...1000) ?? 400) >= 600
  }

  func lineDash(_ names: String...) throws -> LineStyle.Dash?? {
    guard let (name, value) = try named(anyOf: names) else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "a str", value) }
    return .some(try dash(text.string, name))
  }

  /// nil: no line.
  func dash(_ text: String, _ name: String) throws -> LineStyle.Dash? {
    if ["", " ", "None", "none"].contains(text) { return nil }
    if let dash = PyplotFormat.dash(text) { return dash }
    throw Fault(
      .value, "\(builtin.name): \(name) must be '-', '--', ':', '-.' or 'None', not '\(text)'")
  }

  /// The width of a line in pixels, from points.
  func lineWidth(_ names: String...) throws -> Double {
    guard let (name, value) = try named(anyOf: names) else { return 1.5 * 1.4 }
    guard let points = value.asDouble else { throw wrong(name, "a number", value) }
    return try checked(points, name, 0...100) * 1.4
  }

  func marker() throws -> PointStyle.Shape? {
    guard let word = try words("marker"), !["", " ", "None", "none"].contains(word) else { return nil }
    if let shape = PyplotFormat.markers[word] { return shape }
    throw Fault(
      .value, "\(builtin.name): there is no marker '\(word)'",
      hint: PyplotFormat.markers.keys.sorted().joined(separator: " "))
  }

  func order() throws -> Double? { try size("zorder", within: -1e6...1e6) }
}
