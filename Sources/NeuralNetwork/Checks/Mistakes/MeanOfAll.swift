extension MistakeKind {
  static let meanOfAll = MistakeKind(
    "sum of all", "One sum or mean over samples and units together, where each unit has its own."
  ) { d in
    guard case .biasGradient(let layer) = d.name, let dz = d.dz(layer), let m = d.m, dz.columns > 1 else { return [] }
    let what = "taken over samples and units together: the axis is missing, axis=\(d.text.convention.samplesAxis)"
    let name = d.text.dz(layer)
    func candidate(_ value: Double, _ formula: String, _ noun: String) -> Candidate {
      Candidate(Matrix(1, 1, [value]), dimensions: 0, formula, "a \(noun) \(what)")
    }
    return [
      candidate(dz.sum / Double(m), "\(name).sum() / m", "sum"),
      candidate(dz.sum, "\(name).sum()", "sum"),
      candidate(dz.sum / Double(dz.values.count), "\(name).mean()", "mean"),
    ]
  }
}
