import NeuralNetwork

extension TrainingCourse {
  /// One line for a training that went wrong; nil for one that did not.
  var remark: String? {
    switch trouble {
    case nil: nil
    case .notFinite(let epoch)?:
      "the loss is \(NumberText.short(losses[epoch - 1], 4)) from epoch \(epoch) on: diagnose says why"
    case .grew(let from, _, let to)?:
      "the loss grew from \(NumberText.short(from, 4)) to \(NumberText.short(to, 4)): diagnose says why"
    case .stalled(let loss, _)?:
      "the loss stays at \(NumberText.short(loss, 4)), no better than a constant answer: diagnose says why"
    }
  }
}
