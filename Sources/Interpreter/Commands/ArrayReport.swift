import Arrays
import Plotting
import Support

/// How commands show an array: name, shape and type, then the numbers as NumPy prints them, coloured by sign and size; of a large one the
/// corners and statistics.
enum ArrayReport {
  /// Arrays of more elements are shown by their corners and statistics.
  static let largest = 200
  /// No line is wider.
  static let width = 79

  static func report(_ name: String, _ array: NDArray, options: PrintOptions) -> StyledText {
    let kind = array.shape.text + (array.dtype == .float64 ? "" : " \(array.dtype.name)")
    return report(name, kind, array, options)
  }

  /// `kind` stands behind the name: the shape, or what else the numbers came in.
  static func report(_ name: String, _ kind: String, _ array: NDArray, _ options: PrintOptions) -> StyledText {
    var text = StyledText(TextWidth.shortened(name, to: width - kind.screenWidth - 1), .strong)
    text.append((name.isEmpty ? "" : " ") + kind + "\n", .dim)
    let summary = Statistics(array, onlyFinite: true)
    let scale = max(abs(summary.minimum), abs(summary.maximum))
    text.append(HeatText.styled(numbers(array, options), scale: scale))
    text.append("\n")
    if array.count > largest { text.append(statistics(summary, array.dtype) + "\n", .dim) }
    return text
  }

  /// NumPy's text, of a large array the corners. `suppress` gives way where it would make lines too wide.
  private static func numbers(_ array: NDArray, _ given: PrintOptions) -> String {
    var options = given
    options.threshold = min(options.threshold, largest)
    options.edgeItems = min(options.edgeItems, 5)
    options.lineWidth = min(options.lineWidth, width)
    let text = Arrays.text(of: array, options: options)
    let isWide = text.split(separator: "\n").contains { $0.utf8.count > width }
    guard isWide else { return text }
    options.suppress = false
    options.precision = min(options.precision, 8)
    options.floatMode = .maxprec
    return Arrays.text(of: array, options: options)
  }

  /// `mean 0.012  std 0.98  min -3.2  max 3.1  zeros 0%`; what is no finite number is counted beside it.
  private static func statistics(_ summary: Statistics, _ type: DType) -> String {
    func percent(_ share: Double) -> String { NumberText.short(100 * share, 3) + "%" }
    if type == .bool { return "True \(percent(summary.mean))" }
    func short(_ number: Double) -> String { NumberText.short(number, 4) }
    var line =
      "mean \(short(summary.mean))  std \(short(summary.deviation))  min \(short(summary.minimum))  "
      + "max \(short(summary.maximum))  zeros \(percent(summary.zeroShare))"
    if summary.nans > 0 || summary.infinities > 0 {
      line = summary.count == 0 ? "" : line + "\n"
      line += "left out of these: \(summary.nans) nan, \(summary.infinities) inf"
      if summary.count == 0 { line = "no finite number: \(summary.nans) nan, \(summary.infinities) inf" }
    }
    return line
  }
}
