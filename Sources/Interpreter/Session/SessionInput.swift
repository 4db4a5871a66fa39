/// Lines that a person typed at once, and what came of them.
public struct SessionInput {
  /// As typed, without a line end after the last line.
  public let text: String
  /// nil while it runs.
  public fileprivate(set) var outcome: Outcome?
  /// What a script of the same lines would print: no confirmations, no warnings.
  public fileprivate(set) var output = ""

  public enum Outcome: Equatable, Sendable {
    case succeeded
    case failed(String)
  }

  /// An output beyond this is kept no further.
  fileprivate static let outputLimit = 1 << 20
}

extension Session {
  /// Something was typed and is about to run.
  public func begin(_ text: String) { inputs.append(SessionInput(text: text)) }

  /// What was typed last has run, or has failed.
  public func end(_ failure: Diagnostic? = nil) {
    guard !inputs.isEmpty else { return }
    inputs[inputs.count - 1].outcome = failure.map { .failed($0.sentence) } ?? .succeeded
  }

  /// Keeps a result with the input that made it.
  func transcribe(_ output: Output) {
    guard let last = inputs.indices.last, inputs[last].outcome == nil,
      inputs[last].output.utf8.count < SessionInput.outputLimit
    else { return }
    switch output {
    case .printed(let text): inputs[last].output += text
    case .echoed(let text), .reported(let text): inputs[last].output += text.plain
    case .pictured(let picture): inputs[last].output += picture.report.plain
    case .noted, .warned, .progressed: break
    }
  }
}
