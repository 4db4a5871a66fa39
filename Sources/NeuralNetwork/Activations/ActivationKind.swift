/// An activation function `A = g(Z)` and its derivative, as kernels over a batch of rows.
public struct ActivationKind: Documented {
  public static let kind = "activation"
  public static let catalog = Catalog<ActivationKind>([
    .relu, .leakyRelu, .sigmoid, .tanh, .softmax, .linear, .elu, .gelu, .softplus, .swish,
  ])

  /// `a = g(z)`; `z` and `a` hold rows × units and may be the same memory.
  typealias Forward =
    @Sendable (
      _ z: UnsafePointer<Double>, _ a: UnsafeMutablePointer<Double>, _ rows: Int, _ units: Int, _ options: [Double]
    ) -> Void
  /// `dz = da · g'(z)`; `da` and `dz` may be the same memory.
  typealias Backward =
    @Sendable (
      _ z: UnsafePointer<Double>, _ a: UnsafePointer<Double>, _ da: UnsafePointer<Double>,
      _ dz: UnsafeMutablePointer<Double>, _ rows: Int, _ units: Int, _ options: [Double]
    ) -> Void

  public let documentation: Documentation
  /// Whether g or a derivative of it jumps at 0.
  public let hasKinkAtZero: Bool
  /// Whether a unit's value depends on the other units of its sample.
  public let isRowWise: Bool
  let forward: Forward
  let backward: Backward

  init(
    _ documentation: Documentation, hasKinkAtZero: Bool = false, isRowWise: Bool = false,
    forward: @escaping Forward, backward: @escaping Backward
  ) {
    self.documentation = documentation
    self.hasKinkAtZero = hasKinkAtZero
    self.isRowWise = isRowWise
    self.forward = forward
    self.backward = backward
  }
}

/// An activation of each number by itself. `option` is the value of its only option, 0 if it has none.
protocol ElementwiseActivation: SendableMetatype {
  static func value(_ z: Double, _ option: Double) -> Double
  /// The derivative at `z`, where `a = value(z)`.
  static func slope(_ z: Double, _ a: Double, _ option: Double) -> Double
}

extension ActivationKind {
  /// The kernels of an element-wise function; specialised for each, as the type is known where this is called.
  @inline(__always)
  init<Function: ElementwiseActivation>(_ documentation: Documentation, hasKinkAtZero: Bool = false, _: Function.Type) {
    self.init(
      documentation, hasKinkAtZero: hasKinkAtZero,
      forward: { z, a, rows, units, options in
        let option = options.first ?? 0
        for i in 0..<(rows &* units) { a[i] = Function.value(z[i], option) }
      },
      backward: { z, a, da, dz, rows, units, options in
        let option = options.first ?? 0
        for i in 0..<(rows &* units) { dz[i] = da[i] * Function.slope(z[i], a[i], option) }
      })
  }
}
