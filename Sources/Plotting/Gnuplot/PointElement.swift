extension PlotElement {
  /// Points of a size that gnuplot knows, each with its rim behind it: where they lie close the later ones cover the earlier ones and are whole.
  static func dots(_ x: [Double], _ y: [Double], _ style: PointStyle, _ name: String?) -> [PlotElement] {
    guard !x.isEmpty, let first = style.colors.first else { return [] }
    let size = style.size
    let look = "with points pt \(style.shape.number)"
    let plain = "\(look) ps \(GnuplotText.number(size)) lc rgb '\(first.gnuplotText)'"
    guard let rim = style.rim, style.shape.isFilled else {
      if style.colors.count == 1, style.sizes.isEmpty { return [PlotElement([x, y], plain, title: name)] }
      let colors = x.indices.map { Double(style.colors[$0 % style.colors.count].gnuplotNumber) }
      let points =
        style.sizes.isEmpty
        ? PlotElement([x, y, colors], "\(look) ps \(GnuplotText.number(size)) lc rgb variable")
        : PlotElement([x, y, x.indices.map(style.size), colors], "\(look) ps variable lc rgb variable")
      return [points] + key(name, plain)
    }
    let colors = x.indices.map { style.colors[$0 % style.colors.count] }
    var columns: [[Double]] = [[], [], [], []]
    for index in x.indices {
      let size = style.size(index)
      let rimSize = size + 2 * (style.rimWidth ?? size * rimShare)
      for (size, color) in [(rimSize, rim), (size, colors[index])] {
        columns[0].append(x[index])
        columns[1].append(y[index])
        columns[2].append(size)
        columns[3].append(Double(color.gnuplotNumber))
      }
    }
    return [PlotElement(columns, "\(look) ps variable lc rgb variable")] + key(name, plain)
  }

  /// How wide a rim is, as a share of the point's diameter.
  private static let rimShare = 0.1

  /// The legend shows no colour where points have their own.
  private static func key(_ name: String?, _ look: String) -> [PlotElement] {
    name.map { [PlotElement([[.nan], [.nan]], look, title: $0)] } ?? []
  }
}
