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

  /// Takes what was written into the image, rounded to float32. (A float32 goes to float64 and back unchanged.)
  func takeImage() {
    guard value.array == nil, let shown else { return }
    value.read(from: shown.root.doubles, count)
  }

  /// The numbers of the image, nil if there is none.
  var image: [Double]? {
    get {
      guard value.array == nil, let shown else { return nil }
      return Array(UnsafeBufferPointer(start: shown.root.doubles, count: count))
    }
    set {
      guard value.array == nil, let shown, let newValue else { return }
      for i in 0..<min(count, newValue.count) { shown.root.doubles[i] = newValue[i] }
    }
  }

  func showImage() {
    guard value.array == nil, let shown else { return }
    value.write(to: shown.root.doubles, count)
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
