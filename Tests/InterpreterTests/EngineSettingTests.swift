import Testing

/// `set dtype` and `set threads`.
// One after the other, for the number of threads is the process's.
@Suite(.serialized) struct EngineSettingTests {
  /// A training over more samples than a block has, so that there is work for two threads.
  private static let training = """
    data moons samples=9000 noise=0.2 seed=42
    seed 1
    network 2 -> 10 relu -> 1 sigmoid
    train 30 lr=0.5 every=0;
    print(loss, W1.ravel().tolist(), W2.ravel().tolist(), b1.ravel().tolist())
    """
  /// Layers too large for the first cache: they go through BLAS.
  private static let wideTraining = """
    seed 3
    X = np.random.randn(600, 300)
    Y = (X[:, :1] > 0).astype(int)
    network 300 -> 70 tanh -> 1 sigmoid
    train 3 batch_size=100 lr=0.1 every=0;
    print(loss, W1.ravel().tolist(), W2.ravel().tolist())
    """

  @Test(arguments: [training, wideTraining]) func threadsDoNotChangeWhatIsLearned(lines: String) throws {
    let one = numbers(Transcript.of("set threads 1\n" + lines))
    let two = numbers(Transcript.of("set threads 2\n" + lines))
    try #require(one.count == two.count && one.count > 30)
    for (a, b) in zip(one, two) { #expect(abs(a - b) <= 1e-12 * max(1, abs(a))) }
  }

  @Test(arguments: [training, wideTraining], ["float64", "float32"])
  func equalRunsGiveEqualBits(lines: String, dtype: String) {
    let lines = "set threads 2\nset dtype \(dtype)\n" + lines
    #expect(Transcript.of(lines) == Transcript.of(lines))
  }

  @Test func float32LearnsTheSameToItsDigits() throws {
    let double = numbers(Transcript.of(Self.training))
    let float = numbers(Transcript.of("set dtype float32\n" + Self.training))
    try #require(double.count == float.count)
    #expect(double != float)
    for (a, b) in zip(double, float) { #expect(abs(a - b) <= 1e-3) }
  }

  @Test func arraysOnLinesStayFloat64() {
    let text = Transcript.of(
      """
      set dtype float32
      data moons samples=50 seed=1
      network 2 -> 3 relu -> 1 sigmoid
      A = forward(X)
      backward;
      print(A.dtype, W1.dtype, dW1.dtype, X.dtype)
      W1[0, 0] = 0.1
      step lr=0.0
      print(W1[0, 0])
      """)
    // 0.1 as the nearest float32.
    #expect(text == "float64 float64 float64 float64\n0.10000000149011612\n")
  }

  @Test func theNetworkThatIsThereGoesOn() {
    let text = Transcript.of(
      """
      data moons samples=200 noise=0.2 seed=42
      seed 1
      network 2 -> 10 relu -> 1 sigmoid
      optimizer adam lr=0.05
      train 20 every=0;
      before = W1.copy()
      set dtype float32
      print(np.abs(W1 - before).max() < 1e-6, np.abs(W1 - before).max() > 0)
      train 20 every=0;
      set dtype float64
      train 20 every=0;
      print(evaluate() > 0.7)
      """)
    #expect(text == "True True\nTrue\n")
  }

  @Test func valuesThatAreNone() {
    let transcript = Transcript()
    #expect(transcript.failure("set dtype \"float16\"")?.sentence == "dtype must be float64 or float32, not float16")
    #expect(transcript.failure("set threads 0")?.sentence == "threads must be 1 to 64, not 0")
    #expect(transcript.failure("set threads 1000")?.sentence == "threads must be 1 to 64, not 1000")
    #expect(transcript.run("set dtype") == "dtype float64\n")
    #expect(transcript.run("set threads 2\nset threads") == "threads 2\n")
  }

  private func numbers(_ text: String) -> [Double] {
    text.split { ",[] \n".contains($0) }.compactMap { Double($0) }
  }
}
