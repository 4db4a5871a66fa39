import Arrays
import Glibc

/// scikit-learn's `make_moons`, number for number.
///
/// The outer moon is (cos t, sin t), the inner one (1 − cos t, ½ − sin t), t from 0 to π. With `noise` nil nothing is drawn for it.
public func makeMoons(
  _ samples: SampleCount = .total(100), shuffle: Bool = true, noise: Double? = nil, random: RandomState
) throws -> Dataset {
  let (outer, inner) = try samples.halves(of: "moons")
  try checkDeviation(noise, "noise", of: "moons")
  var made = Samples(features: 2)
  for t in linspace(0, .pi, outer) { made.values += [cos(t), sin(t)] }
  for t in linspace(0, .pi, inner) { made.values += [1 - cos(t), 1 - sin(t) - 0.5] }
  made.labels = Array(repeating: 0, count: outer) + Array(repeating: 1, count: inner)
  if shuffle { made.shuffle(random) }
  if let noise { try made.addNoise(noise, random) }
  return made.dataset
}

extension DatasetKind {
  static let moons = DatasetKind(
    name: "moons", summary: "Two half circles that reach into each other, one per class.",
    details: "scikit-learn's make_moons: (cos t, sin t) and (1 - cos t, 1/2 - sin t), t from 0 to pi.",
    options: [
      .int("samples", 100, "how many"), .number("noise", nil, "standard deviation added to the points"),
      .flag("shuffle", true, "random order"),
    ],
    make: { try makeMoons(.total($0[0].int), shuffle: $0[2].flag, noise: $0[1].number, random: $1) })
}
