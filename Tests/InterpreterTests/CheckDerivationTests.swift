import Interpreter
import NeuralNetwork
import Testing

/// `check NAME = EXPRESSION`: the typical mistakes, each made.
@Suite struct CheckDerivationTests {
  /// Seven samples, widths that all differ, biases that are not zero.
  static func program(_ layers: String, _ convention: String = "rows", targets: String = "labels", extra: String = "")
    -> String
  {
    """
    set convention \(convention)
    seed 7
    X = np.random.randn(7, 3)
    Y = \(targets == "labels" ? "(X[:, :1] > 0).astype(int)" : targets)
    \(convention == "rows" ? "" : "X, Y = X.T, Y.T")
    network \(layers)
    \(extra)
    b1 = np.random.randn(*b1.shape)
    b2 = np.random.randn(*b2.shape)
    forward X;
    backward Y;

    """
  }

  static let binary = program("3 -> 5 tanh -> 1 sigmoid")
  static let relu = program("3 -> 5 relu -> 1 sigmoid")
  static let columns = program("3 -> 5 tanh -> 1 sigmoid", "columns")
  static let square = program("3 -> 3 tanh -> 3 tanh -> 1 sigmoid", extra: "b3 = [0.3]")
  static let regression = program("3 -> 5 tanh -> 4 linear", targets: "np.random.randn(7, 4)")
  static let classes = program("3 -> 5 sigmoid -> 4 softmax", targets: "np.eye(4)[np.arange(7) % 4]")
  static let squared = program("3 -> 5 tanh -> 1 sigmoid", extra: "loss mse")
  static let updated = relu + "old = W1.copy()\nstep lr=0.5\n"
  static let stepped = relu + "step lr=0.5\n"

  struct Case: CustomTestStringConvertible, Sendable {
    let program: String
    let line: String
    let said: String
    init(_ program: String, _ line: String, _ said: String) {
      self.program = program
      self.line = line
      self.said = said
    }
    var testDescription: String { line }
  }

  static let cases = [
    Case(binary, "dW2 = A1.T @ dZ2", "a missing 1/m"),
    Case(binary, "db1 = dZ1.sum(axis=0, keepdims=True)", "a missing 1/m"),
    Case(binary, "loss = -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))", "a missing 1/m"),
    Case(binary, "dW2 = A1.T @ dZ2 / m / m", "an extra 1/m"),
    Case(binary, "dZ2 = (A2 - Y) / m", "an extra 1/m"),
    Case(binary, "dW1 = dZ1.T @ X / m", "the transpose"),
    Case(columns, "dW1 = x @ dz1.T / m if False else X @ dz1.T / m", "the transpose"),
    Case(square, "dW1 = dZ1.T @ X / m", "the transpose"),
    Case(binary, "dZ2 = Y - A2", "a wrong sign"),
    Case(squared, "dA2 = A2 - Y", "a factor 2 that is missing"),
    Case(regression, "dA2 = 2 * (A2 - Y)", "a missing 1/4"),
    Case(relu, "dZ1 = dA1", "a missing derivative"),
    Case(relu, "dW1 = X.T @ dA1 / m", "a missing derivative"),
    Case(relu, "dZ1 = dA1 * A1 * (1 - A1)", "none of the usual"),
    Case(binary, "dZ1 = dA1 * relu'(Z1)", "a wrong derivative: that of relu, where layer 1 has tanh"),
    Case(binary, "db1 = (dA1 * sigmoid'(Z1)).sum(axis=0, keepdims=True) / m", "a wrong derivative: that of sigmoid"),
    Case(columns, "dW1 = (da1 * relu'(z1)) @ X.T / m", "a wrong derivative: that of relu"),
    Case(binary, "dZ1 = dA1 * (1 - tanh(A1) ** 2)", "tanh' taken at A1 instead of Z1"),
    Case(binary, "dZ1 = dA1 * (1 - Z1 ** 2)", "the formula of tanh' in A1 with Z1 in its place"),
    Case(binary, "dZ1 = dA1 * A1", "multiplied by tanh itself"),
    Case(binary, "dZ2 = (A2 - Y) * A2 * (1 - A2)", "an extra sigmoid'(Z2)"),
    Case(squared, "dZ2 = A2 - Y", "A - Y, which is dZ2 of a cross-entropy, where the loss is mse"),
    Case(binary, "db1 = dZ1.sum(axis=1, keepdims=True) / m", "a sum over axis 1, the units"),
    Case(columns, "db1 = dz1.sum(axis=0) / m", "a sum over axis 0, the units"),
    Case(binary, "db1 = dZ1.mean()", "a mean taken over samples and units together"),
    Case(binary, "db1 = dZ1", "not summed"),
    Case(binary, "db1 = dZ1.mean(axis=0)", "keepdims=True keeps the axis"),
    Case(binary, "Z1 = X @ W1", "a missing bias"),
    Case(binary, "A1 = tanh(X @ W1)", "a missing bias"),
    Case(columns, "z1 = W1 @ X - b1", "a bias that is subtracted"),
    Case(binary, "Z2 = Z1 @ W2 + b2", "the pre-activation Z1 in the place of the activation A1"),
    Case(binary, "dW2 = Z1.T @ dZ2 / m", "the pre-activation Z1 in the place of the activation A1"),
    Case(square, "dW2 = A2.T @ dZ2 / m", "the layer's own output A2 in the place of its input A1"),
    Case(square, "dA1 = dA2 @ W2.T", "dA2 in the place of dZ2"),
    Case(binary, "A1 = Z1", "a missing activation"),
    Case(binary, "yhat = sigmoid(A2)", "sigmoid applied twice"),
    Case(binary, "A1 = relu(Z1)", "a wrong activation: relu, where the layer has tanh"),
    Case(binary, "A2 = 1 / (1 + np.exp(Z2))", "a wrong sign in the exponent"),
    Case(binary, "A2 = A2 * (1 - A2)", "the derivative sigmoid'(Z2) in the place of the activation"),
    Case(square, "Z2 = A1 * W2[:1] + b2", "none of the usual"),
    Case(binary, "dW2 = A1 * dZ2", "an elementwise product *"),
    Case(square, "dA1 = dZ2 @ W2", "a .T too many or missing"),
    Case(square, "Z2 = A1 @ W2.T + b2", "a .T too many or missing"),
    Case(stepped, "dA1 = dZ2 @ W2.T", "made with W2 as it is after step"),
    Case(stepped, "dZ1 = (dZ2 @ W2.T) * relu'(Z1)", "made with W2 as it is after step"),
    Case(stepped, "dW1 = X.T @ ((dZ2 @ W2.T) * relu'(Z1)) / m", "made with W2 as it is after step"),
    Case(stepped, "Z1 = X @ W1 + b1", "made with W1, b1 as it is after step"),
    Case(updated, "W1 = old + 0.5 * dW1", "a step up the gradient"),
    Case(updated, "W1 = old - dW1", "a missing lr: the step is lr * dW1, with lr = 0.5"),
    Case(updated, "W1 = old", "W1 as it was before the step"),
    Case(classes, "A2 = np.exp(Z2) / np.exp(Z2).sum(axis=0, keepdims=True)", "softmax over axis 0, the samples"),
    Case(classes, "A2 = np.exp(Z2) / np.exp(Z2).sum()", "softmax over the whole matrix"),
    Case(classes, "loss = -np.mean(np.sum(Y * np.log2(A2), axis=1))", "a logarithm to base 2"),
    Case(binary, "loss = np.mean((A2 - Y) ** 2)", "another loss: mse"),
    Case(binary, "loss = -np.mean(Y * np.log(A2))", "a missing (1 - Y) * log(1 - A)"),
  ]

  /// Every kind of mistake of the catalog is made by a case.
  @Test func everyMistakeHasACase() throws {
    var made: Set<String> = []
    for one in CheckDerivationTests.cases {
      let transcript = Transcript()
      let parts = one.line.split(separator: " = ", maxSplits: 1).map(String.init)
      transcript.run(one.program + "mine = np.array(\(parts[1]))")
      let convention: Convention = one.program.contains("columns") ? .columns : .rows
      let name = try #require(EngineName(parts[0], convention: convention))
      guard case .array(let mine)? = transcript.session.lookup("mine") else { continue }
      let network = try #require(transcript.session.model.network)
      made.formUnion(try #require(network.checkDerivation(of: name, mine)).mistakes.map(\.kind))
    }
    for name in MistakeKind.catalog.names { #expect(made.contains(name), "\(name)") }
  }

  @Test(arguments: cases) func aMistakeIsRecognised(_ made: Case) {
    let transcript = Transcript()
    transcript.run(made.program)
    let text = transcript.run("check " + made.line)
    #expect(text.hasPrefix("differs: "), "\(text)")
    #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(made.said), "\(text)")
    if !made.said.hasPrefix("none") {
      // One mistake is made, and one is named.
      #expect(text.contains("looks like ") && !text.contains("looks like one of"), "\(text)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 79, "\(line)") }
  }

  @Test func whatIsRightIsExactOrEqualUpToRounding() {
    let transcript = Transcript()
    transcript.run(CheckDerivationTests.binary)
    #expect(transcript.run("check dA1 = dA1") == "exact: dA1 is the engine's, all 35 entries\n")
    for line in [
      "dW2 = A1.T @ dZ2 / m", "dZ1 = dA1 * (1 - A1 ** 2)", "dW1 = X.T @ dZ1 / m", "Z1 = X @ W1 + b1",
      "loss = -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))", "m = len(X)", "yhat = sigmoid(Z2)", "W1 = W1",
    ] {
      let text = transcript.run("check " + line)
      #expect(text.hasPrefix("exact: ") || text.hasPrefix("approximately equal: "), "\(line): \(text)")
    }
    let text = transcript.run("check dA1 = dA1 * (1 + 1e-9)")
    #expect(text.contains("the largest difference is ") && text.contains(" at ["))
  }

  @Test func aDifferenceIsPlaced() {
    let transcript = Transcript()
    transcript.run(CheckDerivationTests.binary + "mine = dW1.copy()\nmine[1, 2] += 1\nmine[2, 4] -= 3")
    let text = transcript.run("check dW1 = mine")
    #expect(text.contains("first at [1, 2]: yours "))
    #expect(text.contains("2 of 15 entries differ, the most at [2, 4]: by 3"))
    #expect(text.contains("none of the usual mistakes"))
    // It assigns nothing.
    #expect(transcript.run("(dW1 == mine).all()") == "False\n")
  }

  /// With one sample 1/m is 1, and with two it is the 1/2 of a square: nothing false is said.
  @Test func whatCannotBeToldApartIsNotTold() {
    let one = Transcript()
    one.run("network 2 -> 3 relu -> 1 sigmoid\nforward [0.5, 0.2]\nbackward [1]")
    #expect(!one.run("check dW2 = A1.T @ dZ2").hasPrefix("differs"))
    let two = Transcript()
    two.run("network 2 -> 3 tanh -> 1 sigmoid\nforward [[0.5, 0.2], [0.1, 0.7]]\nbackward [[1], [0]]")
    let text = two.run("check dW2 = A1.T @ dZ2")
    #expect(text.contains("one of these") && text.contains("a missing 1/m") && text.contains("a factor 2"))
    // Zeros say nothing.
    #expect(two.run("check dW2 = 0 * dW2").contains("none of the usual mistakes"))
  }

  @Test func errorsHaveTheirPlace() {
    let transcript = Transcript()
    transcript.run(CheckDerivationTests.binary)
    #expect(transcript.failure("check dw1 = 3")?.hint == "did you mean dW1?")
    #expect(transcript.failure("check Z9 = 3")?.sentence == "there is no Z9: the network has 2 layers")
    #expect(transcript.failure("check dW2 = A1 @ dZ2")?.sentence.contains("do not fit in A1 @ dZ2") == true)
    #expect(transcript.failure("check dW2 = 'a'") != nil)
    #expect(Transcript().failure("network 2 -> 1 sigmoid\ncheck Z1 = 1")?.sentence == "Z1 is not computed yet")
    #expect(Transcript().failure("check Z1 = 1")?.sentence == "there is no network yet")
    #expect(transcript.run("check dW2 = 1").contains("yours () (one number), the engine's (5, 1)"))
  }
}
