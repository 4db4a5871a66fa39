import Arrays
import Interpreter
import NeuralNetwork
import Testing

/// `explain` of elements, values and passes.
@Suite struct ExplainTests {
  /// A network of these layers with data, after forward and backward.
  static func session(
    _ lines: String, inputs: Int, outputs: Int, samples: Int, columns: Bool = false, targets: String = "normal",
    seed: Int = 1
  ) -> Transcript {
    let transcript = Transcript()
    let turn = columns ? ".T" : ""
    let y =
      switch targets {
      case "signs": "np.sign(np.random.randn(\(samples), \(outputs)))"
      case "shares": "np.random.rand(\(samples), \(outputs))"
      case "classes": "np.eye(\(outputs))[np.random.randint(0, \(outputs), \(samples))]"
      default: "np.random.randn(\(samples), \(outputs))"
      }
    let shown = transcript.run(
      """
      set convention \(columns ? "columns" : "rows")
      seed \(seed)
      \(lines)
      X = np.random.randn(\(samples), \(inputs))\(turn)
      Y = (\(y))\(turn)
      forward X;
      backward Y;
      """)
    #expect(shown == "", "\(lines)")
    return transcript
  }

  /// The last column of the table of terms, and the unit of each number's last digit.
  static func terms(_ page: String) -> [(value: Double, unit: Double)] {
    var terms: [(Double, Double)] = []
    var isTable = false
    for line in page.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "sample" || words.first == "k" {
        isTable = true
        continue
      }
      guard isTable else { continue }
      if words.first == "sum" { break }
      let text = String(words.last!)
      let parts = text.split(separator: "e")
      let digits = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
      var unit = 1.0
      for _ in 0..<digits { unit /= 10 }
      if parts.count > 1, let exponent = Double("1e" + parts[1]) { unit *= exponent }
      terms.append((Double(text)!, unit))
    }
    return terms
  }

  /// In float32 too, where the sum of many terms has seven digits of the largest; what is lost has a row of its own.
  @Test func termsAddUpInFloat32() throws {
    var rounded = 0
    for seed in 0..<6 {
      let transcript = Self.session(
        "set dtype float32\nnetwork 3 -> 1 linear", inputs: 3, outputs: 1, samples: 20_000,
        columns: seed % 2 == 1, seed: seed)
      transcript.run("train 200 lr=0.3 every=0 batch_size=20000\nforward;\nbackward;")
      let network = try #require(transcript.session.model.network)
      for name in network.parameterNames.map(\.gradient) {
        let gradient = try #require(network.value(name))
        let index = "[\(gradient.shape[0] - 1), \(gradient.shape[1] - 1)]"
        let value = gradient.doubles[gradient.count - 1]
        let page = transcript.run("explain \(name.text(network.declaration.convention))\(index)")
        let terms = Self.terms(page)
        let sum = terms.reduce(0) { $0 + $1.value }
        #expect(abs(sum - value) <= terms.reduce(0) { $0 + $1.unit / 2 } + 1e-12, "\(page)")
        #expect(Self.widest(page) <= 79)
        if page.contains("\n      rounding ") || page.contains(" rounding  ") { rounded += 1 }
      }
    }
    #expect(rounded > 0)
  }

  static func widest(_ page: String) -> Int {
    page.split(separator: "\n", omittingEmptySubsequences: false).map(\.count).max() ?? 0
  }

  /// Of 200 random networks, for every element of every parameter's gradient: the printed terms add up to the engine's value within half a unit of the
  /// last printed digit of each, the factors multiply to the terms, and no line is too long.
  @Test func termsAddUp() throws {
    let random = try RandomState(seed: 7)
    func pick(_ low: Int, _ high: Int) -> Int { low + Int(random.randomSample() * Double(high - low + 1)) }
    let hidden = ActivationKind.catalog.names
    let pairs = ExplainTraceTests.outputs
    var elements = 0
    for number in 0..<200 {
      let pair = pairs[number % pairs.count]
      let depth = number / 4 % 4 + 1
      var sizes = (0...depth).map { _ in pick(1, 4) }
      if pair.loss == "cross_entropy" { sizes[depth] = pick(2, 4) }
      let layers = (1...depth).map { layer in
        let activation = layer == depth ? pair.activation : hidden[(number + layer) % hidden.count]
        return "\(sizes[layer]) \(activation)"
      }
      let samples = number % 32 + 1
      let isColumns = number % 2 == 1
      let targets =
        switch pair.loss {
        case "hinge": "signs"
        case "binary_cross_entropy": "shares"
        case "cross_entropy": number % 3 == 0 ? "shares" : "classes"
        default: "normal"
        }
      let transcript = Self.session(
        "network \(sizes[0]) -> \(layers.joined(separator: " -> "))\nloss \(pair.loss)", inputs: sizes[0],
        outputs: sizes[depth], samples: samples, columns: isColumns, targets: targets, seed: number)
      let network = try #require(transcript.session.model.network)
      for name in network.parameterNames.map(\.gradient) {
        let gradient = try #require(network.value(name))
        for row in 0..<gradient.shape[0] {
          for column in 0..<gradient.shape[1] {
            elements += 1
            let value = gradient.doubles[row * gradient.strides[0] + column * gradient.strides[1]]
            let text = name.text(network.declaration.convention) + "[\(row), \(column)]"
            let page = transcript.run("explain \(text)")
            let terms = Self.terms(page)
            let sum = terms.reduce(0) { $0 + $1.value }
            let allowed = terms.reduce(0) { $0 + $1.unit / 2 } + 1e-12 * abs(value)
            #expect(!terms.isEmpty && abs(sum - value) <= allowed, "\(layers) \(pair): \(value)\n\(page)")
            #expect(Self.widest(page) <= 79, "\(page)")
            let explanation = try #require(network.explain(name, at: [row, column]))
            #expect(explanation.value == value)
            guard case .sum(let exact) = explanation.origin else {
              Issue.record("\(text) is no sum")
              continue
            }
            for term in exact.largest {
              let product = term.factors.reduce(1, *) / Double(exact.divisor ?? 1)
              #expect(abs(product - term.value) <= 1e-9 * abs(term.value) + 1e-15, "\(text) \(pair)")
            }
          }
        }
      }
    }
    #expect(elements > 3000)
  }

  /// The other sums and formulas also give the engine's value.
  @Test func everyValueIsExplained() throws {
    for (number, pair) in ExplainTraceTests.outputs.enumerated() {
      let transcript = Self.session(
        "network 3 -> 4 \(ActivationKind.catalog.names[number % 10]) -> 3 softmax -> 2 \(pair.activation)\nloss \(pair.loss)",
        inputs: 3, outputs: 2, samples: 5, columns: number % 2 == 1,
        targets: pair.loss == "hinge" ? "signs" : "shares", seed: number)
      let network = try #require(transcript.session.model.network)
      for name in network.forwardNames + network.backwardNames where name != .batchSize && name != .loss {
        let array = try #require(network.value(name))
        let index = [array.shape[0] - 1, array.shape[1] - 1]
        let explanation = try #require(network.explain(name, at: index, keeping: 2))
        let value = array.doubles[index[0] * array.strides[0] + index[1] * array.strides[1]]
        #expect(explanation.value == value)
        switch explanation.origin {
        case .sum(let terms): #expect(abs(terms.total - value) <= 1e-12 * max(1, abs(value)), "\(explanation.text)")
        case .formula(let formula):
          // The numbers in the formula, as a line.
          let line = formula.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .operand(_, let number): "(\(number))"
            }
          }.joined()
          #expect(transcript.run("np.allclose(\(line), \(value), rtol=1e-9)") == "True\n", "\(formula.text): \(line)")
        case .given: #expect(name == .activation(0))
        }
      }
      let loss = try #require(network.explain(.loss, at: []))
      guard case .sum(let terms) = loss.origin else { continue }
      #expect(abs(terms.total - loss.value) <= 1e-12 * max(1, abs(loss.value)), "\(pair)")
    }
  }

  /// No line is wider than the screen: wide layers, long batches, large and small numbers, long names.
  @Test func nothingWraps() throws {
    let scales = ["1", "1e9", "1e-9", "-1e150", "12345.678"]
    for (i, scale) in scales.enumerated() {
      for isColumns in [false, true] {
        let transcript = Self.session(
          "input 200\nlayer 30 leaky_relu alpha=0.123\nlayer 12 softmax\nlayer 40 elu alpha=0.5\nlayer 10 softmax\n"
            + "optimizer adamw lr=0.00123 weight_decay=0.0125", inputs: 200, outputs: 10, samples: 150,
          columns: isColumns, targets: "classes", seed: i)
        transcript.run("W1 = W1 * \(scale)\nX = X * \(scale)\nforward X;\nbackward Y;")
        var pages = ["explain forward", "explain backward", "explain step"]
        let network = try #require(transcript.session.model.network)
        for name in network.forwardNames + network.backwardNames + network.parameterNames {
          let text = name.text(network.declaration.convention)
          pages.append("explain \(text)")
          if name != .loss, name != .batchSize { pages += ["explain \(text)[0, 0]", "explain \(text)[-1, -1]"] }
        }
        pages.append("explain ŷ")
        pages += ["set trace on\nforward\nbackward\nstep"]
        pages.append("explain \(String(repeating: "größe", count: 9))")
        for page in pages {
          let text = transcript.run(page)
          #expect(Self.widest(text) <= 79, "\(page):\n\(text)")
          #expect(!text.isEmpty)
        }
      }
    }
  }

  @Test func asTheArticleWritesIt() {
    let transcript = Transcript()
    transcript.run(
      """
      set convention columns
      network 3 -> 2 relu -> 2 softmax
      W1 = [[1, 0.5, -1], [-1, 2, 0.25]]
      b1 = [0.5, -0.75]
      W2 = [[1, -1], [-0.5, 0.5]]
      forward [0.5, 0.2, 0.8];
      backward [1, 0];
      """)
    #expect(
      transcript.run("explain z1") == """
          z1 = W1 @ a0 + b1                   (2, 3) @ (3, 1) + (2, 1) -> (2, 1)
            = [[ 1 0.5000     -1]  @ [[0.5000]  + [[ 0.5000]
               [-1      2 0.2500]]    [0.2000]     [-0.7500]]
                                      [0.8000]]
            = [[ 0.3000]
               [-0.6500]]

        """)
    #expect(
      transcript.run("explain dz1[1, 0]") == """
        dz1[1, 0] = 0
          how the sample's loss changes with the weighted sum of unit 1 of layer 1,
          sample 0
          dz1[1, 0] = da1[1, 0] * relu'(z1[1, 0])
            = 0.584041 * 0 = 0

          Where it comes from:
            da1[1, 0] = sum over k of dz2[k, 0] * W2[k, 1]
              = (-0.389361) * (-1) + 0.389361 * 0.5 = 0.584041
            dz2[0, 0] = a2[0, 0] - Y[0, 0]
              = 0.610639 - 1 = -0.389361

        """)
    #expect(transcript.run("explain dW1[1, 0]").contains("relu is shut: z1[1, s] <= 0, its derivative is 0."))
  }

  /// The numbers are those that the passes used, whatever became of the parameters.
  @Test func valuesOfThePass() {
    let transcript = Self.session(
      "network 2 -> 3 tanh -> 1 sigmoid", inputs: 2, outputs: 1, samples: 6, targets: "shares")
    let before = transcript.run("explain dA1[2, 1]")
    let whole = transcript.run("explain Z1")
    transcript.run("step lr=0.5")
    let after = transcript.run("explain dA1[2, 1]")
    #expect(after.hasPrefix(before))
    #expect(after.contains("W1, b1, W2 and b2 have changed since the pass"))
    #expect(transcript.run("explain Z1").hasPrefix(whole))
    transcript.run("forward X;\nbackward Y;")
    #expect(!transcript.run("explain dA1[2, 1]").contains("changed since"))
    #expect(transcript.run("Z1 = 3\nexplain Z1[0, 0]").contains("Z1 has a value of your own"))
  }

  @Test func whatIsNotComputed() {
    let transcript = Transcript()
    #expect(transcript.failure("explain dW1[0, 0]")?.sentence == "there is no network yet")
    transcript.run("network 2 -> 3 relu -> 1 sigmoid\nX = np.ones((4, 2))\nY = np.ones((4, 1))")
    #expect(transcript.failure("explain forward")?.hint == "run forward first")
    #expect(transcript.failure("explain Z1[0, 0]")?.sentence == "Z1 is not computed yet")
    transcript.run("forward;")
    #expect(transcript.failure("explain backward")?.hint == "run backward")
    #expect(transcript.failure("explain dW1[0, 0]")?.sentence == "dW1 is not computed yet")
    #expect(transcript.failure("explain step")?.hint == "run backward")
    transcript.run("backward;")
    #expect(transcript.failure("explain dW1[2, 0]")?.sentence == "index 2 is out of bounds for axis 0 of dW1")
    #expect(transcript.failure("explain dW1[0]")?.sentence == "an element of dW1 has two indices")
    #expect(transcript.failure("explain dW1[0, :]")?.sentence == "an element of dW1 has two indices")
    #expect(transcript.failure("explain loss[0]")?.sentence == "loss is one number")
    #expect(transcript.failure("explain forward[0]")?.sentence == "forward has no elements")
    #expect(transcript.failure("explain X")?.sentence == "X is no value of the network")
    #expect(transcript.failure("explain dW3")?.sentence == "there is no dW3: the network has 2 layers")
    #expect(transcript.failure("explain fordward")?.hint == "did you mean forward?")
    transcript.run("train 3 every=0")
    let stale = transcript.failure("explain dW1[0, 0]")
    #expect(stale?.hint == "run forward, then backward" && stale?.sentence.contains("not kept") == true)
    #expect(transcript.run("explain step").contains("W1 = W1 - lr * dW1"))
    #expect(transcript.run("explain W1[0, 0]").contains("What step would do"))
    transcript.run("forward to=1;")
    #expect(transcript.run("explain forward").contains("The pass stopped after layer 1."))
    transcript.run("forward;\nbackward to=2;")
    #expect(transcript.run("explain backward").contains("The pass stopped at layer 2."))
    #expect(transcript.failure("explain step")?.sentence == "the last backward pass stopped at layer 2")
  }

  @Test func completionOffersWhatIsComputed() {
    let transcript = Transcript()
    transcript.run("network 2 -> 3 relu -> 1 sigmoid")
    func words(_ line: String) -> [String] {
      Completion.candidates(line: line, cursor: line.utf8.count, session: transcript.session).candidates
    }
    #expect(words("explain dW") == [])
    transcript.run("forward [1, 2];\nbackward [1];")
    #expect(words("explain dW") == ["dW1", "dW2"])
    #expect(words("explain f") == ["forward"])
  }
}
