import NeuralNetwork
import Testing

/// Formulas as lines, passes that stop at a layer, and `set trace on`.
@Suite struct ExplainTraceTests {
  static let outputs: [(activation: String, loss: String)] = ActivationKind.catalog.names.flatMap { activation in
    LossKind.legal(with: activation).map { (activation, $0) }
  }

  /// Every formula, typed as a line, gives the value.
  @Test(arguments: ["rows", "columns"]) func formulasAreLines(convention: String) throws {
    let hidden = ActivationKind.catalog.names
    for (i, pair) in Self.outputs.enumerated() {
      for outputs in [1, 3] {
        let transcript = Transcript()
        let turn = convention == "columns" ? ".T" : ""
        let targets = pair.loss == "hinge" ? "np.sign(np.random.randn(4, \(outputs)))" : "np.random.rand(4, \(outputs))"
        let shown = transcript.run(
          """
          set convention \(convention)
          seed \(i)
          network 3 -> 4 \(hidden[i % hidden.count]) -> \(outputs) \(pair.activation)
          loss \(pair.loss)
          Y = (\(targets))\(turn)
          forward np.random.randn(4, 3)\(turn);
          backward Y;
          """)
        #expect(shown == "")
        let network = try #require(transcript.session.model.network)
        for name in network.forwardNames + network.backwardNames {
          guard let formula = network.formula(of: name) else {
            #expect(name == .activation(0) || name == .batchSize)
            continue
          }
          #expect(
            transcript.run("np.allclose(\(formula.right), \(formula.nameText), rtol=1e-9)") == "True\n",
            "\(formula.text) with \(pair), \(convention)")
          let operands = formula.operands.compactMap { network.shape(of: $0) }
          #expect(operands.count == formula.operands.count)
          #expect(network.shape(of: name) == network.value(name)?.shape)
        }
      }
    }
  }

  @Test func forwardStops() {
    let transcript = Transcript()
    transcript.run("seed 1\nnetwork 2 -> 3 relu -> 4 tanh -> 1 sigmoid\nX = np.random.randn(5, 2)\nY = X[:, :1] > 0")
    #expect(transcript.run("a = forward(X)\nA2_whole = A2\nshow forward(X, to=2) - A2_whole").contains("[0. 0. 0. 0.]"))
    #expect(transcript.run("forward X to=2;\nA2.shape") == "(5, 4)\n")
    for gone in ["Z3", "A3", "yhat", "ŷ"] {
      #expect(transcript.failure(gone)?.sentence == "\(gone) is not computed yet")
    }
    #expect(transcript.failure("backward")?.sentence == "the last forward pass stopped after layer 2")
    #expect(transcript.failure("forward X to=4")?.sentence == "there is no layer 4: the network has 3 layers")
    #expect(transcript.failure("forward X to=0")?.sentence == "there is no layer 0: the network has 3 layers")
    #expect(transcript.run("forward X;\nyhat.shape") == "(5, 1)\n")
  }

  @Test func backwardStops() {
    let transcript = Transcript()
    transcript.run("seed 1\nnetwork 2 -> 3 relu -> 4 tanh -> 1 sigmoid\nX = np.random.randn(5, 2)\nY = X[:, :1] > 0")
    transcript.run("forward;\nbackward;\nwhole = dW2\nold = W1.copy()")
    #expect(
      transcript.run("forward;\nbackward to=2;\nnp.array_equal(dW2, whole), loss > 0, m") == "(True, np.True_, 5)\n")
    for gone in ["dA1", "dZ1", "dW1", "db1"] {
      #expect(transcript.failure(gone)?.sentence == "\(gone) is not computed yet")
    }
    #expect(transcript.failure("step")?.sentence == "the last backward pass stopped at layer 2")
    #expect(transcript.run("np.array_equal(old, W1)") == "True\n")
    #expect(transcript.failure("backward to=4")?.sentence == "there is no layer 4: the network has 3 layers")
    #expect(transcript.run("backward to=1;\nstep;\nnp.array_equal(old, W1)") == "False\n")
  }

  @Test func traceWritesEachFormula() {
    let transcript = Transcript()
    transcript.run(
      "seed 1\nset trace on\nnetwork 2 -> 3 relu -> 1 sigmoid\nX = np.random.randn(800, 2)\nY = X[:, :1] > 0")
    #expect(
      transcript.run("forward").hasPrefix(
        """
        Z1 = A0 @ W1 + b1                   (800, 2) @ (2, 3) + (1, 3) -> (800, 3)
        A1 = relu(Z1)                       (800, 3)
        Z2 = A1 @ W2 + b2                   (800, 3) @ (3, 1) + (1, 1) -> (800, 1)
        A2 = sigmoid(Z2)                    (800, 1)
        yhat (800, 1)
        """))
    #expect(
      transcript.run("backward to=2").hasPrefix(
        """
        loss = -mean(Y * log(A2) + (1 - Y) * log(1 - A2))  a number
        dA2 = (A2 - Y) / (A2 * (1 - A2))    (800, 1)
        dZ2 = A2 - Y                        (800, 1)
        dW2 = A1.T @ dZ2 / m                (3, 800) @ (800, 1) / m -> (3, 1)
        db2 = dZ2.sum(axis=0, keepdims=True) / m  (1, 1)
        loss
        """))
    transcript.run("backward;")
    #expect(transcript.run("step").hasPrefix("W1 = W1 - lr * dW1                  (2, 3)\n"))
    #expect(transcript.run("forward;") == "")
    #expect(transcript.run("set trace off\nforward").hasPrefix("yhat"))
  }
}
