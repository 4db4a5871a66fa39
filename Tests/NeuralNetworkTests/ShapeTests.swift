import Arrays
import NeuralNetwork
import Testing

/// The shape rules of inputs, targets and parameters, in both conventions.
struct ShapeTests {
  static func make(_ inputs: Int, _ outputs: Int, _ activation: String, _ convention: Convention) throws -> Network {
    try Network(
      NetworkDeclaration(inputs: inputs, layers: [dense(outputs, activation)], convention: convention),
      random: RandomState(seed: 1))
  }

  @Test func takesOneSample() throws {
    let rows = try Self.make(3, 2, "softmax", .rows)
    #expect(try rows.forward(NDArray([0.5, 0.2, 0.8])).shape == [1, 2])
    #expect(rows.value(.activation(0))!.shape == [1, 3])
    _ = try rows.backward(NDArray([1.0, 0]))
    #expect(rows.value(.preactivationGradient(1))!.shape == [1, 2])
    let columns = try Self.make(3, 2, "softmax", .columns)
    #expect(try columns.forward(NDArray([0.5, 0.2, 0.8])).shape == [2, 1])
    #expect(columns.value(.activation(0))!.shape == [3, 1])
    #expect(columns.value(.weights(1))!.shape == [2, 3])
    #expect(columns.value(.bias(1))!.shape == [2, 1])
    let a = try columns.backward(NDArray([1]))
    #expect(try columns.backward(NDArray([0.0, 1])) == a)
    #expect(try columns.backward(NDArray([0.0, 1], shape: [2, 1])) == a)
    #expect(columns.value(.weightsGradient(1))!.shape == [2, 3])
  }

  @Test func takesManySamplesOfOneInput() throws {
    #expect(try Self.make(1, 1, "linear", .rows).forward(NDArray([1.0, 2, 3])).shape == [3, 1])
    #expect(try Self.make(1, 1, "linear", .columns).forward(NDArray([1.0, 2, 3])).shape == [1, 3])
  }

  @Test func takesIntsBoolsAndViews() throws {
    let network = try Self.make(2, 1, "sigmoid", .rows)
    let whole = NDArray([1, 2, 3, 4, 5, 6], shape: [2, 3])
    let view = NDArray(viewing: whole, shape: [3, 2], strides: [1, 3], offset: 0)
    let copy = NDArray([1.0, 4, 2, 5, 3, 6], shape: [3, 2])
    #expect(try network.forward(view).list == network.forward(copy).list)
    let a = try network.backward(NDArray([true, false, true], shape: [3, 1]))
    #expect(try network.backward(NDArray([1, 0, 1])) == a)
  }

  @Test(arguments: [Convention.rows, .columns])
  func refusesInputs(convention: Convention) throws {
    let network = try Self.make(3, 2, "softmax", convention)
    let shapes: [Dims] = [[2], [4], [], [2, 2], [3, 3, 3], [0, 0], [1, 1]]
    for shape in shapes {
      #expect(throws: NetworkError.inputShape(given: shape, expected: 3, convention: convention)) {
        try network.forward(NDArray(zeros: shape))
      }
    }
    let empty: Dims = convention == .rows ? [0, 3] : [3, 0]
    #expect(throws: NetworkError.emptyBatch) { try network.forward(NDArray(zeros: empty)) }
    #expect(throws: NetworkError.backwardBeforeForward) { try network.backward(NDArray([1])) }
    #expect(throws: NetworkError.stepBeforeBackward) { try network.step() }
  }

  @Test func refusesTargets() throws {
    let network = try Self.make(3, 2, "softmax", .rows)
    try network.forward(NDArray(zeros: [4, 3]))
    for shape: Dims in [[3], [4, 3], [2, 4], [5, 1], [], [4, 2, 1], [0]] {
      #expect(throws: NetworkError.targetShape(given: shape, expected: [4, 2], labelsAllowed: true)) {
        try network.backward(NDArray(zeros: shape))
      }
    }
    #expect(throws: NetworkError.badLabel(value: 2, index: 3, classes: 2)) {
      try network.backward(NDArray([0, 1, 1, 2]))
    }
    #expect(throws: NetworkError.badLabel(value: -1, index: 0, classes: 2)) {
      try network.backward(NDArray([-1, 1, 1, 0]))
    }
    #expect(throws: NetworkError.badLabel(value: 0.5, index: 1, classes: 2)) {
      try network.backward(NDArray([0, 0.5, 1, 0]))
    }
    #expect(throws: NetworkError.self) { try network.backward(NDArray([0, .nan, 1, 0])) }
    let regression = try Self.make(3, 2, "linear", .rows)
    try regression.forward(NDArray(zeros: [4, 3]))
    #expect(throws: NetworkError.labelsWithoutSoftmax(given: [4], expected: [4, 2], activation: "linear")) {
      try regression.backward(NDArray([0, 1, 1, 0]))
    }
  }

  @Test(arguments: [Convention.rows, .columns])
  func assignsInPlace(convention: Convention) throws {
    let network = try Self.make(3, 2, "softmax", convention)
    let live = network.parameter(.weights(1))!
    let value = normal(live.shape, try RandomState(seed: 3))
    try network.assign(value, to: .weights(1))
    #expect(live.list == value.list && network.parameter(.weights(1)) === live)
    try network.assign(NDArray([7, 8]), to: .bias(1))
    #expect(network.parameter(.bias(1))!.list == [7, 8])
    #expect(throws: NetworkError.self) { try network.assign(value.turned, to: .weights(1)) }
    #expect(throws: NetworkError.self) { try network.assign(NDArray([1, 2, 3]), to: .bias(1)) }
    #expect(throws: NetworkError.unknownParameter("W2")) { try network.assign(value, to: .weights(2)) }
    // What is written into the live array is what the next forward uses.
    live.doubles[0] += 1
    let x = NDArray([1.0, 0, 0])
    try network.forward(x)
    #expect(network.value(.preactivation(1))!.list[0] == live.list[0] + 7)
  }
}
