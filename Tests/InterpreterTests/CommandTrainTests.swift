import Glibc
import Interpreter
import Testing

/// Training as the article does it, with the article's figures.
@Suite struct CommandTrainTests {
  static let program = """
    seed 42
    data moons samples=1000 noise=0.2 seed=42
    split test=0.2 seed=42
    network 2 -> 10 relu -> 1 sigmoid
    loss binary_cross_entropy epsilon=1e-8
    optimizer sgd lr=0.1

    """

  @Test func theArticlesRun() {
    let transcript = Transcript()
    let text = transcript.run(CommandTrainTests.program + "train 1000 every=100")
    let lines = text.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.first == "Epoch 100/1000 - Loss: 0.3997 - Accuracy: 0.8413")
    #expect(lines.last == "Epoch 1000/1000 - Loss: 0.2532 - Accuracy: 0.8850")
    #expect(
      transcript.run(
        "losses = _\nabs(losses[0] / 1.3195911550409414 - 1) < 1e-10, abs(losses[-1] / 0.25317441917362005 - 1) < 1e-10"
      ) == "(True, True)\n")
    #expect(transcript.run("evaluate(X_train, Y_train), evaluate()") == "(np.float64(0.885), np.float64(0.895))\n")
    #expect(transcript.run("evaluate").hasPrefix("accuracy 0.8950"))
    #expect(
      transcript.run("[round(float(p), 4) for p in forward([[0, 0], [1, 1], [-1, 0.5], [0.5, -0.5]]).ravel()]")
        == "[0.726, 0.0355, 0.0325, 0.9897]\n")
    #expect(
      transcript.run("abs(W1[0, 0] - 0.751803185097) < 1e-10, abs(b2[0, 0] + 2.032222785471) < 1e-10")
        == "(np.True_, np.True_)\n")
    #expect(transcript.run("predict([[0, 0], [1, 1]]).tolist()") == "[[1], [0]]\n")
  }

  @Test func reportsComeTenTimesUnlessAskedOtherwise() {
    let transcript = Transcript()
    transcript.run(CommandTrainTests.program)
    #expect(transcript.run("train 100").split(separator: "\n").count == 10)
    #expect(transcript.run("train 100 every=0") == "")
    #expect(transcript.run("train 3").split(separator: "\n").count == 3)
  }

  @Test func trainIsForwardBackwardStep() {
    let byTrain = Transcript.of(CommandTrainTests.program + "train 3 every=0\nprint(W1, b2)")
    let byHand = Transcript.of(
      CommandTrainTests.program + "for i in range(3):\n  p = forward()\n  q = backward()\n  step\nprint(W1, b2)")
    #expect(byTrain == byHand)
  }

  @Test func validationIsAPairOrAShare() {
    let transcript = Transcript()
    transcript.run(CommandTrainTests.program)
    #expect(transcript.run("train 1 validation=(X_test, Y_test)").contains("Val accuracy"))
    #expect(transcript.run("train 1 validation=0.25 batch_size=50").contains("Val loss"))
    #expect(transcript.failure("train 1 validation=3")?.sentence.contains("validation") == true)
  }

  @Test func aRegressionHasNoAccuracy() {
    let transcript = Transcript()
    transcript.run("seed 1\nX = np.linspace(0, 1, 20).reshape(-1, 1)\nY = 2 * X\nnetwork 1 -> 1 linear")
    #expect(transcript.run("train 1").contains("Loss: ") && !transcript.text.contains("Accuracy"))
    #expect(transcript.run("evaluate").hasPrefix("loss 0."))
  }

  @Test func wrongOptionsAreErrorsBeforeTheFirstStep() {
    let transcript = Transcript()
    transcript.run(CommandTrainTests.program + "before = W1.copy()")
    for line in [
      "train -1", "train 1.5", "train 1 batch_size=0", "train 1 every=-1", "train 'x'", "train 1 lr='a'",
      "train 1 gamma=0.5",
    ] {
      #expect(transcript.failure(line) != nil, "\(line)")
    }
    #expect(transcript.run("(before == W1).all()") == "True\n")
  }

  @Test func aNetworkComesBackFromAFile() {
    let transcript = Transcript()
    transcript.run(CommandTrainTests.program + "train 5 every=0")
    let path = "/tmp/nn-command-test-\(UInt32.random(in: 0...UInt32.max)).safetensors"
    defer { unlink(path) }
    #expect(
      transcript.run("save \"\(path)\"\nw = W1.copy()\ntrain 1 every=0\nload \"\(path)\"\n(w == W1).all()") == "True\n")
    #expect(transcript.run("show network").contains("2 inputs          10 relu"))
  }
}
