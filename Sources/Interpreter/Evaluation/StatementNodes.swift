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

final class AssignStatement: StatementNode {
  let targets: [TargetNode]
  let value: Node
  init(_ targets: [TargetNode], _ value: Node, _ span: Span) {
    self.targets = targets
    self.value = value
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    let value = try value.evaluate(frame)
    for target in targets { try target.assign(value, frame) }
    return .normal
  }
}

/// `target op= value`: an array is changed in place, a list extended, everything else bound anew.
final class AugmentedAssignStatement: StatementNode {
  let op: BinaryOperator
  let target: Node
  let store: TargetNode
  let value: Node
  private let subscripted: SubscriptNode?
  init(_ op: BinaryOperator, target: Node, store: TargetNode, value: Node, _ span: Span) {
    self.op = op
    subscripted = target as? SubscriptNode
    self.target = target
    self.store = store
    self.value = value
    super.init(span)
  }

  override func execute(_ frame: Frame) throws -> Flow {
    if let subscripted { return try executeOnItem(subscripted, frame) }
    let old = try target.evaluate(frame)
    let change = try value.evaluate(frame)
    switch (old, change) {
    case (.int(let x), .int(let y)):
      if op == .add {
        let (sum, overflow) = x.addingReportingOverflow(y)
        if !overflow {
          try store.assign(.int(sum), frame)
          return .normal
        }
      }
    case (.float(let x), .float(let y)):
      if op == .add {
        try store.assign(.float(x + y), frame)
        return .normal
      }
    default: break
    }
    let result = try changed(old, change, frame)
    if !isSame(old, result) || !isInPlace(old) { try store.assign(result, frame) }
    return .normal
  }

  /// `a[i] += x`: the container and the index are evaluated once.
  private func executeOnItem(_ node: SubscriptNode, _ frame: Frame) throws -> Flow {
    let container = try node.container.evaluate(frame)
    let change: Value
    do {
      if case .array(let array) = container {
        let indices = try node.index.arrayIndices(frame)
        let old = Value.numpy(try array.item(indices))
        change = try value.evaluate(frame)
        let result = try changed(old, change, frame)
        if case .array(let changedArray) = result {
          if case .array(let view) = old, view === changedArray, view.root === array.root { return .normal }
          try array.setItem(indices, to: changedArray)
        } else {
          try array.setItem(indices, to: makeArray(result))
        }
      } else {
        let index = try node.index.evaluate(frame)
        let old = try pythonItem(container, index)
        change = try value.evaluate(frame)
        try setPythonItem(container, index, to: changed(old, change, frame))
      }
    } catch {
      throw frame.located(error, node.span)
    }
    return .normal
  }

  private func isInPlace(_ value: Value) -> Bool {
    switch value {
    case .array, .list: true
    default: false
    }
  }

  private func changed(_ old: Value, _ change: Value, _ frame: Frame) throws -> Value {
    do {
      FloatingPointStatus.clear()
      defer {
        if FloatingPointStatus.isRaised, usesNumPy(old, change) { frame.warnOfFloatingPoint(op.rawValue + "=", span) }
      }
      switch (old, op) {
      case (.array(let array), .matrixMultiply):
        let product = try NDArray.matmul(array, makeArray(change))
        try array.setItem([.ellipsis], to: product)
        return old
      case (.array(let array), _):
        guard let operation = op.arrayOperation else { break }
        if case .array(let other) = change {
          try NDArray.applyInPlace(operation, array, other)
        } else if let scalar = change.asScalar {
          try NDArray.applyInPlace(operation, array, scalar)
        } else {
          try NDArray.applyInPlace(operation, array, makeArray(change))
        }
        return old
      case (.list(let list), .add):
        if case .array = change { break }
        list.items += try materialize(change)
        return old
      case (.list(let list), .multiply):
        if let count = change.asIndex, case .list(let repeatedList) = try repeated(old, count) {
          list.items = repeatedList.items
          return old
        }
      case (.dictionary(let dictionary), .bitOr):
        if case .dictionary(let other) = change {
          for (key, value) in other.items { dictionary.set(try dictionaryKey(key), original: key, to: value) }
          return old
        }
      default: break
      }
      return try binary(op, old, change)
    } catch {
      throw frame.located(describeOperation(error, text: frame.source.text(span)), span)
    }
  }

  private func usesNumPy(_ a: Value, _ b: Value) -> Bool { PythonNumber(a) == nil || PythonNumber(b) == nil }
}

final class IfStatement: StatementNode {
  let branches: [(test: Node, body: [StatementNode])]
  let otherwise: [StatementNode]
  init(_ branches: [(test: Node, body: [StatementNode])], otherwise: [StatementNode], _ span: Span) {
    self.branches = branches
    self.otherwise = otherwise
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    for branch in branches where try branch.test.evaluateTruth(frame) { return try branch.body.execute(frame) }
    return try otherwise.execute(frame)
  }
}

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

final class ImportStatement: StatementNode {
  struct Binding {
    let path: String
    /// nil for `import a.b as c`: the module itself.
    let member: String?
    let target: TargetNode
    let span: Span
  }
  let bindings: [Binding]
  init(_ bindings: [Binding], _ span: Span) {
    self.bindings = bindings
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    for binding in bindings {
      do {
        let value = try Modules.value(binding.path, member: binding.member)
        try binding.target.assign(value, frame)
      } catch {
        throw frame.located(error, binding.span)
      }
    }
    return .normal
  }
}
