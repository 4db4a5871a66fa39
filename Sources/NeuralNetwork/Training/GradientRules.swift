import CKernels

/// What a training does to the gradients between backward and step.
struct GradientRules {
  let l1: Double
  let l2: Double
  let clipNorm: Double?
  let clipValue: Double?

  init(_ options: TrainingOptions) {
    l1 = options.l1
    l2 = options.l2
    clipNorm = options.clipNorm
    clipValue = options.clipValue
  }

  var areNone: Bool { l1 == 0 && l2 == 0 && clipNorm == nil && clipValue == nil }

  /// Adds the penalties to the mean gradients, then clips.
  func apply(to layers: [DenseLayer]) {
    if l1 != 0 || l2 != 0 {
      for layer in layers { penalise(layer.weights) }
    }
    if let clipValue {
      for layer in layers {
        for parameter in layer.parameters {
          parameter.precision.kernels.pointee.clamp(parameter.gradient.bytes, parameter.count, clipValue)
        }
      }
    }
    if let clipNorm { clip(layers, to: clipNorm) }
  }

  private func penalise(_ weights: Parameter) {
    weights.precision.kernels.pointee.penalise(weights.gradient.bytes, weights.value.bytes, weights.count, l1, l2)
  }

  /// The norm over all parameters together, as PyTorch's `clip_grad_norm_`.
  private func clip(_ layers: [DenseLayer], to norm: Double) {
    let parameters = layers.flatMap(\.parameters)
    let sum = parameters.reduce(0) { $0 + $1.precision.kernels.pointee.squares($1.gradient.bytes, $1.count) }
    let factor = norm / (sum.squareRoot() + 1e-6)
    if !(factor < 1) { return }
    for parameter in parameters {
      parameter.precision.kernels.pointee.scale(parameter.gradient.bytes, parameter.count, factor)
    }
  }
}
