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
