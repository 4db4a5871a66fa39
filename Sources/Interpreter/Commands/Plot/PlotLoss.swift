import Glibc
import NeuralNetwork
import Plotting
import Syntax

extension PictureKind {
  static let loss = PictureKind(word: "loss", help: "the training loss by epoch, and that of the validation data") {
    input in
    let history = try input.model.requireNetwork().history
    guard !history.losses.isEmpty else {
      throw Fault(.network, "the network has not been trained yet", hint: input.model.withData("train 100"))
    }
    return LossPicture(history).picture
  }
}

/// The loss of every epoch, beside it that of the validation data where it was taken.
private struct LossPicture {
  private let losses: [Double]
  /// After the epochs of the trainings that had validation data.
  private let validation: (epochs: [Double], losses: [Double])

  init(_ history: History) {
    losses = history.losses.array
    var (epochs, losses): ([Double], [Double]) = ([], [])
    for entry in history.validation.array {
      // Between two trainings with such data there may be one without: a gap.
      if let last = epochs.last, Double(entry.epoch) > last + 1 {
        epochs.append(.nan)
        losses.append(.nan)
      }
      epochs.append(Double(entry.epoch))
      losses.append(entry.loss)
    }
    validation = (epochs, losses)
  }

  var picture: Picture {
    let epochs = (1...losses.count).map(Double.init)
    var series: [Series] = []
    if losses.count == 1 {
      series.append(Series(.points(x: epochs, y: losses, PointStyle(.circle, [Palette.color(0)])), name: "training"))
    } else {
      series.append(Series(.line(x: epochs, y: losses, LineStyle(Palette.color(0))), name: "training"))
    }
    if !validation.epochs.isEmpty {
      let style = LineStyle(Palette.color(1), dash: .dashed)
      series.append(Series(.line(x: validation.epochs, y: validation.losses, style), name: "validation"))
      if validation.epochs.count == 1 {
        let point = PointStyle(.square, size: 7, [Palette.color(1)])
        series.append(Series(.points(x: validation.epochs, y: validation.losses, point)))
      }
    }
    let isPositive = losses.contains { $0 > 0 && $0.isFinite } && !losses.contains { $0 <= 0 }
    let panel = Panel(
      series, title: "Loss by epoch", x: Axis("epoch", isWhole: true),
      y: Axis(isPositive ? "loss (log scale)" : "loss", scale: isPositive ? .logarithmic : .linear),
      hasLegend: !validation.epochs.isEmpty, hasGrid: true)
    return Picture(Figure([panel]), sentence)
  }

  // MARK: The sentence

  private var sentence: String {
    let first = losses[0]
    let last = losses[losses.count - 1]
    if let bad = losses.firstIndex(where: { !$0.isFinite }) {
      return "loss is not a number from epoch \(bad + 1) on" + (bad > 0 ? "; it began at \(text(first))" : "")
    }
    var words: String
    if losses.count == 1 {
      words = "loss \(text(first)) in the only epoch"
    } else if text(first) == text(last) {
      words = "loss stays at \(text(first)) for \(losses.count) epochs"
    } else {
      words = "loss \(last < first ? "fell" : "rose") from \(text(first)) to \(text(last))"
      if let flat = flatEpoch { words += ", flat after epoch \(flat)" } else { words += " in \(losses.count) epochs" }
    }
    let finite = validation.losses.indices.filter { validation.losses[$0].isFinite }
    if let best = finite.min(by: { validation.losses[$0] < validation.losses[$1] }) {
      words +=
        "; validation loss smallest, \(text(validation.losses[best])), in epoch \(NumberText.short(validation.epochs[best], 15))"
    }
    return words
  }

  private func text(_ value: Double) -> String { NumberText.short(value, 2) }

  /// The epoch from which on the loss stays within 1 % of its whole change, if a fifth of the epochs or more come after it.
  private var flatEpoch: Int? {
    let last = losses[losses.count - 1]
    let room = 0.01 * abs(losses[0] - last)
    let moving = losses.lastIndex { abs($0 - last) > room } ?? 0
    let flat = moving + 1
    return flat * 5 <= losses.count * 4 ? flat : nil
  }
}
