extension MistakeKind {
  static let wrongAxis = MistakeKind(
    "wrong axis", "The sum goes over the units of each sample instead of over the samples."
  ) { d in
    guard case .biasGradient(let layer) = d.name, let dz = d.dz(layer), let m = d.m else { return [] }
    let sums = dz.sumOfColumns
    let formula = "\(d.text.dz(layer)).sum(axis=\(d.text.convention.unitsAxis)"
    let what =
      "a sum over axis \(d.text.convention.unitsAxis), the units; the samples are axis \(d.text.convention.samplesAxis)"
    return [
      Candidate(sums * (1 / Double(m)), dimensions: 2, "\(formula), keepdims=True) / m", what),
      Candidate(sums * (1 / Double(m)), dimensions: 1, "\(formula)) / m", what),
      Candidate(sums, dimensions: 2, "\(formula), keepdims=True)", what + ", and 1/m is missing"),
      Candidate(sums, dimensions: 1, "\(formula))", what + ", and 1/m is missing"),
      Candidate(
        sums * (1 / Double(dz.columns)), dimensions: 2,
        "\(d.text.dz(layer)).mean(axis=\(d.text.convention.unitsAxis), keepdims=True)", "a mean" + what.dropFirst(5)),
      Candidate(
        sums * (1 / Double(dz.columns)), dimensions: 1, "\(d.text.dz(layer)).mean(axis=\(d.text.convention.unitsAxis))",
        "a mean" + what.dropFirst(5)),
    ]
  }
}
