import NeuralNetwork

extension TrainingCourse {
  /// One line for a training that went wrong; nil for one that did not.
  var remark: String? {
    switch trouble {
    case nil: nil
    case .target?: targetRemark
    case .notFinite(let epoch)?:
      "the loss is \(NumberText.short(losses[epoch - 1], 4)) from epoch \(epoch) on: diagnose says why"
    case .grew(let from, _, let to)?:
      "the loss grew from \(NumberText.short(from, 4)) to \(NumberText.short(to, 4)): diagnose says why"
    case .stalled(let loss, _)?:
      "the loss stays at \(NumberText.short(loss, 4)), no better than a constant answer: diagnose says why"
    }
  }

  private var targetRemark: String? {
    guard let sentence = trouble?.targetSentence, let last = losses.last else { return nil }
    let fall =
      last < 0 ? ", and the loss fell below 0, to \(NumberText.short(last, 4))" : ", so the loss may fall below 0"
    return sentence + fall + ": diagnose says why"
  }
}

extension TrainingCourse.Trouble {
  /// `the targets hold -1, which binary_cross_entropy is not made for (0 to 1)`; nil for other troubles.
  var targetSentence: String? {
    guard case .target(let target, let loss) = self, let range = LossKind.catalog[loss]?.targets else { return nil }
    let wanted = range.upperBound.isFinite ? "0 to \(NumberText.short(range.upperBound))" : "0 or more"
    return "the targets hold \(NumberText.short(target)), but \(loss) takes \(wanted)"
  }
}
