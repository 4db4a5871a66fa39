import Arrays
import NeuralNetwork
import Plotting
import Syntax

extension PictureKind {
  static let gradients = PictureKind(word: "gradients", help: "how large the gradients of each layer's weights are") {
    input in
    let network = try input.model.requireNetwork()
    var panels: [Panel] = []
    var sizes: [String] = []
    for layer in stride(from: 1, through: network.depth, by: 1) {
      guard let array = network.value(.weightsGradient(layer)) else { continue }
      let name = EngineName.weightsGradient(layer).text(input.model.convention)
      panels.append(try Histogram.panel(array.doubleValues, title: name, color: Palette.color(layer - 1)))
      sizes.append("\(name) \(NumberText.short(Statistics(array).meanMagnitude, 2))")
    }
    guard !panels.isEmpty else {
      throw Fault(.network, "the gradients are not computed yet", hint: "run \(input.model.passes(to: "backward"))")
    }
    let columns = panels.count == 4 ? 2 : min(panels.count, 3)
    let rows = (panels.count + columns - 1) / columns
    let figure = Figure(
      panels, columns: columns, size: PictureSize(panels.count == 1 ? 720 : 360 * columns, 320 * rows))
    let shown = sizes.prefix(6).joined(separator: ", ") + (sizes.count > 6 ? ", …" : "")
    return Picture(figure, "mean size of the gradients: \(shown)")
  }
}

/// How often numbers of each size occur.
enum Histogram {
  static func panel(_ values: [Double], title: String, color: Color) throws -> Panel {
    let finite = values.filter(\.isFinite)
    let bars = try bars(finite, bins: min(40, max(8, finite.count / 4)), color)
    return Panel(
      [Series(bars)], title: title, x: Axis("value"), y: Axis("count", isWhole: true), hasLegend: false, hasGrid: true)
  }

  /// - Parameter bins: how many, between the smallest number and the largest or within `range`.
  static func bars(_ values: [Double], bins: Int, range: (Double, Double)? = nil, _ color: Color) throws -> Mark {
    let numbers = NDArray(values)
    let edges = try numbers.histogramEdges(bins: bins, range: range)
    let counts = try numbers.histogram(edges: edges, isUniform: true).doubleValues
    let places = edges.doubleValues
    let centers = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
    return .bars(x: centers, heights: counts, width: places[1] - places[0], color)
  }
}
