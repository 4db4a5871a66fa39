import Arrays

/// What a comparison of one parameter's gradient with central differences found.
public struct GradientCheck: Sendable, Equatable {
  /// One element.
  public struct Difference: Sendable, Equatable {
    /// In the parameter as the convention shows it.
    public let index: [Int]
    public let analytic: Double
    public let numeric: Double
    /// |analytic - numeric| / max(|analytic|, |numeric|, 1e-6)
    public let error: Double
  }

  /// Where the differences of an element cross a kink even with the smallest step.
  public struct Kink: Sendable, Equatable {
    /// The element, in the parameter as the convention shows it.
    public let index: [Int]
    /// The value that changes its side: a pre-activation, or the prediction where the loss has the kink.
    public let name: EngineName
    /// Its index as the convention shows it, and the value before the step.
    public let place: [Int]
    public let value: Double
  }

  public let parameter: EngineName
  /// The element with the largest error; nil if all were left out.
  public let worst: Difference?
  /// The checked element with the largest gradient; nil if all were left out.
  public let steepest: Difference?
  public let checked: Int
  /// All of the parameter.
  public let elements: Int
  /// Elements left out because the differences cross a kink: a relu that opens or shuts, an error that changes its sign.
  public let kinks: Int
  /// The first of them.
  public let firstKink: Kink?
}

/// A gradient check of a whole network.
public struct GradientReport: Sendable, Equatable {
  /// W1, b1, W2, …
  public let parameters: [GradientCheck]
  /// Samples it was done with, out of ``given``.
  public let samples: Int
  public let given: Int
}

/// How much of a network and its data a gradient check takes.
public struct GradientCheckLimits: Sendable, Equatable {
  /// Elements of each parameter; of a larger one so many are taken, evenly spread.
  public var elements: Int
  /// Samples; of more so many are taken, evenly spread.
  public var samples: Int

  public init(elements: Int = 1000, samples: Int = .max) {
    self.elements = max(elements, 1)
    self.samples = max(samples, 1)
  }

  /// What takes some seconds at most: some 10^10 multiplications.
  public init(for network: Network, samples: Int) {
    self.init(samples: min(samples, 1000))
    while work(network) > 1e10 {
      if self.samples > 100 {
        self.samples = max(self.samples / 2, 100)
      } else if elements > 25 {
        elements = max(elements / 2, 25)
      } else if self.samples > 8 {
        self.samples /= 2
      } else {
        break
      }
    }
  }

  /// An element takes some twelve forward passes.
  private func work(_ network: Network) -> Double {
    let checked = network.allParameters.reduce(0) { $0 + min($1.count, elements) }
    return 12 * Double(checked) * Double(samples) * Double(network.parameterCount)
  }
}

extension Network {
  /// Compares the gradients of the mean loss on this batch with central differences of sixth order,
  /// `(45 (L₁ - L₋₁) - 9 (L₂ - L₋₂) + (L₃ - L₋₃)) / 60h`, without dropout. The network is left as it was.
  ///
  /// Input that `isScaled` is that of a kept pass. A loss with an `epsilon` is checked without it, for A - Y is the derivative of the exact loss. nil if `shouldStop`, asked after each
  /// element, said so.
  public func checkGradients(
    _ input: NDArray, _ targets: NDArray, isScaled: Bool = false, limits: GradientCheckLimits = .init(),
    shouldStop: () -> Bool = { false }
  ) throws(NetworkError) -> GradientReport? {
    let loss = try effectiveLoss().exact
    let reader = isScaled ? self.reader.ofScaledInput : self.reader
    let allInputs = try reader.input(input, copying: true)
    let given = allInputs.shape[0]
    let allTargets = try reader.targets(targets, samples: given, copying: true)
    let (x, y) = (allInputs.spread(limits.samples), allTargets.spread(limits.samples))
    try check(samples: x.shape[0])
    // In float64, for differences of float32 losses have no digits.
    var copy = snapshot()
    copy.declaration.precision = .float64
    let checker = GradientChecker(Network(copy), x, y, loss)
    var checks: [GradientCheck] = []
    for name in parameterNames {
      guard let check = checker.check(name, limit: limits.elements, shouldStop) else { return nil }
      checks.append(check)
    }
    return GradientReport(parameters: checks, samples: x.shape[0], given: given)
  }
}

extension NDArray {
  /// At most `limit` of a matrix's rows, evenly spread, in memory of their own.
  func spread(_ limit: Int) -> NDArray {
    let (rows, width) = (shape[0], shape[1])
    if rows <= limit { return self }
    let result = NDArray(uninitialized: [limit, width], .float64)
    for row in 0..<limit {
      (result.doubles + row * width).update(from: doubles + (row * rows / limit) * width, count: width)
    }
    return withExtendedLifetime(self) { result }
  }
}
