import Arrays

extension Command {
  static let seed = Command(
    "seed", .session, "Sets the global random generator, so that the same lines give the same numbers.",
    parameters: [.required("value", "a whole number from 0 to 4294967295")],
    details: "The same as np.random.seed(value): NumPy's generator, number for number.",
    examples: ["seed 42", "np.random.rand()"],
    seeAlso: ["network", "init", "data"]
  ) { input in
    guard let seed = try input.seed("value") else { throw Fault(.value, "seed needs a number", hint: "seed 42") }
    try input.session.generator.seed(seed)
    input.confirm("seed \(seed)")
    return .none
  }
}
