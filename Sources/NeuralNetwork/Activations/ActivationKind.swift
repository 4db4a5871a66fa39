import CKernels

/// An activation function `A = g(Z)` and its derivative, as kernels over a batch of rows.
public struct ActivationKind: Documented {
  public static let kind = "activation"
  public static let catalog = Catalog<ActivationKind>([
    .relu, .leakyRelu, .sigmoid, .tanh, .softmax, .linear, .elu, .gelu, .softplus, .swish,
  ])

  /// `a = g(z)`; `z` and `a` may be the same memory. `option` is the value of its only option, 0 if it has none.
  typealias Forward =
    @Sendable (
      _ z: UnsafeRawPointer, _ a: UnsafeMutableRawPointer, _ layout: BatchLayout, _ option: Double,
      _ precision: Precision
    ) -> Void
  /// `dz = da · g'(z)`; `da` and `dz` may be the same memory.
  typealias Backward =
    @Sendable (
      _ z: UnsafeRawPointer, _ a: UnsafeRawPointer, _ da: UnsafeRawPointer, _ dz: UnsafeMutableRawPointer,
      _ layout: BatchLayout, _ option: Double, _ precision: Precision
    ) -> Void

  public let documentation: Documentation
  /// Whether g or a derivative of it jumps at 0.
  public let hasKinkAtZero: Bool
  /// Whether a unit's value depends on the other units of its sample.
  public let isRowWise: Bool
  let forward: Forward
  let backward: Backward
  /// What both call, if they are a kernel.
  let kernel: nn_activation?

  init(
    _ documentation: Documentation, hasKinkAtZero: Bool = false, isRowWise: Bool = false,
    kernel: nn_activation? = nil, forward: @escaping Forward, backward: @escaping Backward
  ) {
    self.documentation = documentation
    self.hasKinkAtZero = hasKinkAtZero
    self.isRowWise = isRowWise
    self.kernel = kernel
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
  /// An element-wise function. `kernel` is its vector form; without one the formula itself runs, specialised for each type,
  /// and in double precision for either.
  @inline(__always)
  init<Function: ElementwiseActivation>(
    _ documentation: Documentation, hasKinkAtZero: Bool = false, kernel: nn_activation? = nil, _: Function.Type
  ) {
    guard let kernel else {
      self.init(
        documentation, hasKinkAtZero: hasKinkAtZero,
        forward: { z, a, layout, option, precision in
          elementwise(precision, layout.count, z, z, z, a) { z, _, _ in Function.value(z, option) }
        },
        backward: { z, a, da, dz, layout, option, precision in
          elementwise(precision, layout.count, z, a, da, dz) { z, a, da in da * Function.slope(z, a, option) }
        })
      return
    }
    let index = Int32(kernel.rawValue)
    self.init(
      documentation, hasKinkAtZero: hasKinkAtZero, kernel: kernel,
      forward: { z, a, layout, option, precision in
        nn_get_forward(precision.kernels, index)!(z, a, layout.count, option)
      },
      backward: { z, a, da, dz, layout, option, precision in
        nn_get_backward(precision.kernels, index)!(z, a, da, dz, layout.count, option)
      })
  }
}

@inline(__always)
private func elementwise(
  _ precision: Precision, _ count: Int, _ x: UnsafeRawPointer, _ y: UnsafeRawPointer, _ w: UnsafeRawPointer,
  _ out: UnsafeMutableRawPointer, _ f: (Double, Double, Double) -> Double
) {
  switch precision {
  case .float64:
    let (x, y) = (x.assumingMemoryBound(to: Double.self), y.assumingMemoryBound(to: Double.self))
    let (w, out) = (w.assumingMemoryBound(to: Double.self), out.assumingMemoryBound(to: Double.self))
    for i in 0..<count { out[i] = f(x[i], y[i], w[i]) }
  case .float32:
    let (x, y) = (x.assumingMemoryBound(to: Float.self), y.assumingMemoryBound(to: Float.self))
    let (w, out) = (w.assumingMemoryBound(to: Float.self), out.assumingMemoryBound(to: Float.self))
    for i in 0..<count { out[i] = Float(f(Double(x[i]), Double(y[i]), Double(w[i]))) }
  }
}
