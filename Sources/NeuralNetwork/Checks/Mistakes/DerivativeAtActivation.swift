extension MistakeKind {
  static let derivativeAtActivation = MistakeKind(
    "derivative at A",
    "The derivative is taken at the activation A instead of the pre-activation Z, or its formula in A is given Z."
  ) { d in
    guard let layer = d.derivativeLayer, layer < d.depth || !d.isFused, let z = d.z(layer), let a = d.a(layer),
      let da = d.da(layer), !d.activation(layer).kind.isRowWise
    else { return [] }
    let own = d.activation(layer)
    let (daText, zText, aText) = (d.text.da(layer), d.text.z(layer), d.text.a(layer))
    var result: [Candidate] = []
    if let (value, formula) = d.spread(layer: layer, d.through(own, a, da), "\(daText) * \(own.name)'(\(aText))") {
      result.append(Candidate(value, formula, "\(own.name)' taken at \(aText) instead of \(zText)"))
    }
    // Formulas in A, given Z.
    let slope: ((Double) -> Double, String)? =
      switch own.name {
      case "sigmoid": ({ $0 * (1 - $0) }, "\(zText) * (1 - \(zText))")
      case "tanh": ({ 1 - $0 * $0 }, "(1 - \(zText) ** 2)")
      default: nil
      }
    if let (slope, factor) = slope,
      let (value, formula) = d.spread(layer: layer, da.combined(z.map(slope), *), "\(daText) * \(factor)")
    {
      result.append(Candidate(value, formula, "the formula of \(own.name)' in \(aText) with \(zText) in its place"))
    }
    return result
  }
}
