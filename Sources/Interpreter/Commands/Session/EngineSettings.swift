import Arrays
import NeuralNetwork

/// What `set` can change of the engine.
extension Setting {
  static let dtype = Setting(
    name: "dtype", values: Precision.allCases.map(\.rawValue).joined(separator: ", "),
    help: "the engine's numbers; lines stay float64",
    get: { $0.model.precision.rawValue },
    set: { input, item in
      guard let word = item.word, let precision = Precision(rawValue: word) else {
        throw Fault(.value, "dtype is float64 or float32", hint: "set dtype float32")
      }
      input.model.setPrecision(precision)
    })

  static let threads = Setting(
    name: "threads", values: "1 to \(mostThreads)", help: "threads that a large batch may be spread over",
    get: { "\($0.model.threads)" },
    set: { input, _ in
      guard let count = try input.int("value") else { return }
      guard (1...mostThreads).contains(count) else {
        throw Fault(.value, "threads must be 1 to \(mostThreads), not \(count)")
      }
      input.model.threads = count
    })

  private static let mostThreads = 64
}

extension Model {
  /// Sets the engine's number type; the network that is there goes on in it.
  func setPrecision(_ precision: Precision) {
    self.precision = precision
    guard let network, network.declaration.precision != precision else { return }
    network.convert(to: precision)
    forgetPasses()
    bindParameters()
  }
}
