import Datasets
import NeuralNetwork
import Syntax

/// The pages of help, made from the declarations of what they are about.
enum HelpPages {
  /// The names of all commands by group, and what else to ask for: one small screen.
  static func overview() -> StyledText {
    var page = HelpText()
    page.paragraph("A line is a NumPy/Python line (Z1 = X @ W1 + b1) or a command (train 1000).")
    page.blank()
    for group in Command.Group.allCases {
      page.item(group.rawValue, commands(of: group).map(\.name).joined(separator: ", "), column: 16)
    }
    page.blank()
    page.item("help train", "a command: its options, formulas, examples", column: 16)
    page.item("help relu", "an activation, a loss, an optimizer, a function such as np.exp", column: 16)
    page.item("help TOPIC", HelpTopics.all.map(\.name).joined(separator: ", "), column: 16)
    return page.text
  }

  static func commands(of group: Command.Group) -> [Command] { CommandCatalog.all.filter { $0.group == group } }

  /// Everything there is to say about a name: a command or a topic alone, else the things of that name.
  static func pages(for topic: String, _ session: Session) -> [StyledText] {
    if let command = CommandCatalog.byName[topic] { return [page(command)] }
    if session.lookup(topic) == nil, let topic = HelpTopics.find(topic) { return [topic.page(session)] }
    var pages: [StyledText] = []
    if let kind = ActivationKind.catalog[topic] {
      pages.append(page(kind, examples: examples(kind), notes: notes(kind)))
    }
    if let kind = LossKind.catalog[topic] {
      pages.append(page(kind, examples: examples(kind), notes: notes(kind)))
    }
    if let kind = OptimizerKind.catalog[topic] {
      pages.append(page(kind, examples: [small, "optimizer \(kind.name) lr=0.1"]))
    }
    if let kind = InitializerKind.catalog[topic] {
      pages.append(page(kind, examples: [small, "init \(kind.name) seed=42", "show W1"]))
    }
    if let kind = ScheduleKind.catalog[topic] {
      let lines = ["data moons samples=100 seed=42", small, "train 100 lr=0.5 schedule=\(kind.name) every=50"]
      pages.append(page(kind, examples: lines))
    }
    if let kind = LayerKind.catalog[topic] {
      pages.append(page(kind, examples: ["input 2", "layer 10 relu", "dropout 0.2", "layer 1 sigmoid"]))
    }
    if let kind = DatasetCatalog.all.first(where: { $0.name == topic }) { pages.append(page(kind)) }
    // Its function is on the activation's page; a method of the same name is not what is meant.
    if ActivationKind.catalog[topic] == nil,
      let page = NamePages.page(for: topic, session, includingMethods: pages.isEmpty)
    {
      pages.append(page)
    }
    return pages
  }

  /// What there is to say about a value: `help(np.max)`, `help(x)`.
  static func pages(about value: Value, _ session: Session) -> [StyledText] {
    let name: String
    switch value {
    case .builtin(let builtin): name = builtin.name
    case .method(let bound): return [NamePages.page(bound.method)]
    default: return [NamePages.page(value, nil, session)]
    }
    if let command = CommandCatalog.byName[name] { return [page(command)] }
    if ActivationKind.catalog[name] != nil { return pages(for: name, session) }
    return [NamePages.page(value, name, session)]
  }

  /// What `help` knows, for suggestions and completion.
  static func names(_ session: Session) -> [String] {
    CommandCatalog.all.map(\.name) + HelpTopics.all.map(\.name) + ActivationKind.catalog.names + LossKind.catalog.names
      + OptimizerKind.catalog.names + InitializerKind.catalog.names + ScheduleKind.catalog.names
      + DatasetCatalog.all.map(\.name) + NamePages.names(session)
  }

  static func page(_ command: Command) -> StyledText {
    var page = HelpText()
    page.title(command.name, command.summary)
    page.blank()
    page.paragraph(command.grammar.usage, indent: 2, .code)
    if command.isFunction { page.paragraph("as a function: \(command.callText)", indent: 2, .code) }
    if !command.parameters.isEmpty {
      page.blank()
      for parameter in command.parameters {
        let term = parameter.position == .option ? parameter.name + "=" : parameter.name
        let words = parameter.words.count <= 12 ? parameter.words.joined(separator: ", ") : ""
        page.item(
          term,
          parameter.help + (words.isEmpty ? "" : ": \(words)")
            + (parameter.defaultText.map { " (default: \($0))" } ?? ""),
          column: 18)
      }
    }
    if !command.details.isEmpty {
      page.blank()
      page.details(command.details)
    }
    page.examples(command.examples)
    page.seeAlso(command.seeAlso)
    return page.text
  }

  /// An activation, a loss, an optimizer, ….
  static func page<Kind: Documented>(_ kind: Kind, examples: [String], notes: [String] = []) -> StyledText {
    let documentation = kind.documentation
    var page = HelpText()
    page.title(kind.name, "\(Kind.kind). \(documentation.summary)")
    page.blank()
    page.paragraph(documentation.formula, indent: 2, .code)
    if let derivative = documentation.derivative { page.paragraph(derivative, indent: 2, .code) }
    if !notes.isEmpty { page.blank() }
    for note in notes { page.paragraph(note, indent: 2) }
    if !documentation.options.isEmpty {
      page.blank()
      for option in documentation.options {
        let value =
          option.isSwitch ? (option.defaultValue == 0 ? "False" : "True") : NumberText.short(option.defaultValue)
        page.item(option.name + "=", "\(option.help); \(option.range) (default: \(value))", column: 18)
      }
    }
    page.examples(examples)
    if !documentation.aliases.isEmpty {
      page.blank()
      page.paragraph("Also called \(list(documentation.aliases)).")
    }
    page.seeAlso(documentation.seeAlso)
    return page.text
  }

  private static func page(_ kind: DatasetKind) -> StyledText {
    var page = HelpText()
    page.title(kind.name, "data set. \(kind.summary)")
    page.blank()
    page.paragraph(kind.details, indent: 2)
    page.blank()
    for option in kind.options {
      page.item(option.name + "=", "\(option.summary) (default: \(option.defaultValue?.text ?? "None"))", column: 18)
    }
    page.examples(["data \(kind.name) samples=200 seed=42"])
    page.seeAlso(["data", "split"])
    return page.text
  }

  private static let small = "network 2 -> 3 relu -> 1 sigmoid"

  private static func examples(_ kind: ActivationKind) -> [String] {
    let line = "\(kind.name)([-1, 0, 2])"
    if kind.isRowWise { return ["network 2 -> 10 relu -> 3 \(kind.name)", line] }
    return ["network 2 -> 10 \(kind.name) -> 1", line, "\(kind.name)'([-1, 0, 2])"]
  }

  private static func notes(_ kind: ActivationKind) -> [String] {
    kind.isRowWise
      ? ["Z and A have the same shape; every output depends on all numbers of its own sample."]
      : ["Element by element: Z, A and the derivative have the same shape."]
  }

  private static func examples(_ kind: LossKind) -> [String] {
    let activation = kind.activations?.first ?? "linear"
    let (outputs, target) = activation == "softmax" ? (2, "[1, 0]") : (1, "[1]")
    return [
      "network 2 -> \(outputs) \(activation)", "loss \(kind.name)", "forward [0.5, -0.2]", "backward \(target)",
    ]
  }

  private static func notes(_ kind: LossKind) -> [String] {
    let activations =
      kind.activations.map { "Goes with \(list($0, "or")) at the output." } ?? "Goes with any output activation."
    return [
      "A and Y have the same shape, a row (or column) for each sample; the loss is one number, dA and dZ have the shape of A and are each "
        + "sample's own.",
      activations,
    ] + (kind.name == "cross_entropy" ? ["Targets may be labels 0, 1, 2, …"] : [])
  }
}

extension Command {
  /// `train(epochs, *, lr, …)`
  var callText: String {
    signature.split(separator: "=<>").joined()
  }
}
