import Arrays
import NeuralNetwork
import Syntax

/// What `set` can change of the engine.
extension Setting {
  static let convention = choice(
    "convention", Convention.self, "how the samples of a batch lie in an array", { $0.model.convention },
    { input, convention in
      let model = input.model
      if convention == model.convention { return }
      if model.network != nil { throw NetworkError.conventionIsFixed }
      if model.hasData {
        throw Fault(.network, "the convention cannot change while there are data", hint: "\(line: "reset") first")
      }
      model.state.convention = convention
    })

  static let dtype = choice(
    "dtype", Precision.self, "the engine's numbers; lines stay float64", { $0.model.precision },
    { $0.model.setPrecision($1) })

  static let threads = number(
    "threads", 1...64, "threads that a large batch may be spread over", { $0.model.threads },
    { $0.model.setThreads($1) })
}

extension Model {
  /// Sets the engine's number type; the network that is there goes on in it.
  func setPrecision(_ precision: Precision) {
    state.precision = precision
    guard let network, network.declaration.precision != precision else { return }
    network.convert(to: precision)
    forgetPasses()
    bindParameters()
  }
}
