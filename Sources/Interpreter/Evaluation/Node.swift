import Syntax

/// The lowered form of an expression: names are slots, constants are values, each form has its own class.
/// A tree is lowered once and evaluated often.
class Node {
  let span: Span
  init(_ span: Span) { self.span = span }

  func evaluate(_ frame: Frame) throws -> Value { preconditionFailure("evaluate is not overridden") }

  /// The value. `isNew` becomes true if it is an array that was made here and that nobody else refers to, as the result of an operation.
  func evaluate(_ frame: Frame, isNew: inout Bool) throws -> Value { try evaluate(frame) }

  /// The truth of the value; comparisons and `not` answer without making a value.
  func evaluateTruth(_ frame: Frame) throws -> Bool {
    let value = try evaluate(frame)
    if case .bool(let truth) = value { return truth }
    do { return try isTrue(value) } catch { throw frame.located(error, span) }
  }
}

/// The lowered form of a statement.
class StatementNode {
  let span: Span
  init(_ span: Span) { self.span = span }

  func execute(_ frame: Frame) throws -> Flow { preconditionFailure("execute is not overridden") }
}

/// How a statement ended.
enum Flow {
  case normal, breakLoop, continueLoop
  /// The value is in the frame.
  case returned
}

/// The variables of one running function, or of one top-level statement.
final class Frame {
  let locals: UnsafeMutablePointer<Value?>
  private let localCount: Int
  /// The captured cells, then the function's own.
  var cells: [Cell]
  // Both outlive the frame: a call holds its function, and with it the source.
  unowned(unsafe) let session: Session
  unowned(unsafe) let source: Source
  var returnValue: Value = .none

  init(session: Session, source: Source, localCount: Int, captured: [Cell], ownCells: Int) {
    self.session = session
    self.source = source
    self.localCount = localCount
    locals =
      localCount <= Session.LocalsPool.capacity
      ? session.localsPool.take() : .allocate(capacity: localCount)
    locals.initialize(repeating: nil, count: localCount)
    cells = captured
    for _ in 0..<ownCells { cells.append(Cell(nil)) }
  }

  deinit {
    locals.deinitialize(count: localCount)
    if localCount <= Session.LocalsPool.capacity { session.localsPool.give(locals) } else { locals.deallocate() }
  }

  /// The error with its place: the first that has one keeps it.
  func located(_ error: any Error, _ span: Span) -> any Error {
    if error is QuitRequest { return error }
    var result = diagnostic(for: error, source: source, span: span)
    if let advice = session.model.advice(on: error) { result.advice = advice }
    return result
  }
}

extension Array where Element == StatementNode {
  @inline(__always) func execute(_ frame: Frame) throws -> Flow {
    // The tree outlives its run, so that no statement needs to be retained for it.
    for i in 0..<count {
      let flow = try Unmanaged.passUnretained(self[i])._withUnsafeGuaranteedRef { try $0.execute(frame) }
      if flow != .normal { return flow }
    }
    return .normal
  }
}
