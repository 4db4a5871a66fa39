import Datasets
import NeuralNetwork

/// A page on an idea. To add one is to add an entry to ``HelpTopics/all``.
struct HelpTopic: Sendable {
  let name: String
  var aliases: [String] = []
  let summary: String
  /// Lines of at most 76 columns.
  let lines: @Sendable () -> String

  func page() -> StyledText {
    var page = HelpText()
    page.title(name, summary)
    page.blank()
    page.block(lines())
    return page.text
  }
}

enum HelpTopics {
  static let all: [HelpTopic] = [
    HelpTopic(name: "shapes", aliases: ["shape"], summary: "which array has which shape.") {
      """
      m samples, a layer of n_in inputs and n units:

                 rows (default)       columns
      X          m × n_in             n_in × m
      W          n_in × n             n × n_in
      b          1 × n                n × 1
      Z, A       m × n                n × m
      dZ, dA     m × n                n × m
      dW, db     as W, b              as W, b
      Y          m × outputs          outputs × m

      A 1-D input as long as the network's input is one sample; a 1-D input to a
      network of one input is many samples. Targets of softmax may be labels
      0, 1, 2, … instead. A 1-D array is neither row nor column: reshape(-1, 1).
      """
    },
    HelpTopic(name: "conventions", aliases: ["convention"], summary: "whether samples are rows or columns.") {
      """
      set convention rows       samples are rows, as in most programs:
                                Z1 = X @ W1 + b1
                                dW1 = X.T @ dZ1 / m
      set convention columns    samples are columns, as in the mathematics:
                                z1 = W1 @ x + b1
                                dW1 = dz1 @ x.T / m

      In columns the names are a0 z1 a1 … dz1 da1; W1 b1 dW1 db1 stay as they are.
      The convention cannot change while there is a network or data: reset first.
      """
    },
    HelpTopic(name: "activations", summary: "what a unit does with its sum.") { table(ActivationKind.catalog) },
    HelpTopic(name: "losses", summary: "what training makes small.") { table(LossKind.catalog) },
    HelpTopic(name: "optimizers", summary: "how step changes the parameters.") { table(OptimizerKind.catalog) },
    HelpTopic(name: "initializers", summary: "how weights are drawn.") { table(InitializerKind.catalog) },
    HelpTopic(name: "schedules", summary: "how the learning rate changes while training.") {
      table(ScheduleKind.catalog)
    },
    HelpTopic(name: "datasets", summary: "what data can make.") {
      table(DatasetCatalog.all.map { ($0.name, $0.summary) })
    },
  ]

  private static func table<Kind: Documented>(_ catalog: Catalog<Kind>) -> String {
    table(catalog.items.map { ($0.name, $0.documentation.summary) })
  }

  private static func table(_ rows: [(name: String, summary: String)]) -> String {
    rows.flatMap { row in
      var lines = HelpText.wrapped(row.summary, indent: 22)
      lines[0] = row.name.padded(22) + lines[0].dropFirst(22)
      return lines
    }.joined(separator: "\n")
  }
}
