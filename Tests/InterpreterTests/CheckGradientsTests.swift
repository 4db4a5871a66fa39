import Interpreter
import Testing

@Suite struct CheckGradientsTests {
  static let small = """
    seed 3
    X = np.random.randn(6, 2)
    Y = (X[:, :1] > 0).astype(int)
    network 2 -> 3 relu -> 1 sigmoid

    """

  @Test(arguments: ["rows", "columns"]) func theEnginesGradientsAgree(convention: String) {
    let turn = convention == "rows" ? "" : "X, Y = X.T, Y.T\n"
    let transcript = Transcript()
    transcript.run("set convention \(convention)\n" + CheckGradientsTests.small + turn)
    let text = transcript.run("check gradients")
    #expect(text.hasPrefix("gradients of binary_cross_entropy over 6 samples (X, Y)\n"))
    #expect(text.contains("they agree: "))
    for name in ["W1", "b1", "W2", "b2"] { #expect(text.contains("\n\(name) ")) }
    for line in text.split(separator: "\n") { #expect(line.count <= 79, "\(line)") }
    // The learner's own batch comes before the training data.
    transcript.run("forward np.array([[1, 2]])\(convention == "rows" ? "" : ".T")\nbackward [[1]]")
    #expect(transcript.run("check gradients").contains("over 1 sample (the last batch)"))
    #expect(transcript.run("check") == transcript.run("check gradients"))
  }

  /// The numbers of the table are those of NumPy's own central difference.
  @Test func theTableHoldsTheNumbers() throws {
    let transcript = Transcript()
    transcript.run(CheckGradientsTests.small + "forward;\nbackward;")
    let row = try #require(
      transcript.run("check gradients").split(separator: "\n").first { $0.hasPrefix("b2") })
    let fields = row.split(separator: " ")
    let difference = transcript.run(
      """
      def mean_loss(b):
        A = sigmoid(relu(X @ W1 + b1) @ W2 + b)
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
      f"{(mean_loss(b2 + 1e-5) - mean_loss(b2 - 1e-5)) / 2e-5:.5g}"
      """)
    #expect(transcript.run("f\"{\(fields[fields.count - 1]):.5g}\"") == difference)
    #expect(transcript.run("f\"{db2[0, 0]:.6g}\" == '\(fields[fields.count - 2])'") == "True\n")
  }

  /// What rounding makes of an error is each machine's own: the report does not hold it.
  @Test func anErrorOfRoundingIsNotShown() throws {
    let transcript = Transcript()
    transcript.run(CheckGradientsTests.small + "forward;\nbackward;")
    let text = transcript.run("check gradients")
    #expect(text.hasSuffix("they agree: the largest relative error is below 1e-7\n"))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("W1") })
    let largest = transcript.run(
      "i = np.argmax(abs(dW1))\nf'W1        6    below 1e-7  [{i // 3}, {i % 3}]'")
    #expect(row.split(separator: " ").prefix(6) == largest.dropFirst().dropLast(2).split(separator: " ")[...])
  }

  /// b1 lies at the kink of every sample, whatever the step.
  @Test func aKinkIsNamed() {
    let transcript = Transcript()
    transcript.run(
      "network 1 -> 1 relu -> 1 linear\nW1 = [[1]]\nb1 = [0]\nW2 = [[1]]\nX = [[0.0], [1.0]]\nY = [[1.0], [2.0]]")
    let text = transcript.run("check gradients")
    #expect(text.contains("\nb1   0 of 1              -\n"), "\(text)")
    #expect(text.contains("b1: 1 left out where a step crosses a kink of relu"))
    #expect(text.contains("Z1[0, 0] = 0"))
    #expect(text.contains("they agree: "))
  }

  @Test func largeOnesAreSampled() {
    let transcript = Transcript()
    transcript.run(CheckGradientsTests.small)
    let text = transcript.run("check gradients samples=4 elements=2")
    #expect(text.contains("over 4 of 6 samples"))
    #expect(text.contains("2 of 6"))
    #expect(transcript.failure("check gradients samples=0")?.sentence == "check: samples must be at least 1, not 0")
  }

  @Test func nothingIsChanged() {
    let transcript = Transcript()
    transcript.run(
      "seed 1\ndata moons samples=40 noise=0.2\nnetwork 2 -> 4 relu -> dropout 0.5 -> 1 sigmoid\noptimizer adam\n"
        + "train 5 every=0\nforward;\nbackward;\nold = [v.copy() for v in [W1, b1, W2, b2, Z1, A1, dW1, dZ2, dA1]]")
    #expect(transcript.run("check gradients").contains("dropout is off here"))
    #expect(
      transcript.run(
        "all([(a == b).all() for a, b in zip(old, [W1, b1, W2, b2, Z1, A1, dW1, dZ2, dA1])])") == "True\n")
    transcript.run("a = np.random.rand()\ntrain 3 every=0\nw = W1.copy()")
    let other = Transcript()
    other.run(
      "seed 1\ndata moons samples=40 noise=0.2\nnetwork 2 -> 4 relu -> dropout 0.5 -> 1 sigmoid\noptimizer adam\n"
        + "train 5 every=0\nforward;\nbackward;\na = np.random.rand()\ntrain 3 every=0\nw = W1.copy()")
    #expect(transcript.run("w.tolist()") == other.run("w.tolist()"))
  }

  @Test func whatIsMissingIsSaid() {
    #expect(Transcript().failure("check gradients")?.sentence == "there is no network yet")
    #expect(
      Transcript().failure("network 2 -> 1 sigmoid\ncheck gradients")?.sentence
        == "there are no training data: X and Y have no value")
    #expect(Transcript().failure("network 2 -> 1 sigmoid\ncheck gradiens") != nil)
  }
}
