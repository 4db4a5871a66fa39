import Arrays
import Glibc

/// Arms of a spiral, one per class, as in the notes of Stanford's course CS231n.
///
/// Class j: r from 0 to 1, t from 4j to 4(j+1), both evenly spaced, t plus `noise` times a normal number; the point is
/// (r sin t, r cos t). Classes are drawn one after the other and not shuffled unless asked, so that a seed gives the numbers of the notes' program.
public func makeSpirals(
  _ samples: SampleCount = .total(300), classes: Int = 3, noise: Double? = 0.2, shuffle: Bool = false,
  random: RandomState
) throws -> Dataset {
  guard classes >= 1 else {
    throw DatasetError.badOption(dataset: "spirals", option: "classes", value: String(classes), expected: ">= 1")
  }
  try checkSize(samples: classes, features: 2)
  let counts = try samples.parts(classes, of: "spirals")
  try checkDeviation(noise, "noise", of: "spirals")
  var made = Samples(features: 2)
  for (label, count) in counts.enumerated() {
    let radii = linspace(0, 1, count)
    for (r, angle) in zip(radii, linspace(Double(label * 4), Double((label + 1) * 4), count)) {
      var t = angle
      if let noise { t += random.standardNormal() * noise }
      made.values += [r * sin(t), r * cos(t)]
      made.labels.append(label)
    }
  }
  if shuffle { made.shuffle(random) }
  return made.dataset
}

extension DatasetKind {
  static let spirals = DatasetKind(
    name: "spirals", summary: "Arms of a spiral, one per class.",
    details: "As in CS231n: (r sin t, r cos t), r from 0 to 1, t from 4j to 4(j+1) for class j, noise added to t.",
    options: [
      .int("samples", 300, "how many"), .int("classes", 3, "how many arms"),
      .number("noise", 0.2, "standard deviation added to the angles"), .flag("shuffle", false, "random order"),
    ],
    make: {
      try makeSpirals(.total($0[0].int), classes: $0[1].int, noise: $0[2].number, shuffle: $0[3].flag, random: $1)
    })
}
