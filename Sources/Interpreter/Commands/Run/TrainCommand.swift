import Arrays
import NeuralNetwork

private let trainParameters: [CommandParameter] = [
  .optional("epochs", default: "1000", "how often to go through the training data"),
  .option("lr", default: "the optimizer's", "the learning rate of this training"),
  .option("batch_size", default: "all samples", "samples of a step"),
  .option("every", default: "a tenth of the epochs", "epochs from report to report; 0 reports nothing"),
  .option("shuffle", default: "True", "whether each epoch takes the samples in a new order (with batch_size)"),
  .option(
    "validation", "data not to learn from, judged after each epoch: (X, Y), or the share held out from the end, 0.2"),
  .option("patience", "stops after so many epochs without a smaller loss, and gives back the best parameters"),
  .option("l1", default: "0.0", "adds l1 * sign(W) to the gradients of the weights"),
  .option("l2", default: "0.0", "adds l2 * W to the gradients of the weights"),
  .option("clip_norm", "scales the whole gradient down to this length"),
  .option("clip_value", "cuts every gradient element to ±this"),
  .option("schedule", .word(ScheduleKind.catalog.words, elseExpression: false), default: "constant", "how lr changes"),
]

extension Command {
  static let train = Command(
    "train", .run, "Trains the network: forward, backward, step, as often as there are epochs and batches.",
    parameters: trainParameters + ScheduleArguments.parameters,
    details: """
      Takes X_train, Y_train if they are bound, else X, Y. What is reported for an epoch
      is the loss before its update and the accuracy after it. Returns the list of losses,
      one for each epoch. Ctrl-C stops after the current step and keeps the network.
      every=100 reports every 100th epoch, and the last one.
      patience=20 watches the validation loss, without validation the training loss. At the
      end, early or not, the parameters with the smallest loss come back, with the
      optimizer's state of that time; the history keeps all epochs.
      When the loss grows, is no number or does not fall, one line says so; diagnose
      then looks for the reason. Epochs whose loss is no number are not reported.
      """,
    examples: [
      "data moons samples=200 noise=0.2 seed=42", "network 2 -> 10 relu -> 1 sigmoid", "train 100 lr=0.1 every=50",
      "losses = train(10, batch_size=32)",
    ],
    seeAlso: ["forward", "backward", "step", "evaluate", "diagnose", "optimizer", "schedules"]
  ) { input in
    let model = input.model
    let session = input.session
    let network = try model.requireNetwork()
    let data = try model.trainingData()
    var (inputs, targets) = (data.inputs, data.targets)

    let epochs = try input.int("epochs", atLeast: 0) ?? 1000
    var options = TrainingOptions(epochs: epochs)
    let every = try input.int("every", atLeast: 0) ?? max(1, epochs / 10)
    options.every = input.isReporting ? every : 0
    options.batchSize = try input.int("batch_size", atLeast: 1)
    options.learningRate = try input.double("lr")
    if let shuffle = try input.bool("shuffle") { options.shuffle = shuffle }
    options.patience = try input.int("patience", atLeast: 1)
    options.l1 = try input.double("l1") ?? 0
    options.l2 = try input.double("l2") ?? 0
    options.clipNorm = try input.double("clip_norm")
    options.clipValue = try input.double("clip_value")
    options.schedule = try input.schedule()
    if let item = input.item("validation"), case .value(let value) = item.argument {
      let parts = try input.placing(item) { try Validation(value, inputs, targets, axis: model.sampleAxis) }
      (inputs, targets) = parts.training
      options.validation = parts.validation
    }

    let showsProgress = session.options.showsProgress && input.isReporting
    let result = try network.train(
      inputs, targets, options: options, random: session.generator,
      progress: showsProgress ? { session.emit(.progressed($0)) } : nil,
      // That the loss is no number any more is said once, by the remark below.
      report: { if $0.loss.isFinite { input.report(StyledText($0.line + "\n")) } },
      shouldStop: { session.isInterrupted })
    if showsProgress { session.emit(.progressed(nil)) }
    let declared = network.declaration
    network.setNames(
      classes: model.isOwn(data.targetsName) ? model.classNames : declared.classNames,
      features: model.isOwn(data.inputsName) ? model.featureNames : declared.featureNames)
    model.bindForward()
    model.bindBackward()
    if let remark = network.course(of: result, targets: targets).remark {
      // Inside an expression nothing is reported, but this must not go unheard.
      if input.isReporting { input.report(StyledText(remark + "\n", .warning)) } else { session.warn(remark) }
    }
    let last = result.losses.last.map { ", loss \(NumberText.loss($0))" } ?? ""
    switch result.end {
    case .finished: break
    case .earlyStopped:
      input.report(
        "stopped after epoch \(result.losses.count) of \(epochs): no better for \(options.patience ?? 0) epochs\n")
    case .interrupted:
      throw Interruption(sentence: "interrupted after epoch \(result.losses.count) of \(epochs)\(last)")
    }
    if let restored = result.restored {
      let which = options.validation == nil ? "loss" : "validation loss"
      input.report(
        "the parameters of epoch \(restored.epoch), with the smallest \(which) \(NumberText.loss(restored.loss)), are back\n"
      )
    }
    return .list(ListObject(result.losses.map { .newFloat($0) }))
  }
}

extension EpochReport {
  /// As the article prints it.
  var line: String {
    var line = "Epoch \(epoch)/\(epochs) - Loss: \(NumberText.loss(loss))"
    if let accuracy { line += " - Accuracy: \(NumberText.fixed(accuracy, 4))" }
    if let validationLoss { line += " - Val loss: \(NumberText.loss(validationLoss))" }
    if let validationAccuracy { line += " - Val accuracy: \(NumberText.fixed(validationAccuracy, 4))" }
    return line
  }
}

/// `validation=(X, Y)` or `validation=0.2`.
struct Validation {
  let training: (NDArray, NDArray)
  let validation: (inputs: NDArray, targets: NDArray)

  init(_ value: Value, _ inputs: NDArray, _ targets: NDArray, axis: Int) throws {
    func pair(_ items: [Value]) throws -> (inputs: NDArray, targets: NDArray)? {
      items.count == 2 ? (try makeArray(items[0]), try makeArray(items[1])) : nil
    }
    var given: (inputs: NDArray, targets: NDArray)?
    switch value {
    case .tuple(let tuple): given = try pair(tuple.items)
    case .list(let list): given = try pair(list.items)
    default: break
    }
    if let given {
      training = (inputs, targets)
      validation = given
      return
    }
    guard let share = value.asScalar?.double, share > 0, share < 1 else {
      throw Fault(.value, "validation must be (X, Y) or a share such as 0.2")
    }
    let targetAxis = min(axis, targets.dimensions - 1)
    guard inputs.dimensions == 2, targetAxis >= 0, inputs.shape[axis] == targets.shape[targetAxis] else {
      throw Fault(.value, "validation=\(NumberText.short(share)) needs as many targets as samples")
    }
    let count = inputs.shape[axis]
    let kept = count - Int((share * Double(count)).rounded())
    guard kept > 0, kept < count else {
      throw Fault(.value, "validation=\(NumberText.short(share)) of \(counted(count, "sample")) leaves one part empty")
    }
    training = (inputs.slice(axis, 0..<kept), targets.slice(targetAxis, 0..<kept))
    validation = (inputs.slice(axis, kept..<count), targets.slice(targetAxis, kept..<count))
  }
}

extension NDArray {
  /// A view of a range of an axis.
  func slice(_ axis: Int, _ range: Range<Int>) -> NDArray {
    var shape = self.shape
    shape[axis] = range.count
    return NDArray(viewing: self, shape: shape, strides: strides, offset: strides[axis] * range.lowerBound)
  }
}
