import Interpreter
import NeuralNetwork

/// Keeps one line at the bottom of what has been written: drawn over, taken away before anything else is written, drawn again below it.
struct ProgressDisplay {
  /// Not oftener than the progress itself comes.
  private static let interval = Duration.milliseconds(50)

  private let output: OutputStream
  private let colouring: Colouring
  private var latest: TrainingProgress?
  /// Columns of the line on the screen; nil if there is none.
  private var drawn: Int?
  private var drawnAt = ContinuousClock.now - .seconds(1)

  init(_ output: OutputStream, _ colouring: Colouring) {
    self.output = output
    self.colouring = colouring
  }

  var isShown: Bool { drawn != nil }

  mutating func show(_ progress: TrainingProgress?) {
    latest = progress
    progress == nil ? clear() : draw()
  }

  /// After something else was written: the line again, unless it was drawn a moment ago.
  mutating func restore() {
    if latest != nil, !isShown, !output.isMidLine, ContinuousClock.now - drawnAt >= ProgressDisplay.interval { draw() }
  }

  private mutating func draw() {
    guard let latest else { return }
    clear()
    // Text without a line end stays; the line begins below it.
    output.endLine()
    // Room for the `^C` that the terminal may write behind it.
    let line = ProgressLine.text(latest, width: TerminalTraits.width - 3)
    let text = colouring.text(line)
    let isUnicode = colouring.traits.isUnicode
    output.draw(isUnicode ? text : TerminalText(PlainCharacters.text(text.text, keepingWidth: true)))
    drawn = line.plain.count
    drawnAt = .now
  }

  /// Takes the line away. In a window that has become narrower it takes several rows.
  mutating func clear() {
    guard let columns = drawn else { return }
    drawn = nil
    let rowsAbove = max(0, columns - 1) / max(1, TerminalTraits.width)
    output.draw(TerminalText("\r" + (rowsAbove > 0 ? "\u{1B}[\(rowsAbove)A" : "") + "\u{1B}[J"))
  }
}
