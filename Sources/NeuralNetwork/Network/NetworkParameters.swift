import Arrays

extension Network {
  /// Dense layers.
  public var depth: Int { layers.count }
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.inputs * $1.units + $1.units } }
  /// Units of the last layer, 0 without layers.
  public var outputs: Int { layers.last?.units ?? 0 }
  var allParameters: [Parameter] { layers.flatMap(\.parameters) }

  /// W1, b1, W2, b2, …
  public var parameterNames: [EngineName] {
    (0..<depth).flatMap { [.weights($0 + 1), .bias($0 + 1)] }
  }

  /// The live array of `W1`, `b2`, …, in the convention's orientation; nil if there is none of this name. The same object each time.
  public func parameter(_ name: EngineName) -> NDArray? { find(name)?.visible }

  /// Copies a value into a parameter (rounded to float32 if the network computes so). The shape must be the parameter's; a 1-D bias of the right length will do, any dtype.
  public func assign(_ value: NDArray, to name: EngineName) throws(NetworkError) {
    guard let parameter = find(name) else { throw .unknownParameter(name.text(declaration.convention)) }
    let target = parameter.visible
    var isBias = false
    if case .bias = name { isBias = true }
    let fits =
      value.shape == target.shape || (isBias && value.shape.count < 2 && value.count == target.count)
    guard fits else {
      throw .parameterShape(name: name.text(declaration.convention), given: value.shape, expected: target.shape)
    }
    observer?.networkWillChange(self)
    // By way of a copy, for the value may be a view of the parameter itself.
    let copy = value.shape.count == 2 ? value.oriented(declaration.convention).copied() : value.copied()
    parameter.value.read(from: copy.doubles, parameter.count)
    parameter.showImage()
  }

  /// Float32 parameters take what was written into their arrays; for every entry that computes.
  /// - Parameter rounding: whether the arrays then show what was taken; only where an observer was told before.
  func takeImages(rounding: Bool = false) {
    guard declaration.precision == .float32 else { return }
    for parameter in allParameters { parameter.takeImage(rounding: rounding, threads: threads) }
  }

  /// The arrays of float32 parameters show the new values; for every entry that changes them.
  func showImages() {
    if declaration.precision == .float32 { for parameter in allParameters { parameter.showImage(threads: threads) } }
  }

  func find(_ name: EngineName) -> Parameter? {
    switch name {
    case .weights(let layer), .weightsGradient(let layer):
      layer >= 1 && layer <= depth ? layers[layer - 1].weights : nil
    case .bias(let layer), .biasGradient(let layer): layer >= 1 && layer <= depth ? layers[layer - 1].bias : nil
    default: nil
    }
  }
}
