import Arrays
import NeuralNetwork

extension Command {
  static let forward = Command(
    "forward", .run, "Runs the network on a batch and binds every intermediate value.",
    parameters: [
      .optional("X", default: "X_train, else X", "the batch, or one sample"),
      .option("to", default: "the last", "the layer to stop after, counted from 1"),
    ],
    details: """
      rows:     A0 = X      Z1 = A0 @ W1 + b1      A1 = relu(Z1)      …  yhat
      columns:  a0 = x      z1 = W1 @ a0 + b1      a1 = relu(z1)      …  yhat
      Binds A0, Z1, A1, …, yhat and ŷ (columns: a0, z1, a1, …): fresh arrays each time.
      After `standardize` A0 = (X - X_mean) / X_std.
      A 1-D input as long as the network's input is one sample. In columns, x is the input
      too, and `forward x` makes your x the column. Returns the prediction. `forward to=1` stops after layer 1
      and returns A1; nothing beyond it has a value then. `set trace on` writes each
      formula with its shapes as it runs, `explain forward` also the numbers.
      """,
    examples: [
      "network 3 -> 4 relu -> 2 softmax", "forward [0.5, 0.2, 0.8]", "show Z1", "p = forward([1, 0, 0])",
      "forward [1, 0, 0] to=1",
    ],
    seeAlso: ["backward", "predict", "network", "explain"]
  ) { input in
    let model = input.model
    let network = try model.requireNetwork()
    let batch = try input.array("X") ?? model.trainingInputs()
    let layer = try input.layer("to", of: network)
    let prediction = try input.placing("X") { try network.forward(batch, to: layer, onStage: input.trace(network)) }
    model.bindForward()
    // x goes into forward again, so it is the input before its scaling.
    let column = network.scaling == nil ? network.value(.activation(0)) : try network.oriented(batch)
    model.bindColumn(column, given: input.value("X"))
    let name = layer.map { $0 < network.depth ? EngineName.activation($0) : .prediction } ?? .prediction
    input.report(
      ArrayReport.report(name.text(model.convention), prediction, options: input.session.printOptions))
    return .array(prediction)
  }
}
