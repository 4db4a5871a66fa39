import Datasets
import NeuralNetwork

/// The pages that list a catalog.
extension HelpTopic {
  static let activations = HelpTopic(
    name: "activations", aliases: ["activation"], summary: "what a unit does with its sum.",
    text: { _ in
      table(ActivationKind.catalog) + "\n\n"
        + "Each is a function on a line too, and its derivative at the pre-activations is written with a prime: relu'(Z1)."
    },
    examples: ["relu([-1, 0, 2])", "sigmoid'(0.0)", "softmax([1, 2, 3])"],
    seeAlso: ["layer", "network", "forward pass"])

  static let optimizers = HelpTopic(
    name: "optimizers", summary: "how step changes the parameters.",
    text: { _ in
      table(OptimizerKind.catalog) + "\n\n" + "help adam, and so on, gives the formula and the options."
    },
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "optimizer adam lr=0.01"],
    seeAlso: ["optimizer", "step", "gradient descent", "schedules"])

  static let schedules = HelpTopic(
    name: "schedules", aliases: ["schedule"], summary: "how the learning rate changes while training.",
    text: { _ in table(ScheduleKind.catalog) },
    examples: [
      "data moons samples=100 noise=0.2 seed=42", "network 2 -> 5 relu -> 1 sigmoid",
      "train 100 lr=0.5 schedule=cosine every=50",
    ],
    seeAlso: ["train", "gradient descent"])

  static let datasets = HelpTopic(
    name: "datasets", aliases: ["dataset"], summary: "what data can make.",
    text: { _ in
      table(DatasetCatalog.all.map { ($0.name, $0.summary) }) + "\n\n" + "data \"file.csv\" reads a table of your own."
    },
    examples: ["data moons samples=200 noise=0.2 seed=42", "X[:3], Y[:3]"],
    seeAlso: ["data", "split", "standardize"])
}
