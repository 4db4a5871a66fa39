import Arrays
import Datasets
import Foundation
import Testing

/// Where the fixtures of this target lie.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

/// Generated data and splits against scikit-learn's, bit for bit.
@Suite struct SklearnTests {
  private static func words(_ array: NDArray) -> [UInt64] {
    (0..<array.count).map {
      array.dtype == .float64 ? array.doubles[$0].bitPattern : UInt64(bitPattern: Int64(array.ints[$0]))
    }
  }

  private static func words(_ data: Dataset) -> [UInt64] { words(data.features) + words(data.targets) }

  private static func made(_ name: String, _ random: RandomState) throws -> [UInt64] {
    func generate(_ kind: String, _ options: [String: DatasetKind.Value]) throws -> [UInt64] {
      try words(DatasetCatalog.find(kind).generate(options, random: random))
    }
    switch name {
    case "moons": return try generate("moons", ["samples": .int(1000), "noise": .number(0.2)])
    case "moons_odd": return try generate("moons", ["samples": .int(101)])
    case "moons_plain": return try words(makeMoons(.each([30, 11]), shuffle: false, noise: 0, random: random))
    case "moons_one": return try generate("moons", ["samples": .int(1)])
    case "circles":
      return try generate("circles", ["samples": .int(1000), "noise": .number(0.1), "factor": .number(0.5)])
    case "circles_odd": return try generate("circles", ["samples": .int(77)])
    case "circles_plain": return try words(makeCircles(.each([5, 70]), shuffle: false, random: random))
    case "blobs": return try generate("blobs", ["samples": .int(1000)])
    case "blobs_five":
      return try generate(
        "blobs", ["samples": .int(502), "features": .int(4), "centers": .int(5), "std": .number(0.7)])
    case "blobs_at":
      let centers = BlobCenters.at(NDArray([0, 1, 2.5, -3], shape: [2, 2]))
      return try words(makeBlobs(.total(50), centers: centers, deviations: [0.1, 2], random: random))
    case "blobs_each": return try words(makeBlobs(.each([3, 30, 12]), box: (0, 1), shuffle: false, random: random))
    case "global":
      return try generate("moons", ["samples": .int(60), "noise": .number(0.1)])
        + generate("blobs", ["samples": .int(60)]) + words(random.randomSample([3]))
    case "spirals": return try generate("spirals", ["samples": .int(300)])
    default: return try split(name, random)
    }
  }

  private static func split(_ name: String, _ random: RandomState) throws -> [UInt64] {
    let generator = try RandomState(seed: 3)
    let labels = try generator.randint(0, 4, size: [200])
    func mapped(_ transform: (Int) -> Double) -> NDArray { NDArray((0..<200).map { transform(labels.ints[$0]) }) }
    let split =
      switch name {
      case "split_fraction": try trainTestSplit(1000, test: .fraction(0.2), random: random)
      case "split_default": try trainTestSplit(11, random: random)
      case "split_count": try trainTestSplit(50, test: .count(7), random: random)
      case "split_train": try trainTestSplit(53, train: .fraction(0.3), random: random)
      case "split_both": try trainTestSplit(53, test: .fraction(0.25), train: .fraction(0.3), random: random)
      case "split_counts": try trainTestSplit(53, test: .count(9), train: .count(30), random: random)
      case "split_ordered": try trainTestSplit(20, test: .fraction(0.3), shuffle: false, random: random)
      case "split_stratified": try trainTestSplit(200, test: .fraction(0.25), stratify: labels, random: random)
      case "split_stratified_ties":
        try trainTestSplit(60, test: .fraction(0.33), stratify: NDArray((0..<60).map { $0 % 12 }), random: random)
      case "split_stratified_both":
        try trainTestSplit(
          200, test: .count(31), train: .fraction(0.4), stratify: mapped { Double($0) / 2 - 1 }, random: random)
      case "split_stratified_column":
        try trainTestSplit(
          300, test: .fraction(0.2), stratify: NDArray((0..<300).map { $0 % 13 }, shape: [300, 1]), random: random)
      case "split_stratified_rows":
        try trainTestSplit(
          200, test: .fraction(0.2),
          stratify: NDArray(
            (0..<400).map { $0 % 2 == 0 ? labels.ints[$0 / 2] % 2 : labels.ints[$0 / 2] / 2 }, shape: [200, 2]),
          random: random)
      case "split_stratified_bool":
        try trainTestSplit(
          200, test: .fraction(0.2), stratify: NDArray((0..<200).map { labels.ints[$0] > 0 }), random: random)
      default: throw DatasetError.unknownDataset(name: name, known: [])
      }
    return (split.train + split.test).map { UInt64($0) }
  }

  @Test func dataEqualScikitLearns() throws {
    let file = try String(contentsOf: fixtures.appendingPathComponent("sklearn_data.txt"), encoding: .utf8)
    let rows = file.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.count == 78)
    for row in rows {
      let words = try SklearnTests.made(String(row[0]), RandomState(seed: Int(row[1])!))
      let ends = (words.prefix(3) + words.suffix(3)).map { String($0, radix: 16) }
      #expect(ends == row[3...].map(String.init), "\(row[0]), seed \(row[1])")
      let digest = words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
      #expect(String(digest, radix: 16) == row[2], "\(row[0]), seed \(row[1])")
    }
  }
}
