/// A panel for a screen of characters: rasters, which gnuplot does not draw there, become characters at places.
extension Panel {
  /// Characters that stand for numbers from low to high.
  private static let shades: [PointStyle.Shape] = [.dot, .plus, .star, .circle, .diamond]

  func asText(columns: Int, rows: Int, _ figure: Figure) -> Panel {
    var panel = self
    // What the axes, numbers and labels around the drawing take.
    let width = max(columns / max(figure.columns, 1) - 12, 8)
    let height = max(rows / max(figure.rows, 1) - 5, 4)
    panel.series = []
    for series in series {
      if case .raster(let raster) = series.mark {
        panel.series += Panel.characters(raster, xRange, yRange, width, height)
      } else {
        panel.series.append(series)
      }
    }
    return panel
  }

  private static func characters(
    _ raster: Raster, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ width: Int, _ height: Int
  ) -> [Series] {
    var places: [Int: (x: [Double], y: [Double], color: Color)] = [:]
    for row in 0..<height {
      for column in 0..<width {
        let px = x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.5) / Double(width)
        let py = y.lowerBound + (y.upperBound - y.lowerBound) * (Double(row) + 0.5) / Double(height)
        guard let value = raster.value(px, py), let color = raster.shading.color(value) else { continue }
        let level = level(value, raster.shading)
        places[level, default: ([], [], color)].x.append(px)
        places[level]!.y.append(py)
      }
    }
    return places.keys.sorted().map { level in
      let place = places[level]!
      return Series(.points(x: place.x, y: place.y, PointStyle(shades[level], [place.color])))
    }
  }

  private static func level(_ value: Double, _ shading: Shading) -> Int {
    let range = shading.range
    let extent = range.upperBound - range.lowerBound
    let share = extent > 0 ? (value - range.lowerBound) / extent : 0.5
    if case .classes = shading { return Int(value) % shades.count }
    return max(0, min(shades.count - 1, Int(share * Double(shades.count))))
  }
}
