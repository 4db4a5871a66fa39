import Syntax

/// One comparison; a chain is a ``ComparisonChainNode``.
final class ComparisonNode: Node {
  let op: ComparisonOperator
  let left: Node
  let right: Node
  init(_ op: ComparisonOperator, _ left: Node, _ right: Node, _ span: Span) {
    self.op = op
    self.left = left
    self.right = right
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if let answer = quick(op, a, b) { return .bool(answer) }
    do { return try compare(op, a, b) } catch {
      throw frame.located(describeOperation(error, text: frame.source.text(span)), span)
    }
  }

  override func evaluateTruth(_ frame: Frame) throws -> Bool {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if let answer = quick(op, a, b) { return answer }
    do { return try isTrue(compare(op, a, b)) } catch { throw frame.located(error, span) }
  }
}

/// The answer for two ints or two floats.
@inline(__always) private func quick(_ op: ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
  switch (a, b) {
  case (.int(let x), .int(let y)): ordered(op, x, y)
  case (.float(let x), .float(let y)): ordered(op, x, y)
  default: nil
  }
}

@inline(__always) private func ordered<T: Comparable>(_ op: ComparisonOperator, _ x: T, _ y: T) -> Bool? {
  switch op {
  case .equal: x == y
  case .notEqual: x != y
  case .less: x < y
  case .lessEqual: x <= y
  case .greater: x > y
  case .greaterEqual: x >= y
  case .isSame, .isNotSame, .isIn, .isNotIn: nil
  }
}

/// `a < b <= c`: each operand is evaluated once, the chain ends at the first that is false.
final class ComparisonChainNode: Node {
  let first: Node
  let rest: [(op: ComparisonOperator, node: Node)]
  init(first: Node, rest: [(op: ComparisonOperator, node: Node)], _ span: Span) {
    self.first = first
    self.rest = rest
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    var left = try first.evaluate(frame)
    var result = Value.bool(true)
    for (i, link) in rest.enumerated() {
      let right = try link.node.evaluate(frame)
      do {
        result = try compare(link.op, left, right)
        if i < rest.count - 1, try !isTrue(result) { return result }
      } catch {
        throw frame.located(error, span)
      }
      left = right
    }
    return result
  }
}
