import NeuralNetwork
import Syntax

extension Command {
  static let load = Command(
    "load", .session, "Reads a network that save wrote, with its training state.",
    parameters: [.required("file", .file, "the file")],
    details: """
      Takes the place of the network that was there; its convention becomes the session's.
      What `standardize` and the names of classes were, they are again. A damaged file is
      refused and changes nothing. `data` reads data files.
      """,
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "save \"small.safetensors\"", "reset", "load \"small.safetensors\"",
      "show network",
    ],
    seeAlso: ["save", "data"]
  ) { input in
    guard let path = try input.text("file") else {
      throw Fault(.value, "load needs a file", hint: "load moons.safetensors")
    }
    let network = try input.placing("file") { try NetworkFiles.explainingLoad(path) { try Network.load(from: path) } }
    let model = input.model
    if network.declaration.convention != model.convention, model.hasData {
      throw input.at(
        "file",
        Fault(
          .network,
          "\(path) takes samples as \(network.declaration.convention.rawValue), the data here lie in \(model.convention.rawValue)",
          hint: "\(line: "reset") first"))
    }
    model.adopt(network)
    if !model.hasData {
      model.classNames = network.declaration.classNames
      model.featureNames = network.declaration.featureNames
    }
    input.confirm(model.summary)
    return .none
  }
}
