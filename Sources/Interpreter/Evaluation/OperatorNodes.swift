import Arrays
import Syntax

/// `left op right`. The common operators of Python's numbers are answered here; everything else goes through `binary`.
class BinaryNode: Node {
  final let op: BinaryOperator
  final let left: Node
  final let right: Node
  final let operatorSpan: Span
  /// What the operator does to elements; nil for the matrix product.
  final let operation: ArrayOperation?

  init(_ op: BinaryOperator, _ left: Node, _ right: Node, operatorSpan: Span, _ span: Span) {
    self.op = op
    self.left = left
    self.right = right
    self.operatorSpan = operatorSpan
    operation = op.arrayOperation
    super.init(span)
  }

  static func make(_ op: BinaryOperator, _ left: Node, _ right: Node, operatorSpan: Span, _ span: Span) -> Node {
    switch op {
    case .add: AddNode(op, left, right, operatorSpan: operatorSpan, span)
    case .subtract: SubtractNode(op, left, right, operatorSpan: operatorSpan, span)
    case .multiply: MultiplyNode(op, left, right, operatorSpan: operatorSpan, span)
    case .divide: DivideNode(op, left, right, operatorSpan: operatorSpan, span)
    case .remainder: RemainderNode(op, left, right, operatorSpan: operatorSpan, span)
    default: BinaryNode(op, left, right, operatorSpan: operatorSpan, span)
    }
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.operand(frame)
    let b = try right.operand(frame)
    return try general(a, b, frame)
  }

  /// What an operation on arrays gives is always an array of its own.
  override final func evaluate(_ frame: Frame, isNew: inout Bool) throws -> Value {
    isNew = true
    return try evaluate(frame)
  }

  @inline(never)
  final func general(_ left: Operand, _ right: Operand, _ frame: Frame) throws -> Value {
    if let operation {
      FloatingPointStatus.clear()
      do {
        if let result = try combine(operation, left, right) {
          if FloatingPointStatus.isRaised { frame.warnOfFloatingPoint(op.rawValue, span) }
          return .array(result)
        }
      } catch {
        throw frame.located(withOperands(error, frame), span)
      }
    }
    return try uncommon(left.value, right.value, frame)
  }

  @inline(never)
  private func uncommon(_ a: Value, _ b: Value, _ frame: Frame) throws -> Value {
    do {
      // Python's own floats do not warn, and what they raised is not to be blamed on the next array.
      if PythonNumber(a) != nil, PythonNumber(b) != nil { return try binary(op, a, b) }
      FloatingPointStatus.clear()
      let result = try binary(op, a, b)
      if case .string = result { return result }
      if FloatingPointStatus.isRaised { frame.warnOfFloatingPoint(op.rawValue, span) }
      return result
    } catch {
      throw frame.located(withOperands(error, frame), span)
    }
  }

  /// A shape mismatch names the operation as it was typed.
  private func withOperands(_ error: any Error, _ frame: Frame) -> any Error {
    describeOperation(error, text: frame.source.text(span))
  }
}

final class AddNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.operand(frame)
    let b = try right.operand(frame)
    switch (a.value, b.value) {
    case (.int(let x), .int(let y)):
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .int(sum) }
    case (.float(let x), .float(let y)): return .newFloat(x + y)
    case (.float(let x), .int(let y)): return .newFloat(x + Double(y))
    default: break
    }
    return try general(a, b, frame)
  }
}

final class SubtractNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.operand(frame)
    let b = try right.operand(frame)
    switch (a.value, b.value) {
    case (.int(let x), .int(let y)):
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return .int(difference) }
    case (.float(let x), .float(let y)): return .newFloat(x - y)
    case (.float(let x), .int(let y)): return .newFloat(x - Double(y))
    default: break
    }
    return try general(a, b, frame)
  }
}

final class MultiplyNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.operand(frame)
    let b = try right.operand(frame)
    switch (a.value, b.value) {
    case (.int(let x), .int(let y)):
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return .int(product) }
    case (.float(let x), .float(let y)): return .newFloat(x * y)
    case (.float(let x), .int(let y)): return .newFloat(x * Double(y))
    default: break
    }
    return try general(a, b, frame)
  }
}

final class DivideNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.operand(frame)
    let b = try right.operand(frame)
    if case .float(let x) = a.value, case .float(let y) = b.value, y != 0 { return .newFloat(x / y) }
    return try general(a, b, frame)
  }
}

final class RemainderNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.operand(frame)
    let b = try right.operand(frame)
    if case .int(let x) = a.value, case .int(let y) = b.value, y > 0 {
      let remainder = x % y
      return .int(remainder < 0 ? remainder + y : remainder)
    }
    return try general(a, b, frame)
  }
}

final class UnaryNode: Node {
  let op: UnaryOperator
  let operand: Node
  init(_ op: UnaryOperator, _ operand: Node, _ span: Span) {
    self.op = op
    self.operand = operand
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    let operand = try operand.operand(frame)
    do {
      if op == .minus, case .array(let x) = operand.value, x.dimensions > 0 {
        return .array(try NDArray.apply(.negative, x, into: operand.isNew ? x : nil))
      }
      return try unary(op, operand.value)
    } catch {
      throw frame.located(error, span)
    }
  }
  override func evaluate(_ frame: Frame, isNew: inout Bool) throws -> Value {
    isNew = true
    return try evaluate(frame)
  }
}

final class NotNode: Node {
  let operand: Node
  init(_ operand: Node, _ span: Span) {
    self.operand = operand
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value { .bool(try !operand.evaluateTruth(frame)) }
  override func evaluateTruth(_ frame: Frame) throws -> Bool { try !operand.evaluateTruth(frame) }
}

/// `and`, `or`: the deciding operand's value, the rest unevaluated.
final class BooleanNode: Node {
  let isAnd: Bool
  let operands: [Node]
  init(_ op: BooleanOperator, _ operands: [Node], _ span: Span) {
    isAnd = op == .and
    self.operands = operands
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    for operand in operands.dropLast() {
      let value = try operand.evaluate(frame)
      let truth: Bool
      do { truth = try isTrue(value) } catch { throw frame.located(error, operand.span) }
      if truth != isAnd { return value }
    }
    return try operands[operands.count - 1].evaluate(frame)
  }
  override func evaluateTruth(_ frame: Frame) throws -> Bool {
    for operand in operands where try operand.evaluateTruth(frame) != isAnd { return !isAnd }
    return isAnd
  }
}

final class ConditionalNode: Node {
  let test: Node
  let body: Node
  let otherwise: Node
  init(test: Node, body: Node, otherwise: Node, _ span: Span) {
    self.test = test
    self.body = body
    self.otherwise = otherwise
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    try test.evaluateTruth(frame) ? try body.evaluate(frame) : try otherwise.evaluate(frame)
  }
}
