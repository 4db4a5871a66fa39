import NeuralNetwork

extension Command {
  static let save = Command(
    "save", .session, "Writes the network and its training state to a file.",
    parameters: [.required("file", .file, "the file, by custom .safetensors")],
    details: """
      The format is safetensors, which Python reads too: `layers.0.weight` is units × inputs
      as in PyTorch, beside it the optimizer's moments, the history, the scaling of
      `standardize` and the names of classes and features. The file gets the name you give,
      as it stands, and is written whole or not at all; one that is there is written over
      only if it holds a network.
      """,
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "save \"small.safetensors\""],
    seeAlso: ["load"]
  ) { input in
    guard let path = try input.text("file") else {
      throw Fault(.value, "save needs a file", hint: "save moons.safetensors")
    }
    let network = try input.model.requireNetwork()
    try input.placing("file") { try NetworkFiles.explainingSave(path) { try network.save(to: path) } }
    input.confirm("saved \(counted(network.parameterCount, "parameter")) to \(path)")
    return .none
  }
}
