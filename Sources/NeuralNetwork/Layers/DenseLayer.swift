import Arrays

/// One trainable array with its gradient and the optimizer's moments.
final class Parameter {
  let value: NDArray
  let gradient: NDArray
  /// The optimizer's slots one after the other.
  var moments: NDArray
  /// The value in the convention's orientation: what the user sees and may write into.
  let visible: NDArray

  var count: Int { value.count }

  init(rows: Int, columns: Int, slots: Int, convention: Convention) {
    value = NDArray(zeros: [rows, columns])
    gradient = NDArray(zeros: [rows, columns])
    moments = NDArray(zeros: [slots * rows * columns])
    visible = value.oriented(convention)
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

  init(inputs: Int, units: Int, activation: Activation, dropout: Double, slots: Int, convention: Convention) {
    self.inputs = inputs
    self.units = units
    self.activation = activation
    self.dropout = dropout
    weights = Parameter(rows: inputs, columns: units, slots: slots, convention: convention)
    bias = Parameter(rows: 1, columns: units, slots: slots, convention: convention)
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

  /// Writes the elements as float64 in C order.
  func copyDoubles(to target: UnsafeMutablePointer<Double>) {
    if dtype == .float64 && isContiguous {
      target.update(from: doubles, count: count)
      return
    }
    if count == 0 { return }
    // Counts through the indices like an odometer.
    var index = Dims(repeating: 0, count: shape.count)
    var offset = 0
    for position in 0..<count {
      switch dtype {
      case .float64: target[position] = doubles[offset]
      case .int64: target[position] = Double(ints[offset])
      case .bool: target[position] = bools[offset] ? 1 : 0
      }
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        offset += strides[axis]
        if index[axis] < shape[axis] { break }
        offset -= strides[axis] * shape[axis]
        index[axis] = 0
        axis -= 1
      }
    }
  }
}
