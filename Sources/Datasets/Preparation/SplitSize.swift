import Arrays

/// The size of a part: a fraction of the samples, or a number of them.
public enum SplitSize: Sendable, Equatable {
  case fraction(Double)
  case count(Int)

  /// As Python writes it.
  public var text: String {
    switch self {
    case .fraction(let value): pythonRepr(value)
    case .count(let value): String(value)
    }
  }

  /// Sizes of the two parts by scikit-learn's rules: a test fraction is rounded up, a training fraction down, a size not given is the
  /// rest; neither given, a quarter is for the test.
  static func resolve(_ samples: Int, test: SplitSize?, train: SplitSize?) throws -> (train: Int, test: Int) {
    let test = test == nil && train == nil ? SplitSize.fraction(0.25) : test
    try test?.check("test_size", samples)
    try train?.check("train_size", samples)
    if case .fraction(let a)? = test, case .fraction(let b)? = train, a + b > 1 {
      throw DatasetError.splitTooLarge(train: pythonRepr(b), test: pythonRepr(a), samples: samples)
    }
    // The checks above keep both between 0 and the number of samples.
    var testCount = test?.count(of: samples, rounding: .up)
    var trainCount = train?.count(of: samples, rounding: .down)
    if trainCount == nil { trainCount = samples - testCount! }
    if testCount == nil { testCount = samples - trainCount! }
    guard trainCount! + testCount! <= samples else {
      throw DatasetError.splitTooLarge(train: train!.text, test: test!.text, samples: samples)
    }
    guard trainCount! > 0 else { throw DatasetError.emptyTrainingPart(samples: samples) }
    return (trainCount!, testCount!)
  }

  private func check(_ which: String, _ samples: Int) throws {
    let isGood =
      switch self {
      case .fraction(let value): value > 0 && value < 1
      case .count(let value): value > 0 && value < samples
      }
    if !isGood { throw DatasetError.badSplitSize(which: which, value: text, samples: samples) }
  }

  private func count(of samples: Int, rounding: FloatingPointRoundingRule) -> Int {
    switch self {
    case .fraction(let value): min(Int((value * Double(samples)).rounded(rounding)), samples)
    case .count(let value): value
    }
  }
}
