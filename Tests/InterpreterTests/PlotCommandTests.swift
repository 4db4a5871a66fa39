import Foundation
import Interpreter
import Plotting
import Testing

/// What `plot` draws and says, as data: no picture is drawn here but where a file is written.
@Suite struct PlotCommandTests {
  private static func figure(_ lines: String) throws -> (figure: Figure, sentence: String) {
    let transcript = Transcript()
    transcript.run(lines)
    let picture = try #require(transcript.pictures.last, "\(transcript.text)")
    return (picture.figure, picture.sentence)
  }

  private static let trained = CommandTrainTests.program + "train 20 every=0\n"

  @Test func theLossByEpochOnALogarithmicScale() throws {
    let (figure, sentence) = try Self.figure(
      CommandTrainTests.program + "train 300 every=50 validation=(X_test, Y_test)\ntrain 100 every=50\nplot loss")
    #expect(sentence.hasPrefix("loss fell from 1.3 to 0.29"))
    let panel = figure.panels[0]
    #expect(panel.y.scale == .logarithmic && panel.x.label == "epoch")
    guard case .line(let x, let y, _) = panel.series[0].mark, case .line(let epochs, _, _) = panel.series[1].mark else {
      Issue.record("two lines")
      return
    }
    #expect(x.count == 400 && x.first == 1 && abs(y[0] - 1.3195911550409414) < 1e-9)
    #expect(epochs == (1...300).map(Double.init))
    #expect(sentence.contains("; validation loss smallest, "))
  }

  /// Between two trainings that had validation data lies one that had none.
  @Test func theValidationCurveHasGaps() throws {
    let (figure, _) = try Self.figure(
      CommandTrainTests.program
        + "train 3 every=0 validation=(X_test, Y_test)\ntrain 2 every=0\ntrain 2 every=0 validation=0.1\nplot loss")
    guard case .line(let epochs, let losses, _) = figure.panels[0].series[1].mark else {
      Issue.record("no curve")
      return
    }
    #expect(epochs.map { $0.isNaN ? 0 : $0 } == [1, 2, 3, 0, 6, 7] && losses[3].isNaN)
  }

  @Test func withoutATrainingThereIsNoLoss() {
    #expect(Transcript().failure("network 2 -> 1 sigmoid\nplot loss")?.hint?.hasSuffix(", then train 100") == true)
    #expect(Transcript().failure("plot loss")?.sentence == "there is no network yet")
  }

  /// Every grid point has the class that the article's program gives it.
  @Test func theBoundaryIsThatOfTheArticlesProgram() throws {
    let (figure, sentence) = try Self.figure(CommandTrainTests.program + "train 1000 every=0\nplot boundary")
    let raster = try #require(
      figure.panels[0].series.compactMap { series -> Raster? in
        if case .raster(let raster) = series.mark { raster } else { nil }
      }.first)
    let fixture = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Fixtures/boundary.txt"), encoding: .utf8
    ).split(
      separator: "\n", omittingEmptySubsequences: false)
    let size = fixture[0].split(separator: " ").compactMap { Int($0) }
    #expect([raster.rows, raster.columns] == size)
    #expect(raster.values.count == 170_924)
    let undecided = Set(fixture[size[0] + 1].split(separator: " ").compactMap { Int($0) })
    var wrong = 0
    for row in 0..<size[0] {
      var column = 0
      for (index, run) in fixture[row + 1].split(separator: " ").enumerated() {
        for _ in 0..<Int(run)! {
          let place = row * size[1] + column
          if raster.values[place] != Double(index % 2), !undecided.contains(place) { wrong += 1 }
          column += 1
        }
      }
      #expect(column == size[1])
    }
    #expect(wrong == 0)
    #expect(sentence == "2 class regions; 708 of 800 training samples (88.5%) lie in the right one")
  }

  @Test func theLineIsWhereTheProbabilityIsOneHalf() throws {
    let (figure, _) = try Self.figure(
      "network 2 -> 1 sigmoid\nX = [[0, 0], [2, 2]]\nY = [[0], [1]]\nW1 = [[1], [0]]\nb1 = [-1]\nplot boundary")
    let line = try #require(
      figure.panels[0].series.compactMap { series -> [Double]? in
        if case .line(let x, _, _) = series.mark { x } else { nil }
      }.first)
    #expect(!line.isEmpty && line.allSatisfy { $0.isNaN || abs($0 - 1) < 1e-3 })
  }

  @Test func manyClassesHaveTheirRegions() throws {
    let (figure, sentence) = try Self.figure(
      "data blobs samples=90 centers=3 seed=1\nnetwork 2 -> 8 relu -> 3 softmax\ntrain 200 lr=0.1 every=0\nplot boundary"
    )
    #expect(sentence.hasPrefix("3 class regions; "))
    #expect(figure.panels[0].series.count == 1 + 3 + 3)
  }

  @Test func theTestSamplesWhenAsked() throws {
    #expect(try Self.figure(Self.trained + "plot boundary points=test").sentence.contains("of 200 test samples"))
    #expect(
      try Self.figure(Self.trained + "plot data").sentence
        == "800 training samples of 2 features: 400 of class 0, 400 of class 1")
    #expect(Transcript().failure("data moons samples=9\nplot data points=test")?.sentence == "there are no test data")
  }

  @Test func columnsHaveTheSamePicture() throws {
    let lines =
      "data moons samples=50 noise=0.2 seed=1\nnetwork 2 -> 4 tanh -> 1 sigmoid\ntrain 30 every=0\nplot boundary"
    let rows = try Self.figure("seed 3\n" + lines)
    let columns = try Self.figure("set convention columns\nseed 3\n" + lines)
    #expect(rows.sentence == columns.sentence || columns.sentence.hasPrefix("2 class regions"))
    #expect(columns.figure.panels[0].series.count == rows.figure.panels[0].series.count)
  }

  @Test func aMatrixHasItsNumbersIfItIsSmall() throws {
    let small = try Self.figure("A = np.array([[1, -2], [3, 4.5]])\nplot A")
    #expect(small.sentence == "A, 2 × 2: from -2 to 4.5; the largest in size is A[1, 1]")
    guard case .labels(let labels) = small.figure.panels[0].series[1].mark else {
      Issue.record("no numbers")
      return
    }
    #expect(labels.map(\.text) == ["1", "-2", "3", "4.5"])
    #expect(try Self.figure("plot np.zeros((50, 50))").figure.panels[0].series.count == 1)
  }

  @Test func listsAndPairs() throws {
    #expect(try Self.figure("v = [1, 4, 9]\nplot v").sentence.hasPrefix("v, 3 values: from 1 to 9"))
    let pair = try Self.figure("a = np.arange(5)\nb = 2 * a\nplot a b")
    #expect(pair.sentence == "b over a, 5 points, correlation 1")
    #expect(try Self.figure("a = np.arange(5)\nplot a a+1 a*2").figure.panels[0].series.count == 2)
  }

  @Test func activationsWithTheirDerivatives() throws {
    let (figure, sentence) = try Self.figure("plot relu")
    #expect(sentence == "relu(z) = max(0, z) and its derivative, for z from -5 to 5")
    guard case .line(let z, let slope, _) = figure.panels[0].series[1].mark else { return }
    #expect(zip(z, slope).allSatisfy { $1 == ($0 > 0 ? 1 : 0) })
    #expect(try Self.figure("plot relu tanh softmax").figure.panels[0].series.count == 6)
  }

  @Test func theNetworkAndItsGradients() throws {
    let network = try Self.figure("seed 1\nnetwork 2 -> 3 relu -> 1 sigmoid\nplot network")
    #expect(network.sentence.hasPrefix("2 -> 3 -> 1 neurons, 13 parameters; the strongest weight is W"))
    let gradients = try Self.figure(Self.trained + "plot gradients")
    #expect(gradients.sentence.hasPrefix("mean size of the gradients: dW1 "))
    #expect(gradients.figure.panels.map(\.title) == ["dW1", "dW2"])
    #expect(
      Transcript().failure("network 2 -> 1 sigmoid\nplot gradients")?.hint
        == "run forward [0.5, 0.5], then backward [1]")
  }

  @Test(arguments: [
    "plot", "plot nothing", "plot loss data", "plot 3", "plot []", "plot 'x'", "plot np.zeros((2, 2, 2))",
    "plot [1] [1, 2]",
    "plot relu [1]", "plot [1, 2] to \"x.gif\"", "plot [1, 2] size=3", "plot [1, 2] size=(1, 1e9)", "plot print",
    "plot [1, 2] to \"/tmp\"", "plot [1, 2] to \"/nonexistent/f.png\"", "network 3 -> 1 sigmoid\nplot boundary",
    "network 2 -> 1 sigmoid\nplot boundary", "plot data", "plot [1, 2] title=3",
  ]) func wrongLinesAreErrors(_ line: String) {
    let transcript = Transcript()
    #expect(transcript.failure(line) != nil, "\(line)")
    #expect(transcript.pictures.isEmpty)
  }

  @Test func aFileIsWrittenWhole() throws {
    let path = "/tmp/nn-plot-test-\(UInt32.random(in: 0...UInt32.max)).png"
    defer { unlink(path) }
    let text = Transcript.of("plot [1, 4, 9] title=\"it's\" to \"\(path)\"")
    #expect(text == "[1, 4, 9], 3 values: from 1 to 9, smallest 1, largest 9\nwritten to \(path)\n")
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    #expect(fgetc(file) == 0x89)
  }
}
