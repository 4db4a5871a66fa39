import Arrays
import Datasets
import NeuralNetwork
import Plotting
import Support
import Syntax

/// Ctrl-C: what ends a running statement. It is no error of the program.
struct Interruption: Error {
  /// How far it came, where somebody can say so.
  var sentence = "interrupted"
}

/// An array's error and the operation as it was typed.
struct DescribedError: Error {
  let error: ArrayError
  let text: String
}

/// A shape mismatch shows the expression it happened in, if that is short enough to be read.
func describeOperation(_ error: any Error, text: String) -> any Error {
  guard let fact = error as? ArrayError, case .shapeMismatch = fact, text.count <= 50, !text.contains("\n") else {
    return error
  }
  return DescribedError(error: fact, text: text)
}

/// The error with its place. One that has a place already keeps it: the innermost is the most exact.
func diagnostic(for error: any Error, source: Source, span: Span) -> Diagnostic {
  var result: Diagnostic
  switch error {
  case let diagnostic as Diagnostic:
    result = diagnostic
    if result.source != nil { return result }
  case let placed as PlacedError:
    return diagnostic(for: placed.error, source: source, span: placed.span)
  case let fault as Fault: result = Diagnostic(fault.sentence, hint: fault.advice)
  case let described as DescribedError:
    result = Diagnostic(described.error.sentence(in: described.text), hint: described.error.hint)
  case ArrayError.interrupted, FileError.interrupted, NetworkError.file(.interrupted),
    NetworkError.interrupted:
    result = Diagnostic(Interruption().sentence)
    result.isInterruption = true
  case let fact as ArrayError: result = Diagnostic(fact.sentence(in: nil), hint: fact.hint)
  case let fact as NetworkError: result = Diagnostic(fact.sentence, hint: fact.hint)
  case let fact as DatasetError: result = Diagnostic(fact.sentence, hint: fact.hint)
  case let fact as FileError: result = Diagnostic(fact.sentence, hint: fact.hint)
  case let fact as PlottingError: result = Diagnostic(fact.sentence, hint: fact.hint)
  case let syntax as SyntaxError:
    result = Diagnostic(syntax.sentence, hint: syntax.advice, source: source, span: syntax.span)
    return result
  case let interruption as Interruption:
    result = Diagnostic(interruption.sentence)
    result.isInterruption = true
  default: result = Diagnostic("\(error)")
  }
  result.source = source
  result.span = span
  return result
}
