import Arrays
import Syntax

final class ExpressionStatement: StatementNode {
  let node: Node
  init(_ node: Node, _ span: Span) {
    self.node = node
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    _ = try node.evaluate(frame)
    return .normal
  }
}

final class IfStatement: StatementNode {
  /// The `if` and its `elif`s.
  let branches: [(test: Node, body: [StatementNode])]
  let otherwise: [StatementNode]
  init(_ branches: [(test: Node, body: [StatementNode])], otherwise: [StatementNode], _ span: Span) {
    self.branches = branches
    self.otherwise = otherwise
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    for i in 0..<branches.count where try branches[i].test.evaluateTruth(frame) {
      return try branches[i].body.execute(frame)
    }
    return try otherwise.execute(frame)
  }
}

final class JumpStatement: StatementNode {
  let flow: Flow
  init(_ flow: Flow, _ span: Span) {
    self.flow = flow
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow { flow }
}

final class ReturnStatement: StatementNode {
  let value: Node?
  init(_ value: Node?, _ span: Span) {
    self.value = value
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    frame.returnValue = try value?.evaluate(frame) ?? .none
    return .returned
  }
}

final class DefineStatement: StatementNode {
  let target: TargetNode
  let maker: FunctionMaker
  init(_ target: TargetNode, _ maker: FunctionMaker, _ span: Span) {
    self.target = target
    self.maker = maker
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    try target.assign(.function(maker.make(frame)), frame)
    return .normal
  }
}

final class DeleteStatement: StatementNode {
  let targets: [TargetNode]
  init(_ targets: [TargetNode], _ span: Span) {
    self.targets = targets
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    for target in targets { try target.delete(frame) }
    return .normal
  }
}

final class AssertStatement: StatementNode {
  let test: Node
  let message: Node?
  init(_ test: Node, message: Node?, _ span: Span) {
    self.test = test
    self.message = message
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    if try test.evaluateTruth(frame) { return .normal }
    let text = try message.map { try str($0.evaluate(frame), frame.session.printOptions) }
    throw frame.located(Fault(.assertion, text.map { "the assertion failed: \($0)" } ?? "the assertion failed"), span)
  }
}
