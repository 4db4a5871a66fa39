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

  /// Takes sums over a batch of `samples` to the mean, adds the penalties, then clips.
  func apply(to layers: [DenseLayer], samples: Int) {
    let scale = 1 / Double(samples)
    for layer in layers {
      Self.scale(layer.weights, by: scale)
      Self.scale(layer.bias, by: scale)
      if l1 != 0 || l2 != 0 { penalise(layer.weights) }
    }
    if let clipValue {
      for layer in layers {
        Self.cut(layer.weights, to: clipValue)
        Self.cut(layer.bias, to: clipValue)
      }
    }
    if let clipNorm { clip(layers, to: clipNorm) }
  }

  private func penalise(_ weights: Parameter) {
    let (w, g) = (weights.value.doubles, weights.gradient.doubles)
    for i in 0..<weights.count { g[i] += l2 * w[i] + (w[i] > 0 ? l1 : w[i] < 0 ? -l1 : 0) }
  }

  /// The norm over all parameters together, as PyTorch's `clip_grad_norm_`.
  private func clip(_ layers: [DenseLayer], to norm: Double) {
    var sum = 0.0
    for layer in layers { sum += Self.squares(layer.weights) + Self.squares(layer.bias) }
    let factor = norm / (sum.squareRoot() + 1e-6)
    if !(factor < 1) { return }
    for layer in layers {
      Self.scale(layer.weights, by: factor)
      Self.scale(layer.bias, by: factor)
    }
  }

  private static func squares(_ parameter: Parameter) -> Double {
    let g = parameter.gradient.doubles
    var sum = 0.0
    for i in 0..<parameter.count { sum += g[i] * g[i] }
    return sum
  }

  private static func scale(_ parameter: Parameter, by factor: Double) {
    let g = parameter.gradient.doubles
    for i in 0..<parameter.count { g[i] *= factor }
  }

  private static func cut(_ parameter: Parameter, to limit: Double) {
    let g = parameter.gradient.doubles
    for i in 0..<parameter.count { g[i] = g[i] > limit ? limit : g[i] < -limit ? -limit : g[i] }
  }
}
