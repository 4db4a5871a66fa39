import Arrays

/// Clouds around the corners of the unit square; opposite corners are of one class: label = x xor y.
///
/// Sample i sits at corner i mod 4 of (0,0) (0,1) (1,0) (1,1); then the order is shuffled, then `noise` times a normal number is added to
/// each coordinate. Four samples without noise and shuffle are the truth table.
public func makeXor(_ samples: Int = 100, shuffle: Bool = true, noise: Double? = 0.1, random: RandomState) throws
  -> Dataset
{
  _ = try SampleCount.total(samples).halves(of: "xor")
  try checkDeviation(noise, "noise", of: "xor")
  var made = Samples(features: 2)
  for i in 0..<samples {
    let (x, y) = (i % 4 / 2, i % 2)
    made.values += [Double(x), Double(y)]
    made.labels.append(x ^ y)
  }
  if shuffle { made.shuffle(random) }
  if let noise { try made.addNoise(noise, random) }
  return made.dataset
}

extension DatasetKind {
  static let xor = DatasetKind(
    name: "xor", summary: "Clouds at the corners of a square; opposite corners are of one class.",
    details: "Sample i sits at corner i mod 4 of (0,0) (0,1) (1,0) (1,1), then noise is added.",
    options: [
      .int("samples", 100, "how many"), .number("noise", 0.1, "standard deviation added to the points"),
      .flag("shuffle", true, "random order"),
    ],
    make: { try makeXor($0[0].int, shuffle: $0[2].flag, noise: $0[1].number, random: $1) })
}
