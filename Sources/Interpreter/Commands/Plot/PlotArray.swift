import Arrays
import Glibc
import Plotting
import Syntax

/// `plot W1`, `plot losses`: one array.
enum ArrayPicture {
  /// A matrix of no more elements has its numbers written into its cells.
  private static let mostNumbers = 120

  static func picture(_ name: String, _ array: NDArray) throws -> Picture {
    guard array.count > 0 else { throw Fault(.value, "\(name) is empty: there is nothing to draw") }
    switch array.dimensions {
    case 0: throw Fault(.value, "\(name) is a single number: there is nothing to draw", hint: "\(line: "show \(name)")")
    case 1: return line(name, array.doubleValues)
    case 2:
      // A long column is a list of numbers.
      if min(array.shape[0], array.shape[1]) == 1, array.count > 20 { return line(name, array.doubleValues) }
      return heatMap(name, array)
    default:
      throw Fault(
        .value, "plot draws arrays of one or two dimensions; \(name) has \(array.dimensions)",
        hint: "draw a part: \(line: "plot \(name)[0]")")
    }
  }

  private static func line(_ name: String, _ values: [Double]) -> Picture {
    let places = values.indices.map(Double.init)
    let isShort = values.count <= 40
    var series: [Series] = []
    if values.count > 1 { series.append(Series(.line(x: places, y: values, LineStyle(Palette.color(0))))) }
    if isShort {
      series.append(Series(.points(x: places, y: values, PointStyle(.circle, size: 6, [Palette.color(0)]))))
    }
    let panel = Panel(series, title: name, x: Axis("index", isWhole: true), y: Axis(name), hasGrid: true)
    var sentence = "\(name), \(counted(values.count, "value"))"
    let finite = values.filter(\.isFinite)
    if let first = values.first, let last = values.last, !finite.isEmpty {
      let range = span(values)
      sentence += ": from \(text(first)) to \(text(last))"
      sentence += ", smallest \(text(range.lowerBound)), largest \(text(range.upperBound))"
    }
    if finite.count < values.count { sentence += "; \(values.count - finite.count) are not finite" }
    return Picture(Figure([panel]), sentence)
  }

  private static func heatMap(_ name: String, _ array: NDArray) -> Picture {
    let (rows, columns) = (array.shape[0], array.shape[1])
    let values = array.doubleValues
    let range = span(values)
    let hasSigns = range.lowerBound < 0
    let extreme = max(abs(range.lowerBound), abs(range.upperBound))
    let shading: Shading =
      hasSigns ? .scale(.blueOrange, -extreme...extreme) : .scale(Colormap(named: "cividis")!, range)
    let raster = Raster(
      values, rows: rows, columns: columns, x: -0.5...Double(columns) - 0.5, y: -0.5...Double(rows) - 0.5, shading)
    var series = [Series(.raster(raster))]
    if values.count <= mostNumbers, columns <= 12, rows <= 16 {
      var labels: [Label] = []
      for (place, value) in values.enumerated() {
        let color = shading.color(value) ?? .white
        labels.append(
          Label(
            cellText(value, extreme), x: Double(place % columns), y: Double(place / columns),
            color.isDark ? .white : .black, size: 11, room: 0.9))
      }
      series.append(Series(.labels(labels)))
    }
    let panel = Panel(
      series, title: "\(name), \(rows) × \(columns)", x: Axis("column", ticks: ticks(columns), isWhole: true),
      y: Axis("row", ticks: ticks(rows), isReversed: true, isWhole: true), hasLegend: false,
      colorBar: ColorBar(shading))
    var sentence = "\(name), \(rows) × \(columns): from \(text(range.lowerBound)) to \(text(range.upperBound))"
    let finite = values.indices.filter { values[$0].isFinite }
    if let largest = finite.max(by: { abs(values[$0]) < abs(values[$1]) }) {
      sentence += "; the largest in size is \(name)[\(largest / columns), \(largest % columns)]"
    }
    return Picture(Figure([panel]), sentence)
  }

  /// A number as its cell shows it: two or three digits of the largest one, and no more of the
  /// others; exact ones without zeros at the end.
  private static func cellText(_ value: Double, _ extreme: Double) -> String {
    guard value.isFinite, extreme > 0, (1e-4..<1e5).contains(extreme) else { return NumberText.short(value, 2) }
    let power = Int(log10(extreme).rounded(.down), within: -5...5)
    let decimals = extreme < 1 ? 1 - power : max(0, 2 - power)
    let text = NumberText.fixed(value, decimals)
    return Double(text) == value ? NumberText.short(value, 6) : text
  }

  /// Whole numbers, at most about 15 of them.
  private static func ticks(_ count: Int) -> [Axis.Tick] {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { count / $0 <= 15 } ?? count
    return stride(from: 0, to: count, by: max(step, 1)).map { Axis.Tick(Double($0), "\($0)") }
  }

  private static func text(_ value: Double) -> String { NumberText.short(value, 3) }
}
