import Arrays
import NeuralNetwork
import Syntax

extension Command {
  static let diagnose = Command(
    "diagnose", .look, "Looks for what keeps the network from learning, and says what to type.",
    parameters: [
      .optional("X", default: "X_train, else X, else the last batch", "the samples to look with"),
      .optional("Y", default: "the targets that belong to them", "their targets"),
    ],
    details: """
      Runs the samples (at most 2000 of them) through a copy of the network, without
      dropout, and looks at the parameters, the data and the losses of the last training.
      Each finding comes with its numbers, a reason, and a line to type. It looks for:
      \(FindingKind.catalog.items.map { "  " + $0.name }.joined(separator: "\n"))
      Nothing is changed. Returns the list of what was found. train names diagnose when
      the loss grows, is no number, or does not fall.
      """,
    examples: [
      "data moons samples=200 noise=0.2 seed=42", "network 2 -> 10 relu -> 1 sigmoid", "diagnose", "init zeros",
      "diagnose",
    ],
    seeAlso: ["train", "check", "show"]
  ) { input in
    let network = try input.model.requireNetwork()
    let data = try DiagnosedData(input, network)
    let diagnosis = try input.placing("X") { try network.diagnose(data.inputs, data.targets, isScaled: data.isScaled) }
    input.report(DiagnosisReport(input.model.convention, data).text(diagnosis))
    return .list(ListObject(diagnosis.findings.map { .text($0.kind) }))
  }
}

/// What `diagnose` looks with: what it is given, the training data, the last batch, or inputs alone.
struct DiagnosedData {
  let inputs: NDArray?
  let targets: NDArray?
  let inputsName: String
  let targetsName: String
  /// Whether the inputs are those of the last forward, which no longer have to be scaled.
  let isScaled: Bool

  init(_ input: CommandInput, _ network: Network) throws {
    let model = input.model
    if let inputs = try input.array("X") {
      self.init(inputs, try input.array("Y"), input.item("X")?.text ?? "X", input.item("Y")?.text ?? "Y")
    } else if let data = try? model.trainingData() {
      self.init(data.inputs, data.targets, data.inputsName, data.targetsName)
    } else if let batch = network.lastBatch {
      self.init(batch.inputs, batch.targets, EngineName.activation(0).text(model.convention), "Y", isScaled: true)
    } else {
      let last = network.value(.activation(0))
      self.init(last ?? (try? model.trainingInputs()), nil, "X", "Y", isScaled: last != nil)
    }
  }

  private init(
    _ inputs: NDArray?, _ targets: NDArray?, _ inputsName: String, _ targetsName: String, isScaled: Bool = false
  ) {
    self.inputs = inputs
    self.targets = targets
    self.inputsName = inputsName
    self.targetsName = targetsName
    self.isScaled = isScaled
  }
}

/// Findings as paragraphs.
struct DiagnosisReport {
  private let convention: Convention
  private let data: DiagnosedData

  init(_ convention: Convention, _ data: DiagnosedData) {
    self.convention = convention
    self.data = data
  }

  func text(_ diagnosis: Diagnosis) -> StyledText {
    var text = StyledText()
    for (number, finding) in diagnosis.findings.enumerated() {
      text.append("\(number + 1). \(finding.kind)\n", .strong)
      paragraph(words(finding.facts), &text)
      if let kind = FindingKind.catalog[finding.kind] { paragraph("why: " + kind.documentation.summary, &text) }
      for (i, remedy) in finding.remedies.enumerated() {
        text.append(i == 0 ? "   try: " : "        ")
        text.append(typed(words(remedy)) + "\n", .code)
      }
    }
    if diagnosis.findings.isEmpty {
      text.append("nothing found\n", .good)
      paragraph("looked for: " + FindingKind.catalog.names.joined(separator: ", "), &text)
    }
    paragraph(basis(diagnosis), &text, .dim)
    return text
  }

  private func basis(_ diagnosis: Diagnosis) -> String {
    if diagnosis.samples == 0 { return "without data: only the parameters and the last training were looked at" }
    let samples =
      diagnosis.samples == diagnosis.given
      ? counted(diagnosis.samples, "sample") : "\(diagnosis.samples) of \(counted(diagnosis.given, "sample"))"
    guard let loss = diagnosis.loss else { return "over \(samples), without targets that fit" }
    return "over \(samples), loss \(NumberText.short(loss, 4))"
  }

  private func paragraph(_ words: String, _ text: inout StyledText, _ style: StyledText.Style = .plain) {
    for line in HelpText.wrapped(words, indent: 3) { text.append(line + "\n", style) }
  }

  /// A line to type may go on after a backslash; a layer stays in one piece.
  private func typed(_ line: String) -> String {
    let pieces = line.replacing(" -> ", with: "\n->\u{A0}").split(separator: "\n").enumerated().map {
      $0 == 0 ? String($1) : String($1).replacing(" ", with: "\u{A0}")
    }
    return HelpText.wrapped(pieces.joined(separator: " "), indent: 10).map { $0.dropFirst(10) }
      .joined(separator: " \\\n          ").replacing("\u{A0}", with: " ")
  }

  private func words(_ facts: FactText) -> String {
    facts.parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let number): NumberText.short(number, 4)
      case .share(let share): NumberText.short(100 * share, 3) + "%"
      case .name(let name): name.text(convention)
      case .index(let index): "\(index)"
      case .declaration(let declaration): declaration.text
      case .inputs: data.inputsName
      case .targets: data.targetsName
      }
    }.joined()
  }
}
