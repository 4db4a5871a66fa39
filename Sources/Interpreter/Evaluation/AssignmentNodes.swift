import Arrays
import Syntax

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
    for i in 0..<targets.count {
      try Unmanaged.passUnretained(targets[i])._withUnsafeGuaranteedRef { try $0.assign(value, frame) }
    }
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
