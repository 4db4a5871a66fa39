import Arrays
import Plotting

/// `plot A B`: the numbers of one array over those of another; further arrays are further lines.
enum PairPicture {
  static func picture(_ names: [String], _ arrays: [NDArray]) throws -> Picture {
    let x = try column(names[0], arrays[0])
    let isSorted = zip(x, x.dropFirst()).allSatisfy { $0 <= $1 } && x.count > 1
    var series: [Series] = []
    for (name, array) in zip(names, arrays).dropFirst() {
      for (part, y) in try columns(name, array, count: x.count, other: names[0]).enumerated() {
        let color = Palette.color(series.count)
        let title = array.dimensions == 2 && array.shape[1] > 1 ? "\(name)[:, \(part)]" : name
        series.append(
          isSorted
            ? Series(.line(x: x, y: y, LineStyle(color)), name: title)
            : Series(
              .points(x: x, y: y, PointStyle(PointStyle.shape(series.count), size: 6, [color])), name: title))
      }
    }
    let others = names.dropFirst().joined(separator: ", ")
    let panel = Panel(
      series, title: "\(others) over \(names[0])", x: Axis(names[0]), y: Axis(names.count == 2 ? names[1] : nil),
      hasLegend: series.count > 1, hasGrid: true)
    return Picture(Figure([panel]), sentence(names, arrays, x, isSorted))
  }

  private static func sentence(_ names: [String], _ arrays: [NDArray], _ x: [Double], _ isSorted: Bool) -> String {
    var words = "\(names.dropFirst().joined(separator: ", ")) over \(names[0]), \(counted(x.count, "point"))"
    guard names.count == 2, arrays[1].count == x.count, x.count > 2 else { return words }
    let y = arrays[1].doubleValues
    let (middleX, middleY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      xy += (a - middleX) * (b - middleY)
      xx += (a - middleX) * (a - middleX)
      yy += (b - middleY) * (b - middleY)
    }
    let correlation = xy / (xx * yy).squareRoot()
    if correlation.isFinite { words += ", correlation \(NumberText.short(correlation, 2))" }
    return words
  }

  private static func column(_ name: String, _ array: NDArray) throws -> [Double] {
    guard array.dimensions == 1 || (array.dimensions == 2 && min(array.shape[0], array.shape[1]) == 1) else {
      throw Fault(
        .value, "plot needs one number for each point on the x axis; \(name) has the shape \(array.shape.text)")
    }
    guard array.count > 0 else { throw Fault(.value, "\(name) is empty: there is nothing to draw") }
    return array.doubleValues
  }

  /// The lines of an array: itself, or its columns.
  private static func columns(_ name: String, _ array: NDArray, count: Int, other: String) throws -> [[Double]] {
    let values = array.doubleValues
    if array.count == count { return [values] }
    guard array.dimensions == 2, array.shape[0] == count, array.shape[1] <= 20 else {
      throw Fault(
        .value, "\(name) of shape \(array.shape.text) does not fit to the \(counted(count, "value")) of \(other)")
    }
    let width = array.shape[1]
    return (0..<width).map { part in (0..<count).map { values[$0 * width + part] } }
  }
}
