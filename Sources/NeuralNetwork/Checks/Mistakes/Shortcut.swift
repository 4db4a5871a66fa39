extension MistakeKind {
  static let shortcut = MistakeKind(
    "A - Y", "A - Y is dZ only of sigmoid or softmax with its cross-entropy; other pairs go through dA and g'(Z)."
  ) { d in
    guard let y = d.targets, let a = d.a(d.depth), let difference = a.minus(y), let loss = d.loss else { return [] }
    let formula = "\(d.text.a(d.depth)) - Y"
    switch d.name {
    case .activationGradient(d.depth) where d.isFused:
      return [
        Candidate(
          difference, formula, "A - Y, which is d\(d.text.z(d.depth)): dA has no derivative of the activation in it")
      ]
    default: break
    }
    guard !d.isFused, let (value, spread) = d.spread(layer: d.depth, difference, formula) else { return [] }
    return [
      Candidate(
        value, spread, "A - Y, which is \(d.text.dz(d.depth)) of a cross-entropy, where the loss is \(loss.name)")
    ]
  }
}
