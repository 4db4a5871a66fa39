/// Numbers on a regular grid, each drawn as a cell of colour.
public struct Raster: Sendable, Equatable {
  /// Row by row, the first row at the lowest y. A NaN is not drawn.
  public var values: [Double]
  public var rows: Int
  public var columns: Int
  /// From the left edge of the first column to the right edge of the last.
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>
  public var shading: Shading
  /// 0 … 1
  public var opacity: Double

  public init(
    _ values: [Double], rows: Int, columns: Int, x: ClosedRange<Double>, y: ClosedRange<Double>, _ shading: Shading,
    opacity: Double = 1
  ) {
    precondition(values.count == rows * columns && rows > 0 && columns > 0)
    self.values = values
    self.rows = rows
    self.columns = columns
    self.x = x
    self.y = y
    self.shading = shading
    self.opacity = opacity
  }

  /// The same picture with cells cut into many where there are few: gnuplot draws no single row or column, and who shows its SVG
  /// would let large cells run into each other.
  var withSmallCells: Raster {
    let enough = 600
    let (down, across) = (max(1, enough / rows), max(1, enough / columns))
    guard down > 1 || across > 1 else { return self }
    var cut: [Double] = []
    cut.reserveCapacity(values.count * down * across)
    for row in 0..<rows {
      let line = values[row * columns..<(row + 1) * columns].flatMap { repeatElement($0, count: across) }
      for _ in 0..<down { cut += line }
    }
    return Raster(cut, rows: rows * down, columns: columns * across, x: x, y: y, shading, opacity: opacity)
  }

  /// The same numbers with a smooth change from each cell to its neighbours.
  public var smoothed: Raster {
    let size = 300
    func places(_ count: Int) -> [(index: Int, next: Int, share: Double)] {
      (0..<size).map { step in
        let place = max(0, min(Double(count - 1), (Double(step) + 0.5) / Double(size) * Double(count) - 0.5))
        let index = Int(place, within: 0...count - 1)
        return (index, min(index + 1, count - 1), place - Double(index))
      }
    }
    let across = places(columns)
    let result = places(rows).flatMap { row in
      across.map { column in
        func between(_ line: Int) -> Double {
          values[line * columns + column.index] * (1 - column.share) + values[line * columns + column.next]
            * column.share
        }
        return between(row.index) * (1 - row.share) + between(row.next) * row.share
      }
    }
    return Raster(result, rows: size, columns: size, x: x, y: y, shading, opacity: opacity)
  }

  /// The value of the cell at a place, nil outside.
  func value(_ px: Double, _ py: Double) -> Double? {
    let (shareX, shareY) = (x.share(of: px), y.share(of: py))
    guard shareX >= 0, shareX < 1, shareY >= 0, shareY < 1 else { return nil }
    let column = Int(shareX * Double(columns), within: 0...columns - 1)
    return values[Int(shareY * Double(rows), within: 0...rows - 1) * columns + column]
  }
}

/// How numbers become colours.
public enum Shading: Sendable, Equatable {
  /// The ends of the range get the ends of the map.
  case scale(Colormap, ClosedRange<Double>)
  /// Whole numbers: 0 the first colour.
  case classes([Color])
  /// Steps: the colour between two neighbouring levels; there is one level more than colours.
  case steps([Double], [Color])

  /// The colour of a number, nil if it has none.
  public func color(_ value: Double) -> Color? {
    guard !value.isNaN else { return nil }
    switch self {
    case .scale(let map, let range):
      return map[range.share(of: value)]
    case .classes(let colors):
      guard value >= 0, value < Double(colors.count) else { return nil }
      return colors[Int(value, within: 0...colors.count - 1)]
    case .steps(let levels, let colors):
      guard let first = levels.first, let last = levels.last, value >= first, value <= last else { return nil }
      let index = levels.firstIndex { value < $0 } ?? levels.count - 1
      return colors[min(index, colors.count) - 1]
    }
  }

  /// From the lowest number that has a colour to the highest.
  var range: ClosedRange<Double> {
    switch self {
    case .scale(_, let range): range
    case .classes(let colors): -0.5...(Double(colors.count) - 0.5)
    case .steps(let levels, _): levels.count < 2 ? 0...1 : .visible(levels[0], levels[levels.count - 1])
    }
  }
}
