extension FindingKind {
  static let saturation = FindingKind(
    "saturation", why: "far from 0 sigmoid and tanh are flat, so hardly any gradient comes through them"
  ) { patient in
    guard patient.isFinite, let x = patient.x else { return [] }
    var found: [(FactText, [FactText])] = []
    for (index, a) in patient.a.enumerated() where index < patient.depth - 1 {
      let name = patient.activation(index).name
      // Slopes below a twentieth of the largest: sigmoid' < 0.0125, tanh' < 0.05.
      let isFlat: (Double) -> Bool
      switch name {
      case "sigmoid": isFlat = { $0 * (1 - $0) < 0.0125 }
      case "tanh": isFlat = { 1 - $0 * $0 < 0.05 }
      default: continue
      }
      let share = Double(a.values.count(where: isFlat)) / Double(max(a.values.count, 1))
      guard share > 0.5 else { continue }
      let size = patient.z[index].rootMeanSquare
      let input = index == 0 ? x : patient.a[index - 1]
      let remedy: FactText = index == 0 && input.rootMeanSquare > 5 ? "standardize" : "init xavier"
      found.append(
        (
          "\(.share(share)) of \(.activation(index + 1)) lie where the slope of \(name) is below a twentieth of its largest: \(.preactivation(index + 1)) has the size \(size) (root mean square)",
          [remedy]
        ))
    }
    return found
  }
}
