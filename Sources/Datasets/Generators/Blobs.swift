import Arrays

/// Where the middles of the blobs are.
public enum BlobCenters {
  /// So many, drawn uniformly from the box.
  case count(Int)
  /// Classes × features.
  case at(NDArray)
}

/// scikit-learn's `make_blobs`, number for number: normal clouds around each centre.
///
/// `deviations` is one number for all clouds or one for each. With `samples` for each class there are as many centres as counts.
public func makeBlobs(
  _ samples: SampleCount = .total(100), features: Int = 2, centers: BlobCenters? = nil, deviations: [Double] = [1],
  box: (Double, Double) = (-10, 10), shuffle: Bool = true, random: RandomState
) throws -> Dataset {
  func bad(_ option: String, _ value: String, _ expected: String) -> DatasetError {
    .badOption(dataset: "blobs", option: option, value: value, expected: expected)
  }
  guard features >= 1 else { throw bad("features", String(features), ">= 1") }
  var classes = 3
  if case .each(let counts) = samples { classes = counts.count }
  var width = features
  switch centers {
  case .count(let count)?: classes = count
  case .at(let array)?:
    guard array.dimensions == 2, array.count > 0 else {
      throw bad("centers", "shape \(array.shape.text)", "classes x features")
    }
    classes = array.shape[0]
    width = array.shape[1]
  case nil: break
  }
  guard classes >= 1 else { throw bad("centers", String(classes), ">= 1") }
  try checkSize(samples: classes, features: width)
  let counts = try samples.parts(classes, of: "blobs")
  guard counts.count == classes else { throw bad("centers", String(classes), "as many as sample counts") }
  guard deviations.count == 1 || deviations.count == classes else {
    throw bad("std", "\(deviations.count) numbers", "one number, or one per center")
  }
  for deviation in deviations { try checkDeviation(deviation, "std", of: "blobs") }
  try checkSize(samples: counts.reduce(0) { $0.addingReportingOverflow($1).partialValue }, features: width)
  guard (box.1 - box.0).isFinite else { throw bad("center_box", "\(box)", "a finite range") }

  let middles: [Double]
  if case .at(let array)? = centers {
    middles = array.doubleValues
    guard middles.allSatisfy(\.isFinite) else { throw DatasetError.notFinite(what: "centers") }
  } else {
    middles = try (0..<(classes * width)).map { _ in try random.uniform(box.0, box.1) }
  }
  var made = Samples(features: width)
  for (label, count) in counts.enumerated() {
    let deviation = deviations[deviations.count == 1 ? 0 : label]
    for _ in 0..<count {
      for j in 0..<width { made.values.append(try random.normal(middles[label * width + j], deviation)) }
      made.labels.append(label)
    }
  }
  if shuffle { made.shuffle(random) }
  return made.dataset
}

extension DatasetKind {
  static let blobs = DatasetKind(
    name: "blobs", summary: "Round clouds around random centers, one per class.",
    details: "scikit-learn's make_blobs: centers uniform in -10 to 10, points normal around them.",
    options: [
      .int("samples", 100, "how many"), .int("centers", 3, "how many classes"),
      .int("features", 2, "numbers per sample"), .number("std", 1, "standard deviation of a cloud"),
      .flag("shuffle", true, "random order"),
    ],
    make: {
      try makeBlobs(
        .total($0[0].int), features: $0[2].int, centers: .count($0[1].int), deviations: [$0[3].number ?? 1],
        shuffle: $0[4].flag, random: $1)
    })
}
