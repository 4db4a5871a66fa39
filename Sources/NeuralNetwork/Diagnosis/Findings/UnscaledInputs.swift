extension FindingKind {
  static let unscaledInputs = FindingKind(
    "inputs",
    why:
      "weights start for inputs of size 1; others saturate units, and no learning rate suits features of different sizes"
  ) { patient in
    guard let x = patient.x, x.isFinite, x.rows > 1 else { return [] }
    let sizes = (0..<x.columns).map { Matrix(x.rows, 1, x.column($0)).rootMeanSquare }
    let (largest, smallest) = (
      sizes.indices.max { sizes[$0] < sizes[$1] }!, sizes.indices.min { sizes[$0] < sizes[$1] }!
    )
    if sizes[largest] > 10 {
      let values = x.column(largest)
      let other: FactText = smallest == largest ? "" : ", that of feature \(smallest) \(sizes[smallest])"
      return [
        (
          "feature \(largest) of \(.inputs) goes from \(values.min()!) to \(values.max()!); its size (root mean square) is \(sizes[largest])\(other)",
          ["standardize"]
        )
      ]
    }
    if sizes[largest] < 0.01, sizes[largest] > 0 {
      return [
        (
          "no feature of \(.inputs) is larger than \(x.largest); the largest size (root mean square) is \(sizes[largest])",
          ["standardize"]
        )
      ]
    }
    return []
  }
}
