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
  /// Nor more of all together: the oldest outputs go first.
  fileprivate static let totalOutputLimit = 16 << 20
}

extension Session {
  /// The number of the next typed lines.
  public var nextInputNumber: Int { inputs.count + 1 }

  /// Something was typed and is about to run. Returns its number.
  func begin(_ text: String) -> Int {
    inputs.append(SessionInput(text: text))
    return inputs.count
  }

  /// What was typed last has run, or has failed.
  func end(_ failure: Diagnostic?) {
    inputs[inputs.count - 1].outcome = failure.map { .failed($0.sentence) } ?? .succeeded
    keptOutput += inputs[inputs.count - 1].output.utf8.count
    while keptOutput > SessionInput.totalOutputLimit, firstWithOutput < inputs.count {
      keptOutput -= inputs[firstWithOutput].output.utf8.count
      inputs[firstWithOutput].output = ""
      firstWithOutput += 1
    }
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
    case .noted, .warned, .progressed, .cleared: break
    }
  }
}
