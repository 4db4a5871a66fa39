import Arrays
import Datasets
import Foundation
import Testing

@Suite struct PreparationTests {
  @Test func meanAndDeviationOfEachFeature() throws {
    let train = NDArray([1, 5, 3, 5, 8, 5], shape: [3, 2])
    let scaler = try Standardizer(fitting: train)
    #expect(scaler.means == [4, 5])
    #expect(abs(scaler.deviations[0] - sqrt(26.0 / 3)) < 1e-15)
    #expect(scaler.deviations[1] == 1)
    #expect(throws: ArrayError.self) { try Standardizer(fitting: NDArray([1.0])) }
    #expect(throws: ArrayError.self) { try Standardizer(fitting: NDArray([Double](), shape: [0, 2])) }
    // A constant whose mean is not exactly itself.
    #expect(try Standardizer(fitting: NDArray([0.1, 0.1, 0.1], shape: [3, 1])).deviations == [1])
  }

  @Test func rowsAreSelected() throws {
    let array = NDArray([1, 2, 3, 4, 5, 6], shape: [3, 2])
    #expect(try text(of: selectRows(array, [2, 0])) == "[[5 6]\n [1 2]]")
    #expect(try text(of: selectRows(NDArray([true, false]), [1, 1])) == "[False False]")
    #expect(throws: ArrayError.self) { try selectRows(array, [3]) }
  }

  @Test func wrongSizesAreErrors() throws {
    let random = try RandomState(seed: 0)
    let state = random.state
    func fails(_ samples: Int, _ test: SplitSize?, _ train: SplitSize? = nil) {
      #expect(throws: DatasetError.self, "\(samples)") {
        try trainTestSplit(samples, test: test, train: train, random: random)
      }
    }
    for value in [0, 1, -0.5, 2, .nan, .infinity] { fails(10, .fraction(value)) }
    for value in [0, 10, -1, Int.max, Int.min] { fails(10, .count(value)) }
    fails(1, nil)
    fails(0, .fraction(0.5))
    fails(10, .fraction(0.6), .fraction(0.6))
    fails(10, .count(6), .count(6))
    #expect(throws: DatasetError.stratifyWithoutShuffle) {
      try trainTestSplit(4, shuffle: false, stratify: NDArray([0, 0, 1, 1]), random: random)
    }
    for labels in [NDArray([0, 0, 1, 2]), NDArray([0.0, .nan, 1, 1]), NDArray([0, 0])] {
      #expect(throws: DatasetError.self) { try trainTestSplit(4, test: .count(2), stratify: labels, random: random) }
    }
    #expect(throws: DatasetError.partTooSmall(part: "test_size", size: 1, classes: 2)) {
      try trainTestSplit(4, test: .count(1), stratify: NDArray([0, 0, 1, 1]), random: random)
    }
    #expect(random.state == state)
  }

  @Test func theTruthTableOfXor() throws {
    let data = try makeXor(4, shuffle: false, noise: nil, random: RandomState(seed: 0))
    #expect(text(of: data.features) == "[[0. 0.]\n [0. 1.]\n [1. 0.]\n [1. 1.]]")
    #expect(text(of: data.targets) == "[0 1 1 0]")
  }

  @Test(arguments: DatasetCatalog.all.map(\.name))
  func everyGeneratorKeepsItsPromises(name: String) throws {
    let kind = try DatasetCatalog.find(name)
    #expect(kind.summary.hasSuffix("."))
    let data = try kind.generate(["samples": .int(53)], random: RandomState(seed: 1))
    #expect(data.features.shape[0] == 53)
    #expect(data.targets.shape == [53])
    #expect((0..<data.features.count).allSatisfy { data.features.doubles[$0].isFinite })
    let again = try kind.generate(["samples": .int(53)], random: RandomState(seed: 1))
    #expect(text(of: again.features) == text(of: data.features))
    let bad: [[String: DatasetKind.Value]] = [
      ["samples": .int(0)], ["samples": .int(-5)], ["samples": .int(1_000_000_000_000_000_000)],
      ["samples": .number(2.5)],
      ["nois": .number(1)], ["shuffle": .number(1)],
    ]
    for options in bad {
      #expect(throws: DatasetError.self, "\(options)") { try kind.generate(options, random: RandomState(seed: 1)) }
    }
    for option in kind.options where option.kind == .number {
      #expect(throws: DatasetError.self, "\(option.name)") {
        try kind.generate([option.name: .number(-1)], random: RandomState(seed: 1))
      }
      #expect(throws: DatasetError.self, "\(option.name)") {
        try kind.generate([option.name: .number(.nan)], random: RandomState(seed: 1))
      }
    }
    for option in kind.options where option.kind == .int {
      for value in [0, -3, Int.max, Int.min] {
        #expect(throws: DatasetError.self, "\(option.name)") {
          try kind.generate([option.name: .int(value)], random: RandomState(seed: 1))
        }
      }
    }
  }
}
