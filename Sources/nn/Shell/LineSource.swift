import Interpreter

/// Where the shell's lines come from.
protocol LineSource: AnyObject {
  /// Waits for a line.
  /// - Parameter isContinuation: whether it goes on with an open block or bracket.
  func read(prompt: String, isContinuation: Bool) -> TypedInput
  /// From now on completes what this session knows.
  func serve(_ session: Session)
  /// Keeps a statement for recall.
  func remember(_ statement: String)
  /// The sitting is over.
  func close()
}

enum TypedInput {
  case line(String)
  /// Several lines at once, pasted or recalled, no longer on the screen.
  case lines(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D, or the end of the input.
  case end
}
