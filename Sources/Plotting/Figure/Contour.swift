/// Lines of equal height over a grid, by marching squares.
public enum Contour {
  /// The line along which the numbers of a grid, linear between neighbours, equal `level`: short pieces, interrupted by NaN.
  /// - Parameters:
  ///   - values: rows × columns, row by row; cells with a NaN at a corner have no line.
  ///   - x: where the columns are, in increasing order.
  ///   - y: where the rows are, likewise.
  ///   - check: called before each row of cells; what it throws ends the search.
  public static func line(
    _ values: [Double], x: [Double], y: [Double], level: Double, check: () throws -> Void
  ) rethrows -> (x: [Double], y: [Double]) {
    var xs: [Double] = []
    var ys: [Double] = []
    let columns = x.count
    precondition(values.count == columns * y.count)
    for row in 0..<max(y.count - 1, 0) {
      try check()
      for column in 0..<max(columns - 1, 0) {
        let place = row * columns + column
        // Around the cell, from the lower left corner.
        let corners = (values[place], values[place + 1], values[place + columns + 1], values[place + columns])
        let above = (corners.0 > level, corners.1 > level, corners.2 > level, corners.3 > level)
        if above.0 == above.1, above.1 == above.2, above.2 == above.3 { continue }
        if corners.0.isNaN || corners.1.isNaN || corners.2.isNaN || corners.3.isNaN { continue }
        // Between corners above and below lies the level; halves of the numbers have a difference.
        func share(_ a: Double, _ b: Double) -> Double { (level / 2 - a / 2) / (b / 2 - a / 2) }
        var crossings: [(Double, Double)] = []
        let (x0, x1, y0, y1) = (x[column], x[column + 1], y[row], y[row + 1])
        let (across, up) = (x0...x1, y0...y1)
        if above.0 != above.1 { crossings.append((across.value(at: share(corners.0, corners.1)), y0)) }
        if above.1 != above.2 { crossings.append((x1, up.value(at: share(corners.1, corners.2)))) }
        if above.2 != above.3 { crossings.append((across.value(at: 1 - share(corners.2, corners.3)), y1)) }
        if above.3 != above.0 { crossings.append((x0, up.value(at: 1 - share(corners.3, corners.0)))) }
        // At a saddle the middle decides which corners belong together.
        if crossings.count == 4 {
          let middle = corners.0 / 4 + corners.1 / 4 + corners.2 / 4 + corners.3 / 4 > level
          if middle != above.0 { crossings.append(crossings.removeFirst()) }
        }
        for pair in stride(from: 0, to: crossings.count, by: 2) {
          xs += [crossings[pair].0, crossings[pair + 1].0, .nan]
          ys += [crossings[pair].1, crossings[pair + 1].1, .nan]
        }
      }
    }
    return (xs, ys)
  }
}
