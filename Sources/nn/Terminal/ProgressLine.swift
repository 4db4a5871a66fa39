import Interpreter
import NeuralNetwork

/// The line that a training redraws: `██████░░░░  62%  epoch 620/1000  loss 0.0812  accuracy 0.97  ▇▅▃▁  0:12 left`.
enum ProgressLine {
  private typealias Parts = [(rank: Int, text: StyledText)]

  /// At most `width` columns: whole, else in short, else without the curve, the bar, the accuracy, the time, the loss, in this order.
  static func text(_ progress: TrainingProgress, width: Int) -> StyledText {
    var parts = parts(progress, isShort: false)
    if length(parts) > width { parts = self.parts(progress, isShort: true) }
    while length(parts) > width, parts.count > 1 {
      let worst = parts.map(\.rank).max()!
      parts.removeAll { $0.rank == worst }
    }
    if length(parts) > width { return StyledText(String(percent(progress).prefix(max(0, width)))) }
    var line = StyledText()
    for (i, part) in parts.enumerated() {
      if i > 0 { line.append("  ") }
      line.append(part.text)
    }
    return line
  }

  private static func parts(_ progress: TrainingProgress, isShort: Bool) -> Parts {
    let width = isShort ? 8 : 16
    let filled = Int(share(progress) * Double(width))
    var bar = StyledText(String(repeating: "█", count: filled), .code)
    bar.append(String(repeating: "░", count: width - filled), .dim)
    var parts: Parts = [(4, bar)]
    func add(_ rank: Int, _ text: String, _ style: StyledText.Style = .plain) {
      parts.append((rank, StyledText(text, style)))
    }
    if !isShort { add(0, percent(progress)) }
    add(0, "epoch \(progress.epoch)/\(progress.epochs)")
    add(1, "loss \(NumberText.loss(progress.loss))")
    if let accuracy = progress.accuracy {
      add(3, isShort ? "acc \(NumberText.fixed(accuracy, 3))" : "accuracy \(NumberText.fixed(accuracy, 4))")
    }
    if progress.curve.count > 1 { add(5, Sparkline.text(TrainingProgress.picked(progress.curve, width)), .code) }
    if let seconds = progress.secondsLeft { add(2, "\(clock(seconds)) left", .dim) }
    return parts
  }

  private static func share(_ progress: TrainingProgress) -> Double { min(max(progress.share, 0), 1) }

  /// Of four columns.
  private static func percent(_ progress: TrainingProgress) -> String {
    let text = "\(Int(share(progress) * 100))%"
    return String(repeating: " ", count: 4 - text.count) + text
  }

  private static func length(_ parts: Parts) -> Int {
    parts.reduce(0) { $0 + $1.text.plain.count } + 2 * max(0, parts.count - 1)
  }

  /// `0:07`, `12:30`, `2:05:00`, `3 days`
  static func clock(_ seconds: Double) -> String {
    guard seconds < 172_800 else { return seconds < 8.64e9 ? "\(Int(seconds / 86400)) days" : "ages" }
    let whole = Int(seconds.rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = whole / 60
    return whole < 3600
      ? "\(minutes):\(two(whole % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(whole % 60))"
  }
}
