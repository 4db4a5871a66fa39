/// Why a figure could not be drawn: facts. The interpreter makes the sentence.
public enum PlottingError: Error, Equatable {
  /// There is no program gnuplot.
  case missing
  /// The system did not start it; `code` is errno.
  case cannotStart(code: Int32)
  /// It was ended from outside.
  case killed(signal: Int32)
  /// It gave up; `message` is its own first line.
  case failed(message: String)
  case timedOut(seconds: Int)
  /// The caller asked to stop.
  case cancelled
}
