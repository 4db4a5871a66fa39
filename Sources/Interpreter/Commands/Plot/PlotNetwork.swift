import Arrays
import NeuralNetwork
import Plotting

extension PictureKind {
  static let network = PictureKind(
    word: "network", help: "neurons, edges: blue negative, orange positive, thick large"
  ) { input in
    let network = try input.model.requireNetwork()
    guard network.depth > 0 else { throw NetworkError.noLayers }
    return NetworkPicture(network).picture
  }
}

/// Layers from left to right, neurons as circles, weights as lines.
private struct NetworkPicture {
  /// Of a wider layer only the first ones are drawn.
  private static let mostNeurons = 16

  private let network: Network
  /// Neurons by layer, the input first.
  private let widths: [Int]
  /// W of each layer, inputs × units.
  private let weights: [NDArray]
  private let largest: Double

  init(_ network: Network) {
    self.network = network
    let isTurned = network.declaration.convention == .columns
    weights = (1...network.depth).compactMap { layer in
      network.parameter(.weights(layer)).map { isTurned ? $0.transposed : $0 }
    }
    widths = [network.declaration.inputs] + weights.map { $0.shape[1] }
    largest = weights.flatMap(\.doubleValues).map(abs).filter(\.isFinite).max() ?? 0
  }

  var picture: Picture {
    let quiet = Color(0x555555)
    var labels: [Label] = []
    var nodes: (x: [Double], y: [Double]) = ([], [])
    for (layer, width) in widths.enumerated() {
      for neuron in 0..<shown(layer) {
        nodes.x.append(Double(layer))
        nodes.y.append(height(layer, neuron))
      }
      let bottom = height(layer, shown(layer) - 1)
      if width > shown(layer) {
        labels.append(Label("… \(width)", x: Double(layer), y: bottom - 0.07, quiet, size: 11, room: 0.9))
      }
      labels.append(Label(names[layer], x: Double(layer), y: 1.15, size: 11, room: 0.9))
      labels.append(Label("\(width)", x: Double(layer), y: 1.07, quiet, size: 10, room: 0.9))
    }
    let style = PointStyle(.circle, size: widths.max()! > 10 ? 11 : 16, [.white], rim: .black)
    let series = edges + [Series(.points(x: nodes.x, y: nodes.y, style)), Series(.labels(labels))]
    let panel = Panel(
      series, x: Axis(range: -0.5...Double(widths.count - 1) + 0.5, isHidden: true),
      y: Axis(range: -0.1...1.2, isHidden: true), hasLegend: false,
      colorBar: largest > 0 ? ColorBar(.scale(.blueOrange, -largest...largest), label: "weight") : nil)
    return Picture(Figure([panel]), sentence)
  }

  /// Lines of about the same weight are one series: gnuplot takes it as one.
  private var edges: [Series] {
    let steps = 8
    var lines = [Int: (x: [Double], y: [Double])]()
    for (layer, matrix) in weights.enumerated() {
      let values = matrix.doubleValues
      let units = matrix.shape[1]
      for from in 0..<shown(layer) {
        for to in 0..<shown(layer + 1) {
          let weight = values[from * units + to]
          guard weight.isFinite, largest > 0 else { continue }
          let step = Int((weight / largest * Double(steps)).rounded(), within: -steps...steps)
          lines[step, default: ([], [])].x += [Double(layer), Double(layer + 1), .nan]
          lines[step]!.y += [height(layer, from), height(layer + 1, to), .nan]
        }
      }
    }
    // The strongest last: they cover the others.
    return lines.keys.sorted { (abs($0), $0) < (abs($1), $1) }.map { step in
      let share = Double(step) / Double(steps)
      let color = Colormap.blueOrange[(share + 1) / 2].mixed(with: .gray, step == 0 ? 0.3 : 0.1)
      return Series(.line(x: lines[step]!.x, y: lines[step]!.y, LineStyle(color, width: 0.5 + 4 * abs(share))))
    }
  }

  private func shown(_ layer: Int) -> Int { min(widths[layer], NetworkPicture.mostNeurons) }

  /// From top to bottom within 0 … 1, the layer in the middle.
  private func height(_ layer: Int, _ neuron: Int) -> Double {
    let most = widths.indices.map(shown).max()!
    let room = 1 / Double(max(most, 4))
    return 0.5 + (Double(shown(layer) - 1) / 2 - Double(neuron)) * room
  }

  private var names: [String] {
    let dense = network.declaration.layers.compactMap { layer -> String? in
      if case .dense(_, let activation) = layer { return activation.name }
      return nil
    }
    return ["input"] + dense
  }

  private var sentence: String {
    var strongest: (value: Double, name: String)?
    for (layer, matrix) in weights.enumerated() {
      let units = matrix.shape[1]
      for (place, weight) in matrix.doubleValues.enumerated() where abs(weight) > abs(strongest?.value ?? 0) {
        let (from, to) = (place / units, place % units)
        let isTurned = network.declaration.convention == .columns
        strongest = (weight, "W\(layer + 1)[\(isTurned ? to : from), \(isTurned ? from : to)]")
      }
    }
    var words =
      "\(widths.map(String.init).joined(separator: " -> ")) neurons, \(counted(network.parameterCount, "parameter"))"
    if let strongest {
      words += "; the strongest weight is \(strongest.name) = \(NumberText.short(strongest.value, 3))"
    }
    return words
  }
}
