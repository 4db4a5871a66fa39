import Arrays
import NeuralNetwork

/// What a line can change apart from variables and the objects that they refer to. A session's settings live here and nowhere else, so that undo, which
/// saves it whole, can forget none.
struct SessionState: Equatable {
  var printOptions = PrintOptions()
  /// Whether pictures are shown: `set pictures`.
  var pictures = PictureMode.auto
  /// Bytes that steps, checkpoints and shown values may keep.
  var undoMemory = 512 << 20
}

/// The whole of it at one moment, with what stands in objects of its own: what `plt` is drawing, and the generators.
struct SessionMoment: Equatable {
  let settings: SessionState
  let model: ModelState
  let pyplot: Pyplot.State
  let generator: RandomState.State
  let layerGenerator: RandomState.State?
}

extension Session {
  var moment: SessionMoment {
    get {
      SessionMoment(
        settings: state, model: model.state, pyplot: pyplot.state, generator: generator.state,
        layerGenerator: model.layerGenerator?.state)
    }
    set {
      state = newValue.settings
      let threads = model.threads
      model.state = newValue.model
      pyplot.state = newValue.pyplot
      generator.state = newValue.generator
      if let layerState = newValue.layerGenerator { model.layerGenerator?.state = layerState }
      if model.threads != threads { model.useThreads() }
      timeline?.trim()
    }
  }
}

extension Session: Recordable {
  /// Compared after the statement, not watched.
  var journal: WriteJournal? {
    get { nil }
    set {}
  }

  var stamp: UInt64 {
    get { .max }
    set {}
  }

  var contents: Contents {
    get { .session(moment) }
    set { if case .session(let moment) = newValue { self.moment = moment } }
  }
}
