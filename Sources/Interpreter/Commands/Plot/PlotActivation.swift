import Arrays
import NeuralNetwork
import Plotting

/// `plot relu`, `plot relu tanh`: functions and their derivatives.
enum ActivationPicture {
  static func picture(_ kinds: [ActivationKind]) throws -> Picture {
    let z = (0...400).map { -5 + Double($0) / 40 }
    var series: [Series] = []
    for (index, kind) in kinds.enumerated() {
      let (value, slope) = curves(kind, z)
      let color = Palette.color(kinds.count == 1 ? 0 : index)
      series.append(Series(.line(x: z, y: value, LineStyle(color, width: 2.5)), name: kind.name))
      series.append(
        Series(
          .line(x: z, y: slope, LineStyle(kinds.count == 1 ? Palette.color(1) : color, width: 2, dash: .dashed)),
          name: kind.name + "'"))
    }
    let names = kinds.map(\.name)
    let panel = Panel(
      series, title: names.count == 1 ? "\(names[0]), its derivative dashed" : "\(list(names)), derivatives dashed",
      x: Axis("z"), hasGrid: true)
    let sentence =
      kinds.count == 1
      ? "\(kinds[0].documentation.formula) and its derivative, for z from -5 to 5"
      : "\(list(names)) and their derivatives, for z from -5 to 5"
    return Picture(Figure([panel]), sentence)
  }

  /// The function and its derivative. Of softmax: the first output for the sample [z, 0], by its own z.
  private static func curves(_ kind: ActivationKind, _ z: [Double]) -> (value: [Double], slope: [Double]) {
    let activation = Activation(kind)
    guard kind.isRowWise else {
      let points = NDArray(z)
      return (activation(points).doubleValues, activation.derivative(points).doubleValues)
    }
    let points = NDArray(z.flatMap { [$0, 0] }, shape: [z.count, 2])
    let values = activation(points).doubleValues
    let slopes = activation.derivative(points).doubleValues
    return (z.indices.map { values[2 * $0] }, z.indices.map { slopes[4 * $0] })
  }
}
