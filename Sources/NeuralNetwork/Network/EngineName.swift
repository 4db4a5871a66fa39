/// A name the engine binds, in either convention's spelling: `Z1`/`z1`, `dA2`/`da2`, `W1`, `yhat`, `loss`, `m`.
public enum EngineName: Hashable, Sendable {
  /// Layers count from 1.
  case weights(Int)
  case bias(Int)
  /// Layer 0 is the input.
  case activation(Int)
  case preactivation(Int)
  case prediction
  case activationGradient(Int)
  case preactivationGradient(Int)
  case weightsGradient(Int)
  case biasGradient(Int)
  case loss
  case batchSize
}

extension EngineName {
  /// The name's meaning, nil if it is no engine name of this convention. `yhat` and `ŷ` are the prediction.
  public init?(_ text: String, convention: Convention) {
    switch text {
    case "yhat", "ŷ": self = .prediction
    case "loss": self = .loss
    case "m": self = .batchSize
    default:
      let digits = text.reversed().prefix { ("0"..."9").contains($0) }.count
      let stem = String(text.dropLast(digits))
      let number = text.suffix(digits)
      // No leading zeros: `W01` is a user's name. No network has a million layers.
      guard digits <= 6, let layer = Int(number), !number.hasPrefix("0") || (layer == 0 && digits == 1) else {
        return nil
      }
      let z = convention == .rows ? "Z" : "z"
      let a = convention == .rows ? "A" : "a"
      switch stem {
      case a: self = .activation(layer)
      case _ where layer == 0: return nil
      case "W": self = .weights(layer)
      case "b": self = .bias(layer)
      case z: self = .preactivation(layer)
      case "d" + a: self = .activationGradient(layer)
      case "d" + z: self = .preactivationGradient(layer)
      case "dW": self = .weightsGradient(layer)
      case "db": self = .biasGradient(layer)
      default: return nil
      }
    }
  }

  /// As it is written in this convention.
  public func text(_ convention: Convention) -> String {
    let z = convention == .rows ? "Z" : "z"
    let a = convention == .rows ? "A" : "a"
    return switch self {
    case .weights(let layer): "W\(layer)"
    case .bias(let layer): "b\(layer)"
    case .activation(let layer): "\(a)\(layer)"
    case .preactivation(let layer): "\(z)\(layer)"
    case .prediction: "yhat"
    case .activationGradient(let layer): "d\(a)\(layer)"
    case .preactivationGradient(let layer): "d\(z)\(layer)"
    case .weightsGradient(let layer): "dW\(layer)"
    case .biasGradient(let layer): "db\(layer)"
    case .loss: "loss"
    case .batchSize: "m"
    }
  }
}

extension EngineName {
  /// Whether it is `W1`, `b1`, ….
  public var isParameter: Bool {
    switch self {
    case .weights, .bias: true
    default: false
    }
  }

  /// Whether a pass computes it.
  public var isResult: Bool { !isParameter }

  /// The layer it belongs to; 0 is the input.
  public var layer: Int? {
    switch self {
    case .weights(let layer), .bias(let layer), .activation(let layer), .preactivation(let layer),
      .activationGradient(let layer), .preactivationGradient(let layer), .weightsGradient(let layer),
      .biasGradient(let layer):
      layer
    case .prediction, .loss, .batchSize: nil
    }
  }
}
