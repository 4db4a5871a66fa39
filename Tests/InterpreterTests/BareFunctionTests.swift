import Testing

/// The functions that a formula on paper writes without a module's name.
@Suite struct BareFunctionTests {
  @Test(arguments: [
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "square", "sin", "cos", "tan", "tanh", "sinh", "cosh",
    "arctan", "mean", "std", "var", "median", "argmax", "argmin", "sign", "floor", "ceil", "relu", "sigmoid",
    "leaky_relu", "softmax",
  ])
  func takesAnArray(_ name: String) {
    let text = Transcript.of("\(name)(np.array([0.5, 1.0]))")
    #expect(!text.hasPrefix("error") && !text.isEmpty, "\(text)")
  }

  @Test func isNumPysOwn() {
    #expect(
      Transcript.of("exp(0), sqrt(9), mean([1, 2, 3])") == "(np.float64(1.0), np.float64(3.0), np.float64(2.0))\n")
  }

  @Test func pythonsOwnStaysPythons() {
    #expect(Transcript.of("sum(np.array([[1, 2], [3, 4]]))") == "[4 6]\n")
    #expect(Transcript.of("abs(-2), round(2.5), max(1, 2)") == "(2, 2, 2)\n")
  }

  @Test func mayBeRedefined() {
    #expect(Transcript.of("def relu(x): return 'mine'\nrelu(1)\nexp = 2\nexp") == "'mine'\n2\n")
    #expect(Transcript.of("exp = 2\ndel exp\nexp(0)") == "1.0\n")
  }
}
