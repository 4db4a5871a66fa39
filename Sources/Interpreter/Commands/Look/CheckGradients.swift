import Arrays
import NeuralNetwork

/// `check gradients`: a table, a verdict, and what was left out.
enum CheckGradients {
  /// Relative errors below this are rounding.
  private static let good = 1e-5
  /// Below this an error and its place are each machine's own: they are not shown, so that a recorded report holds anywhere.
  private static let rounding = 1e-7

  static func report(_ input: CommandInput) throws -> StyledText {
    let network = try input.model.requireNetwork()
    let batch =
      try network.lastBatch.map { (inputs: $0.inputs, targets: $0.targets, name: "the last batch", isScaled: true) }
      ?? trainingBatch(input.model)
    let count = batch.inputs.dimensions == 2 ? batch.inputs.shape[input.model.sampleAxis] : batch.inputs.count
    var limits = GradientCheckLimits(for: network, samples: count)
    if let samples = try input.int("samples", atLeast: 1) { limits.samples = samples }
    if let elements = try input.int("elements", atLeast: 1) { limits.elements = elements }
    guard
      let report = try network.checkGradients(
        batch.inputs, batch.targets, isScaled: batch.isScaled, limits: limits,
        shouldStop: { input.session.isInterrupted })
    else { throw Interruption() }

    let loss = try network.effectiveLoss()
    var text = StyledText("gradients of \(loss.name) over ")
    text.append(
      report.samples == report.given
        ? counted(report.samples, "sample") : "\(report.samples) of \(counted(report.given, "sample"))")
    text.append(" (\(batch.name))\n")
    text.append(table(report, input.model.convention))
    text.append(verdict(report))
    for check in report.parameters {
      if let kink = check.firstKink { text.append(remark(check, kink, network)) }
    }
    if (loss["epsilon"] ?? 0) != 0 { text.append("the loss is taken without its epsilon\n", .dim) }
    if network.declaration.layers.contains(where: \.isDropout) { text.append("dropout is off here\n", .dim) }
    return text
  }

  private static func trainingBatch(
    _ model: Model
  ) throws -> (inputs: NDArray, targets: NDArray, name: String, isScaled: Bool) {
    let data = try model.trainingData()
    return (data.inputs, data.targets, "\(data.inputsName), \(data.targetsName)", false)
  }

  private static func table(_ report: GradientReport, _ convention: Convention) -> StyledText {
    var table = TextTable([
      ("", .left), ("checked", .right), ("largest error", .right), ("at", .left), ("analytic", .right),
      ("numeric", .right),
    ])
    for check in report.parameters {
      let checked = check.checked == check.elements ? "\(check.checked)" : "\(check.checked) of \(check.elements)"
      let name = check.parameter.text(convention)
      guard let worst = check.worst, let steepest = check.steepest else {
        table.add([name, checked, "-", "", "", ""])
        continue
      }
      let shown = worst.error < rounding ? steepest : worst
      table.add([
        name, checked, error(worst.error), "\(shown.index)", NumberText.short(shown.analytic),
        NumberText.short(shown.numeric),
      ])
    }
    return table.styled
  }

  private static func verdict(_ report: GradientReport) -> StyledText {
    let worst = report.parameters.compactMap { check in check.worst.map { (check.parameter, $0.error) } }
    guard let largest = worst.max(by: { !($1.1 <= $0.1) }) else {
      return StyledText("nothing could be checked: every step crosses a kink\n", .warning)
    }
    let words = "the largest relative error is \(error(largest.1))\n"
    return largest.1 <= good
      ? StyledText("they agree: \(words)", .good) : StyledText("they do not agree: \(words)", .bad)
  }

  private static func error(_ error: Double) -> String {
    error < rounding ? "below 1e-7" : NumberText.short(error, 2)
  }

  private static func remark(_ check: GradientCheck, _ kink: GradientCheck.Kink, _ network: Network) -> StyledText {
    let convention = network.declaration.convention
    let name = check.parameter.text(convention)
    var owner = "the loss"
    if case .preactivation(let layer) = kink.name { owner = network.activation(layer)?.name ?? owner }
    var text = StyledText()
    for (i, line) in HelpText.wrapped(
      "\(name): \(check.kinks) left out where a step crosses a kink of \(owner). At \(name)\(kink.index) it takes "
        + "\(kink.name.text(convention))\(kink.place) = \(NumberText.short(kink.value, 3)) to the other side, "
        + "and the central difference mixes two slopes.", indent: 2
    ).enumerated() {
      text.append((i == 0 ? String(line.dropFirst(2)) : line) + "\n", .warning)
    }
    return text
  }
}

extension Layer {
  var isDropout: Bool {
    if case .dropout = self { return true }
    return false
  }
}

extension Network {
  /// The activation of dense layer 1, 2, …
  func activation(_ layer: Int) -> Activation? {
    let activations = declaration.layers.compactMap { kind -> Activation? in
      if case .dense(_, let activation) = kind { return activation }
      return nil
    }
    return activations.indices.contains(layer - 1) ? activations[layer - 1] : nil
  }
}
