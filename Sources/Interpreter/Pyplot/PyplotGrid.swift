import Arrays
import Plotting

/// Z over X and Y: arrays as `np.meshgrid` makes them, or the places of columns and rows.
struct PyplotGrid {
  /// Of the columns and of the rows, in increasing order: the middles of the cells, or the edges around them, one more.
  let x: [Double]
  let y: [Double]
  let values: [Double]
  let hasEdges: Bool
  /// Whether X and Y were given.
  let hasPlaces: Bool
  private let columns: Int
  private let rows: Int

  /// - Parameter mayHaveEdges: whether X and Y may be one more than the columns and rows.
  init(_ call: Call, mayHaveEdges: Bool = false) throws {
    guard case .tuple(let arguments) = call[0], (1...4).contains(arguments.items.count) else {
      throw Fault(.type, "\(call.builtin.name) needs Z, or X, Y and Z")
    }
    hasPlaces = arguments.items.count > 2
    let z = try makeArray(arguments.items[hasPlaces ? 2 : 0])
    let least = mayHaveEdges && hasPlaces ? 1 : 2
    guard z.dimensions == 2, z.shape[0] >= least, z.shape[1] >= least else {
      throw Fault(
        .value, "\(call.builtin.name): Z must be a matrix of \(least) × \(least) or more, not of shape \(z.shape.text)",
        hint: "Z.reshape(xx.shape)")
    }
    values = z.doubleValues
    (rows, columns) = (z.shape[0], z.shape[1])
    guard hasPlaces else {
      x = (0..<columns).map(Double.init)
      y = (0..<rows).map(Double.init)
      hasEdges = false
      return
    }
    let (first, second) = (try makeArray(arguments.items[0]), try makeArray(arguments.items[1]))
    let more = mayHaveEdges && PyplotGrid.length(first, isX: true) == columns + 1 ? 1 : 0
    hasEdges = more == 1
    x = try PyplotGrid.places(call, first, "X", rows + more, columns + more, z, isX: true)
    y = try PyplotGrid.places(call, second, "Y", rows + more, columns + more, z, isX: false)
    guard x.count > 1, y.count > 1 else {
      throw Fault(.value, "\(call.builtin.name): Z must be a matrix of 2 × 2 or more, not of shape \(z.shape.text)")
    }
  }

  private static func length(_ array: NDArray, isX: Bool) -> Int? {
    array.dimensions == 2 ? array.shape[isX ? 1 : 0] : array.dimensions == 1 ? array.count : nil
  }

  private static func places(
    _ call: Call, _ array: NDArray, _ name: String, _ rows: Int, _ columns: Int, _ z: NDArray, isX: Bool
  ) throws -> [Double] {
    let values = array.doubleValues
    var places: [Double]
    if array.dimensions == 2, array.shape[0] == rows, array.shape[1] == columns {
      places = isX ? Array(values[..<columns]) : (0..<rows).map { values[$0 * columns] }
    } else if array.dimensions == 1, values.count == (isX ? columns : rows) {
      places = values
    } else {
      throw Fault(
        .value,
        "\(call.builtin.name): \(name) of shape \(array.shape.text) does not fit to Z of \(z.shape.text)")
    }
    guard places.allSatisfy(\.isFinite), zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Fault(.value, "\(call.builtin.name): \(name) must be finite and increase")
    }
    return places
  }

  /// Cells of equal size. A coarse or uneven grid is resampled: `isSmooth` between its points, else by the nearest.
  func raster(_ shading: Shading, opacity: Double, isSmooth: Bool) throws -> Raster {
    let isEven = PyplotGrid.isEven(x) && PyplotGrid.isEven(y)
    if isEven, !isSmooth || min(x.count, y.count) >= 150 {
      let (dx, dy) = hasEdges ? (0, 0) : ((x[1] - x[0]) / 2, (y[1] - y[0]) / 2)
      return Raster(
        values, rows: rows, columns: columns, x: .visible(x[0] - dx, x[x.count - 1] + dx),
        y: .visible(y[0] - dy, y[y.count - 1] + dy), shading, opacity: opacity)
    }
    let size = 300
    let across = (0..<size).map { PyplotGrid.place(x, (Double($0) + 0.5) / Double(size)) }
    // What lies between two numbers must not leave their range by a rounding: it would have no colour.
    let range = span(values)
    var resampled: [Double] = []
    resampled.reserveCapacity(size * size)
    for row in 0..<size {
      let (below, up) = PyplotGrid.place(y, (Double(row) + 0.5) / Double(size))
      for (left, right) in across {
        func value(_ r: Int, _ c: Int) -> Double { values[r * columns + c] }
        if hasEdges {
          resampled.append(value(below, left))
        } else if isSmooth {
          let low = value(below, left) * (1 - right) + value(below, left + 1) * right
          let high = value(below + 1, left) * (1 - right) + value(below + 1, left + 1) * right
          let between = low * (1 - up) + high * up
          resampled.append(between.isFinite ? min(max(between, range.lowerBound), range.upperBound) : between)
        } else {
          resampled.append(value(up < 0.5 ? below : below + 1, right < 0.5 ? left : left + 1))
        }
      }
    }
    return Raster(
      resampled, rows: size, columns: size, x: x[0]...x[x.count - 1], y: y[0]...y[y.count - 1], shading,
      opacity: opacity)
  }

  private static func isEven(_ places: [Double]) -> Bool {
    let step = (places[places.count - 1] - places[0]) / Double(places.count - 1)
    return zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - step) <= 0.01 * step }
  }

  /// Between which places a share of the whole lies, and how far.
  private static func place(_ places: [Double], _ share: Double) -> (index: Int, share: Double) {
    let target = (places[0]...places[places.count - 1]).value(at: share)
    var (low, high) = (0, places.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle] <= target { low = middle } else { high = middle }
    }
    return (low, min(1, max(0, (places[low]...places[low + 1]).share(of: target))))
  }
}
