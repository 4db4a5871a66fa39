extension FindingKind {
  static let symmetry = FindingKind(
    "equal weights",
    why: "units that start alike get the same gradient and stay alike, so the layer is worth a single unit"
  ) { patient in
    for index in 0..<max(patient.depth - 1, 0) {
      let (weights, bias) = (patient.weights(index), patient.bias(index))
      guard weights.columns > 1, weights.isFinite else { continue }
      let first = (weights.column(0), bias.values[0])
      let areEqual = (1..<weights.columns).allSatisfy { weights.column($0) == first.0 && bias.values[$0] == first.1 }
      guard areEqual else { continue }
      let what: FactText =
        weights.largest == 0
        ? "all weights of \(.weights(index + 1)) are 0" : "all columns of \(.weights(index + 1)) are equal"
      return [("\(what): the \(weights.columns) units of layer \(index + 1) compute the same", ["init he"])]
    }
    return []
  }
}
