import Arrays

/// How many samples: together, or for each class.
public enum SampleCount: Sendable, Equatable {
  case total(Int)
  case each([Int])

  /// The counts for two classes; the second gets the odd one.
  func halves(of dataset: String) throws -> (Int, Int) {
    switch self {
    case .total(let count):
      try check(count, dataset)
      return (count / 2, count - count / 2)
    case .each(let counts):
      guard counts.count == 2 else {
        throw DatasetError.badOption(
          dataset: dataset, option: "samples", value: "\(counts.count) counts", expected: "one number or two")
      }
      for count in counts where count < 0 { try check(count, dataset) }
      for count in counts { try checkSize(samples: count, features: 2) }
      return (counts[0], counts[1])
    }
  }

  /// The counts for so many classes; the first ones get the odd ones.
  func parts(_ classes: Int, of dataset: String) throws -> [Int] {
    switch self {
    case .total(let count):
      try check(count, dataset)
      return (0..<classes).map { count / classes + ($0 < count % classes ? 1 : 0) }
    case .each(let counts):
      for count in counts {
        if count < 0 { try check(count, dataset) }
        try checkSize(samples: count, features: 1)
      }
      return counts
    }
  }

  private func check(_ count: Int, _ dataset: String) throws {
    guard count >= 1 else {
      throw DatasetError.badOption(dataset: dataset, option: "samples", value: String(count), expected: ">= 1")
    }
    try checkSize(samples: count, features: 2)
  }
}

/// Samples under construction: rows of numbers with a label each.
struct Samples {
  let features: Int
  var values: [Double] = []
  var labels: [Int] = []

  init(features: Int) { self.features = features }

  /// Puts the rows in random order, as `sklearn.utils.shuffle` does.
  mutating func shuffle(_ random: RandomState) {
    let order = random.permutedIndices(labels.count)
    let (oldValues, oldLabels, width) = (values, labels, features)
    for (to, from) in order.enumerated() {
      labels[to] = oldLabels[from]
      for j in 0..<width { values[to * width + j] = oldValues[from * width + j] }
    }
  }

  /// Adds `deviation` times a normal number to each number, in row order.
  mutating func addNoise(_ deviation: Double, _ random: RandomState) throws {
    for i in values.indices { values[i] += try random.normal(0, deviation) }
  }

  var dataset: Dataset {
    Dataset(features: NDArray(values, shape: [labels.count, features]), targets: NDArray(labels))
  }
}

/// NumPy's `linspace`: `count` numbers from `start` to `stop`, with or without `stop`.
func linspace(_ start: Double, _ stop: Double, _ count: Int, endpoint: Bool = true) -> [Double] {
  let steps = endpoint ? count - 1 : count
  guard steps > 0 else { return count > 0 ? [start] : [] }
  let step = (stop - start) / Double(steps)
  var values = (0..<count).map { Double($0) * step + start }
  if endpoint { values[count - 1] = stop }
  return values
}

/// Throws unless a standard deviation is finite and not negative.
func checkDeviation(_ value: Double?, _ option: String, of dataset: String) throws {
  guard let value, !(value >= 0 && value.isFinite) else { return }
  throw DatasetError.badOption(dataset: dataset, option: option, value: pythonRepr(value), expected: ">= 0")
}
