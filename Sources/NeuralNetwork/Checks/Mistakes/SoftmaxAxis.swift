import Glibc

extension MistakeKind {
  static let softmaxAxis = MistakeKind(
    "softmax axis", "The exponentials are divided by a sum over the samples, over everything, or not at all."
  ) { d in
    guard let layer = d.activationLayer, d.activation(layer).name == "softmax", let z = d.z(layer) else { return [] }
    // Less the largest of all, which the fractions do not show.
    let largest = z.values.max() ?? 0
    let shifted = z.map { exp($0 - largest) }
    let text = "exp(\(d.text.z(layer)))"
    let axis = d.text.convention.samplesAxis
    return [
      Candidate(
        shifted.combined(shifted.sumOfRows, /)!, "\(text) / \(text).sum(axis=\(axis), keepdims=True)",
        "softmax over axis \(axis), the samples; the units are axis \(d.text.convention.unitsAxis)"),
      Candidate(
        shifted * (1 / shifted.sum), "\(text) / \(text).sum()", "softmax over the whole matrix: the axis is missing"),
      Candidate(z.map { exp($0) }, text, "softmax without its division by the sum"),
    ]
  }
}
