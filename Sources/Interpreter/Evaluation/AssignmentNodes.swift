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

/// `target: annotation = value`: the assignment, then the annotation, whose value nobody asks for. Without a value, what stands in the target
/// is evaluated and nothing is assigned.
final class AnnotatedStatement: StatementNode {
  let assignment: AssignStatement?
  let parts: [Node]
  init(_ assignment: AssignStatement?, _ parts: [Node], _ span: Span) {
    self.assignment = assignment
    self.parts = parts
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    _ = try assignment?.execute(frame)
    for part in parts { _ = try part.evaluate(frame) }
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
    var old = try target.evaluate(frame)
    let change = try value.evaluate(frame)
    if op == .add, case .string(let more) = change, try extendText(&old, by: more, frame) { return .normal }
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
        try store.assign(.newFloat(x + y), frame)
        return .normal
      }
    default: break
    }
    let result = try changed(old, change, frame)
    if !isInPlace(old) || !isSame(old, result) { try store.assign(result, frame) }
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
        var old = try pythonItem(container, index)
        change = try value.evaluate(frame)
        if op == .add, case .string(let more) = change, try extendItem(container, index, &old, by: more) {
          return .normal
        }
        try setPythonItem(container, index, to: changed(old, change, frame))
      }
    } catch {
      throw frame.located(error, node.span)
    }
    return .normal
  }

  /// `s += t` in the memory of `s` where nothing but the target refers to it; false where the target holds no text, or another than it did.
  private func extendText(_ old: inout Value, by more: Text, _ frame: Frame) throws -> Bool {
    guard let text = TextIdentity(old) else { return false }
    do { try checkGrowth(of: text, by: more) } catch { throw frame.located(error, span) }
    guard var taken = store.take(frame) else { return false }
    let isStill = TextIdentity(taken) == text
    if isStill {
      old = .none
      extend(&taken, by: more)
    }
    try store.assign(taken, frame)
    return isStill
  }

  /// The same for an item of a list or a dict.
  private func extendItem(_ container: Value, _ index: Value, _ old: inout Value, by more: Text) throws -> Bool {
    guard let text = TextIdentity(old) else { return false }
    try checkGrowth(of: text, by: more)
    switch container {
    case .list(let list):
      let place = try position(index, count: list.items.count, of: "list")
      guard TextIdentity(list.items[place]) == text else { return false }
      old = .none
      extend(&list.items[place], by: more)
    case .dictionary(let dictionary):
      let key = try dictionaryKey(index)
      guard dictionary[key].flatMap(TextIdentity.init) == text else { return false }
      old = .none
      extendValue(of: key, dictionary, by: more)
    default: return false
    }
    return true
  }

  private func extendValue(of key: DictionaryKey, _ dictionary: DictionaryObject, by more: Text) {
    guard var value = dictionary.takeValue(key) else { return }
    extend(&value, by: more)
    dictionary.set(key, original: .none, to: value)
  }

  private func checkGrowth(of text: TextIdentity, by more: Text) throws {
    let (old, new) = (text.size, text.size + more.string.utf8.count)
    // The memory grows by doubling; it is looked at now and then as if it were taken anew.
    try checkSize(ofText: old >> 16 == new >> 16 ? new - old + 64 : 2 * new)
  }

  private func extend(_ value: inout Value, by more: Text) {
    guard case .string(var text) = value else { return }
    value = .none
    let isAlone = isKnownUniquelyReferenced(&text)
    value = .string(
      isAlone ? text.extended(by: more) : Text(text.string + more.string, count: text.count + more.count))
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
        try list.append(contentsOf: materialize(change))
        return old
      case (.list(let list), .multiply):
        if let count = change.asIndex, case .list(let repeatedList) = try repeated(old, count) {
          list.items = repeatedList.items
          return old
        }
      case (.dictionary(let dictionary), .bitOr):
        if case .dictionary(let other) = change {
          try dictionary.store(other)
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

/// Which text a value is, without keeping it.
private struct TextIdentity: Equatable {
  private let object: ObjectIdentifier
  /// Bytes.
  let size: Int

  init?(_ value: Value) {
    guard case .string(let text) = value else { return nil }
    object = ObjectIdentifier(text)
    size = text.string.utf8.count
  }
}
