import Arrays
import NeuralNetwork

/// What a session is apart from its variables and what they refer to: settings, declarations, the generator.
struct SessionState {
  let printOptions: PrintOptions
  let undoMemory: Int
  let generator: RandomState.State
  let model: Model.State

  func isSame(as other: SessionState) -> Bool {
    printOptions == other.printOptions && undoMemory == other.undoMemory && generator == other.generator
      && model.isSame(as: other.model)
  }
}

extension Session: Recordable {
  /// Compared after the statement, not watched.
  var stamp: UInt64 {
    get { .max }
    set {}
  }

  var state: SessionState {
    get {
      SessionState(
        printOptions: printOptions, undoMemory: timeline.memoryLimit, generator: generator.state, model: model.state)
    }
    set {
      printOptions = newValue.printOptions
      timeline.memoryLimit = newValue.undoMemory
      generator.state = newValue.generator
      model.state = newValue.model
    }
  }

  var contents: Contents {
    get { .session(state) }
    set { if case .session(let state) = newValue { self.state = state } }
  }
}

extension Model {
  /// Everything declared and bound, as it is at one moment.
  struct State {
    fileprivate(set) var network: Network?
    fileprivate(set) var convention: Convention
    fileprivate(set) var precision: Precision
    fileprivate var threads: Int
    fileprivate var isTracing: Bool
    fileprivate(set) var loss: Loss?
    fileprivate var lossIsTaken: Bool
    fileprivate(set) var optimizer: Optimizer
    fileprivate(set) var initializer: Initializer
    fileprivate var initializerSeed: Int?
    fileprivate var layerGenerator: RandomState?
    fileprivate var layerGeneratorState: RandomState.State?
    fileprivate var parameterNames: [String: EngineName]
    fileprivate var marks: [String: BindingMark]
    fileprivate var noticed: Set<String>
    fileprivate var dataNames: Set<String>
    fileprivate var classNames: [String]
    fileprivate var featureNames: [String]

    func isSame(as other: State) -> Bool {
      network === other.network && convention == other.convention && precision == other.precision
        && threads == other.threads && isTracing == other.isTracing && loss == other.loss
        && lossIsTaken == other.lossIsTaken && optimizer == other.optimizer && initializer == other.initializer
        && initializerSeed == other.initializerSeed && layerGenerator === other.layerGenerator
        && layerGeneratorState == other.layerGeneratorState && parameterNames == other.parameterNames
        && noticed == other.noticed && dataNames == other.dataNames && classNames == other.classNames
        && featureNames == other.featureNames
        && marks.count == other.marks.count
        && marks.allSatisfy { name, mark in other.marks[name].map { mark.isSame(as: $0) } ?? false }
    }
  }

  var state: State {
    get {
      State(
        network: network, convention: convention, precision: precision, threads: threads, isTracing: isTracing,
        loss: loss,
        lossIsTaken: lossIsTaken, optimizer: optimizer,
        initializer: initializer, initializerSeed: initializerSeed, layerGenerator: layerGenerator,
        layerGeneratorState: layerGenerator?.state, parameterNames: parameterNames, marks: marks, noticed: noticed,
        dataNames: dataNames, classNames: classNames, featureNames: featureNames)
    }
    set {
      network = newValue.network
      convention = newValue.convention
      precision = newValue.precision
      isTracing = newValue.isTracing
      if threads != newValue.threads { threads = newValue.threads }
      loss = newValue.loss
      lossIsTaken = newValue.lossIsTaken
      optimizer = newValue.optimizer
      initializer = newValue.initializer
      initializerSeed = newValue.initializerSeed
      layerGenerator = newValue.layerGenerator
      if let random = newValue.layerGeneratorState { layerGenerator?.state = random }
      parameterNames = newValue.parameterNames
      marks = newValue.marks
      noticed = newValue.noticed
      dataNames = newValue.dataNames
      classNames = newValue.classNames
      featureNames = newValue.featureNames
    }
  }
}

extension BindingMark {
  fileprivate func isSame(as other: BindingMark) -> Bool {
    switch (self, other) {
    case (.array(let a), .array(let b)): a === b
    case (.number(let a), .number(let b)): a.bitPattern == b.bitPattern
    default: false
    }
  }
}
