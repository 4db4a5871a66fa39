import Arrays
import Glibc

/// scikit-learn's `make_circles`, number for number: (cos t, sin t), and within it the same times `factor`, t from 0 to 2π without the end.
public func makeCircles(
  _ samples: SampleCount = .total(100), shuffle: Bool = true, noise: Double? = nil, factor: Double = 0.8,
  random: RandomState
) throws -> Dataset {
  let (outer, inner) = try samples.halves(of: "circles")
  try checkDeviation(noise, "noise", of: "circles")
  guard factor >= 0 && factor < 1 else {
    throw DatasetError.badOption(
      dataset: "circles", option: "factor", value: pythonRepr(factor), expected: ">= 0 and < 1")
  }
  var made = Samples(features: 2)
  for t in linspace(0, 2 * .pi, outer, endpoint: false) { made.values += [cos(t), sin(t)] }
  for t in linspace(0, 2 * .pi, inner, endpoint: false) { made.values += [cos(t) * factor, sin(t) * factor] }
  made.labels = Array(repeating: 0, count: outer) + Array(repeating: 1, count: inner)
  if shuffle { made.shuffle(random) }
  if let noise { try made.addNoise(noise, random) }
  return made.dataset
}

extension DatasetKind {
  static let circles = DatasetKind(
    name: "circles", summary: "A small circle within a large one, one per class.",
    details: "scikit-learn's make_circles: (cos t, sin t), and the same times factor.",
    options: [
      .int("samples", 100, "how many"), .number("noise", nil, "standard deviation added to the points"),
      .number("factor", 0.8, "size of the inner circle"), .flag("shuffle", true, "random order"),
    ],
    make: {
      try makeCircles(
        .total($0[0].int), shuffle: $0[3].flag, noise: $0[1].number, factor: $0[2].number ?? 0.8, random: $1)
    })
}
