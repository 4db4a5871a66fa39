import Arrays
import NeuralNetwork
import Plotting
import Syntax

/// Samples as pictures take them: a list of numbers for each feature, a target for each sample.
struct PlotSamples {
  /// More distinct whole numbers are no classes.
  private static let mostClasses = 20

  /// `training` or `test`
  let name: String
  /// By feature.
  let features: [[Double]]
  /// Class labels, or numbers.
  let targets: [Double]
  /// The distinct labels in order; nil if the targets are numbers.
  let classes: [Double]?
  private let classNames: [String]

  /// The training samples, or those of the option `points`.
  init(_ input: CommandInput) throws {
    let model = input.model
    let wanted = try input.text("points") ?? "train"
    let isTest = wanted == "test"
    guard isTest || wanted == "train" else {
      throw input.at("points", Fault(.value, "points is train or test, not \(wanted)"))
    }
    let data = isTest ? try model.testData() : try model.trainingData()
    if isTest, data.inputsName != "X_test" {
      throw input.at("points", Fault(.network, "there are no test data", hint: "\(line: "split test=0.2 seed=42")"))
    }
    try self.init(data, model, name: isTest ? "test" : data.inputsName == "X_train" ? "training" : "")
  }

  private init(_ data: Model.Data, _ model: Model, name: String) throws {
    self.name = name
    classNames = model.classNames
    let inputs = PlotSamples.rows(data.inputs, model)
    let count = inputs.shape[0]
    let width = inputs.shape[1]
    let values = inputs.doubleValues
    features = (0..<width).map { feature in (0..<count).map { values[$0 * width + feature] } }
    let table = PlotSamples.rows(data.targets, model)
    guard table.shape[0] == count else {
      throw Fault(
        .value, "\(data.inputsName) has \(counted(count, "sample")), \(data.targetsName) has \(table.shape[0])")
    }
    targets = PlotSamples.labels(table)
    let distinct = Set(targets)
    let areClasses =
      distinct.count <= PlotSamples.mostClasses && distinct.allSatisfy { $0.isFinite && $0 == $0.rounded() }
    classes = areClasses ? distinct.sorted() : nil
  }

  var count: Int { targets.count }

  /// `class 1`, or what the file calls it.
  func text(of label: Double) -> String {
    guard let index = Int(exactly: label) else { return "class \(NumberText.short(label))" }
    return classNames.indices.contains(index) ? classNames[index] : "class \(index)"
  }

  /// Samples × features (or targets), whatever the convention; a 1-D array is a column.
  private static func rows(_ array: NDArray, _ model: Model) -> NDArray {
    if array.dimensions == 2 { return model.convention == .columns ? array.transposed : array }
    return NDArray(array.doubleValues, shape: [array.count, 1])
  }

  /// One number for each row: itself, or the place of the largest.
  private static func labels(_ table: NDArray) -> [Double] {
    let values = table.doubleValues
    let width = table.shape[1]
    if width == 1 { return values }
    return (0..<table.shape[0]).map { row in
      let sample = values[row * width..<(row + 1) * width]
      return Double(sample.indices.max { sample[$0] < sample[$1] }.map { $0 - row * width } ?? 0)
    }
  }

  /// A series of points for each class, or one coloured by the target.
  func series(_ x: [Double], _ y: [Double]) -> [Series] {
    let size = count > 20_000 ? 2.5 : count > 4_000 ? 4.0 : count > 400 ? 5.5 : 7.0
    guard let classes else {
      let shading = Shading.scale(Colormap(named: "viridis")!, span(targets))
      let colors = targets.map { shading.color($0) ?? .gray }
      return [Series(.points(x: x, y: y, PointStyle(.circle, size: size, colors, rim: .white)))]
    }
    return classes.enumerated().map { index, label in
      let members = targets.indices.filter { targets[$0] == label }
      let style = PointStyle(
        PointStyle.shape(index), size: size, [PlotSamples.color(index)], rim: .white)
      return Series(.points(x: members.map { x[$0] }, y: members.map { y[$0] }, style), name: text(of: label))
    }
  }

  /// Classes beyond the palette are lighter.
  static func color(_ index: Int) -> Color {
    let color = Palette.color(index)
    return index < Palette.colors.count ? color : color.mixed(with: .white, 0.4)
  }
}

/// From the smallest finite number to the largest.
func span(_ values: [Double]) -> ClosedRange<Double> {
  let finite = values.filter(\.isFinite)
  guard let low = finite.min(), let high = finite.max() else { return 0...1 }
  return low...high
}
