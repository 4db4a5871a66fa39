import Glibc

extension MistakeKind {
  static let otherLoss = MistakeKind(
    "other loss", "Another loss than the declared one, or only a part of it."
  ) { d in
    guard d.name == .loss, let own = d.loss, let m = d.m, let a = d.a(d.depth), let z = d.z(d.depth),
      let y = d.targets
    else { return [] }
    var result: [Candidate] = []
    let (aText, loss) = (d.text.a(d.depth), d.expected.values[0])
    func add(_ value: Double, _ formula: String, _ what: String) {
      if value.isFinite { result.append(Candidate(Matrix(1, 1, [value]), formula, what)) }
    }
    for kind in LossKind.catalog.items where kind.name != own.name {
      guard kind.isLegal(with: d.activation(d.depth).name) else { continue }
      add(d.mean(Loss(kind), z, a, y), kind.name, "another loss: \(kind.name), where \(own.name) is declared")
    }
    if own.name == "binary_cross_entropy" {
      let sum = zip(a.values, y.values).reduce(0) { $0 - ($1.1 == 0 ? 0 : $1.1 * log($1.0)) }
      add(
        sum / Double(m * a.columns), "-np.mean(Y * np.log(\(aText)))",
        "a missing (1 - Y) * log(1 - A): only the samples of class 1 count")
    }
    if own.name.hasSuffix("cross_entropy") {
      add(loss / M_LN2, "loss / np.log(2)", "a logarithm to base 2: the loss takes the natural one")
      add(loss / M_LN10, "loss / np.log(10)", "a logarithm to base 10: the loss takes the natural one")
    }
    if own.name == "mse" { add(loss.squareRoot(), "np.sqrt(loss)", "the root of the mean squared error") }
    return result
  }
}

extension Derivation {
  /// The mean of a loss over a batch.
  func mean(_ loss: Loss, _ z: Matrix, _ a: Matrix, _ y: Matrix) -> Double {
    let layout = BatchLayout(rows: a.rows, units: a.columns, stride: nil)
    let sum = z.values.withUnsafeBytes { z in
      a.values.withUnsafeBytes { a in
        y.values.withUnsafeBytes { y in
          loss.kind.value(
            LossBatch(
              z: z.baseAddress!, a: a.baseAddress!, y: y.baseAddress!,
              layout: layout,
              precision: .float64, option: loss.values.first ?? 0))
        }
      }
    }
    return sum / Double(a.rows)
  }
}
