extension FindingKind {
  static let deadRelu = FindingKind(
    "dead relu", why: "where relu is shut its slope is 0, so no gradient reaches the unit's weights and it stays shut"
  ) { patient in
    guard patient.isFinite, let x = patient.x, x.rows >= 10 else { return [] }
    var found: [(FactText, [FactText])] = []
    for (index, z) in patient.z.enumerated() where patient.activation(index).name == "relu" {
      // Of weights that are all 0 the trouble is another.
      if patient.weights(index).largest == 0 { continue }
      let dead = (0..<z.columns).filter { unit in (0..<z.rows).allSatisfy { z.values[$0 * z.columns + unit] <= 0 } }
      guard !dead.isEmpty, Double(dead.count) >= 0.2 * Double(z.columns) else { continue }
      let shown = dead.prefix(6).map(String.init).joined(separator: ", ") + (dead.count > 6 ? ", …" : "")
      let word = dead.count == 1 ? "unit" : "units"
      found.append(
        (
          "\(dead.count) of the \(z.columns) units of layer \(index + 1) are shut for all \(z.rows) samples, \(.preactivation(index + 1)) <= 0: \(word) \(shown)",
          [
            "network \(.declaration(patient.declaration(hidden: "leaky_relu") { patient.activation($0).name == "relu" }))"
          ]
        ))
    }
    return found
  }
}
