import Arrays
import NeuralNetwork
import Plotting
import Syntax

extension PictureKind {
  static let boundary = PictureKind(
    word: "boundary", help: "regions of the classes, and the samples; points=test"
  ) { input in
    let network = try input.model.requireNetwork()
    guard network.declaration.inputs == 2 else {
      throw Fault(
        .network, "plot boundary draws networks with 2 inputs; this one has \(network.declaration.inputs)",
        hint: "\(line: "plot data") draws the first two features")
    }
    guard network.outputs == 1 || network.task == .multiclass else {
      throw Fault(.network, "plot boundary needs one output, or softmax; this network has \(network.outputs) outputs")
    }
    let samples = try PlotSamples(input)
    guard samples.features.count == 2 else {
      throw Fault(.network, "plot boundary needs samples with 2 features, not \(samples.features.count)")
    }
    return try BoundaryPicture(network, samples).picture()
  }
}

/// What a network answers over the plane of its two inputs.
private struct BoundaryPicture {
  private let network: Network
  private let samples: PlotSamples
  private let grid: PlaneGrid
  /// Samples × outputs over the grid.
  private let output: [Double]
  /// 0, 1, … for every point of the grid; for a regression the output itself.
  private let answers: [Double]

  init(_ network: Network, _ samples: PlotSamples) throws {
    self.network = network
    self.samples = samples
    grid = try PlaneGrid(samples.features[0], samples.features[1])
    let convention = network.declaration.convention
    let output = try network.output(grid.points(convention))
    self.output = (convention == .columns ? output.transposed : output).doubleValues
    answers = network.labels(output: output).doubleValues.map { network.task == .sign && $0 < 0 ? 0 : $0 }
  }

  func picture() throws -> Picture {
    var series = [Series(.raster(raster))]
    if network.task == .regression {
      series += samples.series(samples.features[0], samples.features[1])
    } else {
      series += samples.series(samples.features[0], samples.features[1])
      series += try lines()
    }
    var panel = Panel(
      series, title: network.task == .regression ? "What the network answers" : "What the network says where",
      x: Axis("feature 1", range: grid.xRange), y: Axis("feature 2", range: grid.yRange))
    if network.task == .regression { panel.colorBar = ColorBar(raster.shading, label: "output") }
    return Picture(Figure([panel]), sentence)
  }

  private var raster: Raster {
    let shading: Shading
    if network.task == .regression {
      shading = .scale(Colormap(named: "viridis")!, span(answers))
    } else {
      let count = network.task == .multiclass ? network.outputs : 2
      shading = .classes((0..<count).map { PlotSamples.color($0) })
    }
    return Raster(
      answers, rows: grid.y.count, columns: grid.x.count, x: grid.xRange, y: grid.yRange, shading,
      opacity: network.task == .regression ? 0.8 : 0.25)
  }

  /// Where the network is undecided.
  private func lines() throws -> [Series] {
    func line(_ heights: [Double], _ level: Double, _ name: String?) throws -> Series {
      let line = try Contour.line(heights, x: grid.x, y: grid.y, level: level, check: Cancellation.check)
      return Series(.line(x: line.x, y: line.y, LineStyle(.black, width: 1.5)), name: name)
    }
    switch network.task {
    case .binary: return [try line(output, 0.5, "probability 0.5")]
    case .sign: return [try line(output, 0, "output 0")]
    case .regression: return []
    case .multiclass:
      let width = network.outputs
      return try (0..<width).map { k in
        // How far class k is ahead of the best other one.
        let lead = stride(from: 0, to: output.count, by: width).map { start in
          var best = -Double.infinity
          for other in 0..<width where other != k { best = max(best, output[start + other]) }
          return output[start + k] - best
        }
        return try line(lead, 0, nil)
      }
    }
  }

  private var sentence: String {
    let kind = samples.name.isEmpty ? "" : samples.name + " "
    if network.task == .regression {
      let range = span(answers)
      return "outputs from \(NumberText.short(range.lowerBound, 3)) to \(NumberText.short(range.upperBound, 3)) "
        + "over the plane of the \(counted(samples.count, kind + "sample"))"
    }
    let said = Set(answers).count
    var words = said == 1 ? "one class everywhere" : "\(said) class regions"
    guard samples.classes != nil, let right = try? right else { return words }
    let share = NumberText.short(100 * Double(right) / Double(max(samples.count, 1)), 3)
    words += "; \(right) of \(samples.count) \(kind)samples (\(share)%) lie in the right one"
    return words
  }

  /// How many samples the network gives their own class.
  private var right: Int {
    get throws {
      let convention = network.declaration.convention
      let points = PlaneGrid.points(samples.features[0], samples.features[1], convention)
      return zip(try network.predict(points).doubleValues, samples.targets).count { $0 == $1 }
    }
  }
}
