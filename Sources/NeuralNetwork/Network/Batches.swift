import Arrays

/// From a user's array to a batch that lies in rows: the shape rules, the same for every command.
struct BatchReader {
  let inputs: Int
  let outputs: Int
  let convention: Convention
  /// Softmax outputs take class labels 0 ..< outputs.
  let takesLabels: Bool
  /// Of the output.
  let activation: String
  /// What raw input is scaled with.
  let scaling: InputScaling?

  /// The same for input that is scaled already: of a pass the network keeps.
  var ofScaledInput: BatchReader {
    BatchReader(
      inputs: inputs, outputs: outputs, convention: convention, takesLabels: takesLabels,
      activation: activation, scaling: nil)
  }

  /// A float64 batch of samples × inputs in C order, scaled. Without `copying` it may be the user's own memory.
  func input(_ array: NDArray, copying: Bool) throws(NetworkError) -> NDArray {
    let shape = array.shape
    let samples: Int
    switch shape.count {
    case 0 where inputs == 1: samples = 1
    case 1 where inputs == 1: samples = shape[0]
    case 1 where shape[0] == inputs: samples = 1
    case 2 where convention == .rows && shape[1] == inputs: samples = shape[0]
    case 2 where convention == .columns && shape[0] == inputs: samples = shape[1]
    default: throw .inputShape(given: shape, expected: inputs, convention: convention)
    }
    if samples == 0 { throw .emptyBatch }
    let batch = try rows(array, samples, inputs, copying: copying || scaling != nil)
    try scaling?.apply(to: batch)
    return batch
  }

  /// A float64 batch of samples × outputs in C order; labels become one-hot rows.
  func targets(_ array: NDArray, samples: Int, copying: Bool = false) throws(NetworkError) -> NDArray {
    let shape = array.shape
    let expected: Dims = convention == .rows ? [samples, outputs] : [outputs, samples]
    if shape == expected || (shape.count < 2 && array.count == samples * outputs && (samples == 1 || outputs == 1)) {
      return try rows(array, samples, outputs, copying: copying)
    }
    let isVector = shape.count < 2 || (shape.count == 2 && (shape[0] == 1 || shape[1] == 1))
    if !takesLabels, isVector, array.count == samples, outputs > 1 {
      throw .labelsWithoutSoftmax(given: shape, expected: expected, activation: activation)
    }
    guard takesLabels && isVector && array.count == samples else {
      throw .targetShape(given: shape, expected: expected, labelsAllowed: takesLabels)
    }
    return try oneHot(array)
  }

  private func oneHot(_ labels: NDArray) throws(NetworkError) -> NDArray {
    guard Memory.holds(labels.count, outputs) else { throw .batchTooLarge(samples: labels.count, units: outputs) }
    let values = labels.copied()
    let result = NDArray(zeros: [labels.count, outputs])
    for row in 0..<labels.count {
      let value = values.doubles[row]
      guard value >= 0 && value < Double(outputs) && value == value.rounded(.down) else {
        throw .badLabel(value: value, index: row, classes: outputs)
      }
      result.doubles[row * outputs + Int(value)] = 1
    }
    return result
  }

  private func rows(_ array: NDArray, _ samples: Int, _ width: Int, copying: Bool) throws(NetworkError) -> NDArray {
    let inRows: NDArray
    if array.shape.count == 2 {
      inRows = array.oriented(convention)
    } else {
      // A vector: one row, or one column.
      let step = array.shape.count == 0 ? 1 : array.strides[0]
      inRows = NDArray(
        viewing: array, shape: [samples, width], strides: width == 1 ? [step, 1] : [0, step], offset: 0)
    }
    if !copying && inRows.dtype == .float64 && inRows.isContiguous { return inRows }
    guard Memory.holds(samples, width) else { throw .batchTooLarge(samples: samples, units: width) }
    return inRows.copied()
  }
}
