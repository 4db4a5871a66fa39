import Arrays

extension Configured where Kind == ActivationKind {
  /// The activation of an array of pre-activations, a fresh float64 array of its shape. softmax is taken over a sample's units:
  /// the last axis, in the columns convention the first of a matrix.
  public func callAsFunction(_ z: NDArray, convention: Convention = .rows) -> NDArray {
    let (rows, isTurned) = inRows(z, convention)
    let a = NDArray(uninitialized: rows.shape, .float64)
    let units = rows.shape.last ?? 1
    let samples = units == 0 ? 0 : rows.count / units
    apply(rows, a, samples, units)
    return withExtendedLifetime(rows) { isTurned ? a.oriented(.columns) : a }
  }

  /// The derivative at pre-activations `z`, of the same shape. For softmax the matrix of derivatives of each sample,
  /// `J[i, j] = d a_i / d z_j`: units × units for a 1-D `z`, else samples × units × units.
  public func derivative(_ z: NDArray, convention: Convention = .rows) -> NDArray {
    let (rows, isTurned) = inRows(z, convention)
    let units = rows.shape.last ?? 1
    let samples = units == 0 ? 0 : rows.count / units
    let a = NDArray(uninitialized: rows.shape, .float64)
    apply(rows, a, samples, units)
    if kind.isRowWise { return jacobians(rows, a, samples, units) }
    let ones = NDArray(uninitialized: rows.shape, .float64)
    ones.doubles.update(repeating: 1, count: ones.count)
    let result = NDArray(uninitialized: rows.shape, .float64)
    kind.backward(
      rows.bytes, a.bytes, ones.bytes, result.bytes, BatchLayout(rows: samples, units: units, stride: nil), option,
      .float64)
    return withExtendedLifetime((rows, a, ones)) { isTurned ? result.oriented(.columns) : result }
  }

  /// Row i of a sample's matrix is what backward makes of the i-th unit vector.
  private func jacobians(_ z: NDArray, _ a: NDArray, _ samples: Int, _ units: Int) -> NDArray {
    let shape: Dims = z.shape.count == 1 ? [units, units] : [samples, units, units]
    let result = NDArray(zeros: shape)
    for sample in 0..<samples {
      for i in 0..<units {
        let row = result.doubles + (sample * units + i) * units
        row[i] = 1
        kind.backward(
          z.doubles + sample * units, a.doubles + sample * units, row, row,
          BatchLayout(rows: 1, units: units, stride: nil), option, .float64)
      }
    }
    return result
  }

  /// The value of its only option, 0 if it has none.
  var option: Double { values.first ?? 0 }

  private func apply(_ z: NDArray, _ a: NDArray, _ samples: Int, _ units: Int) {
    if samples == 0 { return }
    kind.forward(z.bytes, a.bytes, BatchLayout(rows: samples, units: units, stride: nil), option, .float64)
  }

  private func inRows(_ z: NDArray, _ convention: Convention) -> (NDArray, isTurned: Bool) {
    let isTurned = convention == .columns && z.shape.count == 2
    return ((isTurned ? z.oriented(.columns) : z).copied(), isTurned)
  }
}
