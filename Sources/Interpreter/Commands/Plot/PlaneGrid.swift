import Arrays
import NeuralNetwork
import Plotting

/// A grid of points that covers samples of two features with a margin.
struct PlaneGrid {
  /// Of the columns, and of the rows.
  let x: [Double]
  let y: [Double]

  /// For data as wide as a few units, margin and step of the usual program: 0.5 and 0.01, `np.arange(min - 0.5, max + 0.5, 0.01)`.
  init(_ first: [Double], _ second: [Double]) throws {
    x = try PlaneGrid.places(span(first))
    y = try PlaneGrid.places(span(second))
  }

  private static func places(_ range: ClosedRange<Double>) throws -> [Double] {
    let extent = range.upperBound - range.lowerBound
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    guard extent > largest * 1e-10, extent < 1e300 else {
      let room = max(largest * 0.1, 0.5)
      let wide = ClosedRange.visible(range.lowerBound - room, range.upperBound + room)
      return (0..<100).map { wide.value(at: Double($0) / 99) }
    }
    let isUsual = (1.0...6.0).contains(extent)
    let margin = isUsual ? 0.5 : extent * 0.15
    let step = isUsual ? 0.01 : extent * 1.3 / 400
    return try NDArray.arange(range.lowerBound - margin, range.upperBound + margin, step: step).doubleValues
  }

  var xRange: ClosedRange<Double> { PlaneGrid.edges(x) }
  var yRange: ClosedRange<Double> { PlaneGrid.edges(y) }

  /// The points are the middles of cells.
  private static func edges(_ places: [Double]) -> ClosedRange<Double> {
    let half = (places[1] - places[0]) / 2
    return places[0] - half...places[places.count - 1] + half
  }

  /// All points, row by row, as a batch for the network.
  func points(_ convention: Convention) -> NDArray {
    var first: [Double] = []
    var second: [Double] = []
    first.reserveCapacity(x.count * y.count)
    second.reserveCapacity(x.count * y.count)
    for height in y {
      first += x
      second += repeatElement(height, count: x.count)
    }
    return PlaneGrid.points(first, second, convention)
  }

  static func points(_ first: [Double], _ second: [Double], _ convention: Convention) -> NDArray {
    if convention == .columns { return NDArray(first + second, shape: [2, first.count]) }
    let batch = NDArray(uninitialized: [first.count, 2], .float64)
    for i in first.indices {
      batch.doubles[2 * i] = first[i]
      batch.doubles[2 * i + 1] = second[i]
    }
    return batch
  }
}
