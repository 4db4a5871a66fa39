import Arrays

/// One trainable array with its gradient and the optimizer's moments.
final class Parameter {
  let rows: Int
  let columns: Int
  let value: Buffer
  let gradient: Buffer
  /// The optimizer's slots one after the other.
  var moments: Buffer
  private let convention: Convention
  private var shown: NDArray?

  var count: Int { rows * columns }
  var precision: Precision { value.precision }

  init(rows: Int, columns: Int, slots: Int, convention: Convention, precision: Precision) {
    self.rows = rows
    self.columns = columns
    self.convention = convention
    switch precision {
    case .float64: value = Buffer(sharing: NDArray(zeros: [rows, columns]))
    case .float32: value = Buffer(zeros: rows * columns, .float32)
    }
    gradient = Buffer(zeros: rows * columns, precision)
    moments = Buffer(zeros: slots * rows * columns, precision)
  }

  /// The value in the convention's orientation: what the user sees and may write into. Of a float32 parameter it is a float64 image, made when
  /// first asked for; ``takeImage()`` and ``showImage()`` keep the two equal between commands.
  var visible: NDArray {
    if let shown { return shown }
    let array = (value.array ?? value.matrix(rows, columns)).oriented(convention)
    shown = array
    return array
  }

  /// The float64 numbers that stand for a float32 parameter, in rows; nil where it has not been asked for.
  private var image: UnsafeMutablePointer<Double>? { value.array == nil ? shown?.root.doubles : nil }

  /// The array, made by now, in whose memory the user sees the parameter: no view.
  var owner: NDArray? { value.array ?? shown?.root }

  /// Takes what was written into the image, rounded to float32. (A float32 goes to float64 and back unchanged.)
  /// With `rounding` the image shows the rounded numbers afterwards.
  func takeImage(rounding: Bool = false, threads: Int = 1) {
    guard let image, !value.read(from: image, count, threads: threads), rounding else { return }
    showImage(threads: threads)
  }

  func showImage(threads: Int = 1) {
    if let image { value.write(to: image, count, threads: threads) }
  }

  /// A copy of what the user sees: of the parameter's own precision where that holds it; float64 where numbers that are no float32 were written into
  /// a float32 parameter's array. Takes the image first.
  func copy(threads: Int) -> Buffer {
    guard let image, !value.read(from: image, count, threads: threads) else {
      return Buffer(copying: value, threads: threads)
    }
    let copy = Buffer(count, .float64)
    copy.read(from: image, count)
    return copy
  }

  /// Puts such a copy back.
  func take(_ copy: Buffer, threads: Int) {
    value.take(copy, threads: threads)
    if copy.precision == .float64, let image { copy.write(to: image, count) } else { showImage(threads: threads) }
  }
}

/// The live numbers of a dense layer. Weights lie inputs × units, the bias 1 × units, in both conventions.
final class DenseLayer {
  let inputs: Int
  let units: Int
  let activation: Activation
  /// The rate of the dropout on this layer's input, 0 for none.
  let dropout: Double
  let weights: Parameter
  let bias: Parameter

  init(
    inputs: Int, units: Int, activation: Activation, dropout: Double, slots: Int, convention: Convention,
    precision: Precision
  ) {
    self.inputs = inputs
    self.units = units
    self.activation = activation
    self.dropout = dropout
    weights = Parameter(rows: inputs, columns: units, slots: slots, convention: convention, precision: precision)
    bias = Parameter(rows: 1, columns: units, slots: slots, convention: convention, precision: precision)
  }

  var parameters: [Parameter] { [weights, bias] }
}

extension NDArray {
  /// A batch or a parameter that lies in rows, as the convention shows it.
  func oriented(_ convention: Convention) -> NDArray {
    switch convention {
    case .rows: self
    case .columns: NDArray(viewing: self, shape: [shape[1], shape[0]], strides: [strides[1], strides[0]], offset: 0)
    }
  }

  /// A float64 copy in C order.
  func copied() -> NDArray {
    let result = NDArray(uninitialized: shape, .float64)
    copyDoubles(to: result.doubles)
    return result
  }
}
