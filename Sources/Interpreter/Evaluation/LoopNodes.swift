import Syntax

final class ForStatement: StatementNode {
  let target: TargetNode
  let iterable: Node
  let body: [StatementNode]
  let otherwise: [StatementNode]
  init(target: TargetNode, iterable: Node, body: [StatementNode], otherwise: [StatementNode], _ span: Span) {
    self.target = target
    self.iterable = iterable
    self.body = body
    self.otherwise = otherwise
    super.init(span)
  }

  override func execute(_ frame: Frame) throws -> Flow {
    let value = try iterable.evaluate(frame)
    if case .range(let range) = value {
      for i in 0..<range.count {
        if let flow = try turn(.int(range.start + i * range.step), frame) { return flow == .breakLoop ? .normal : flow }
      }
      return try otherwise.execute(frame)
    }
    let next: () throws -> Value?
    do { next = try iterate(value) } catch { throw frame.located(error, iterable.span) }
    while true {
      let item: Value?
      do { item = try next() } catch { throw frame.located(error, iterable.span) }
      guard let item else { break }
      if let flow = try turn(item, frame) { return flow == .breakLoop ? .normal : flow }
    }
    return try otherwise.execute(frame)
  }

  /// One iteration: nil to go on, else how the loop ends.
  @inline(__always) private func turn(_ item: Value, _ frame: Frame) throws -> Flow? {
    if frame.session.isInterrupted { throw frame.located(Interruption(), span) }
    try target.assign(item, frame)
    switch try body.execute(frame) {
    case .normal, .continueLoop: return nil
    case .breakLoop: return .breakLoop
    case .returned: return .returned
    }
  }
}

final class WhileStatement: StatementNode {
  let test: Node
  let body: [StatementNode]
  let otherwise: [StatementNode]
  init(test: Node, body: [StatementNode], otherwise: [StatementNode], _ span: Span) {
    self.test = test
    self.body = body
    self.otherwise = otherwise
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    while try test.evaluateTruth(frame) {
      if frame.session.isInterrupted { throw frame.located(Interruption(), span) }
      switch try body.execute(frame) {
      case .normal, .continueLoop: continue
      case .breakLoop: return .normal
      case .returned: return .returned
      }
    }
    return try otherwise.execute(frame)
  }
}
