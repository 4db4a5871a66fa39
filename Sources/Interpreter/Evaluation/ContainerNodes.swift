import Arrays
import Syntax

enum ItemNode {
  case value(Node)
  case spread(Node)
}

private func evaluateItems(_ items: [ItemNode], _ frame: Frame) throws -> [Value] {
  try MemoryBudget.spend(64 + 16 * items.count, for: "the value")
  var values: [Value] = []
  values.reserveCapacity(items.count)
  for item in items {
    switch item {
    case .value(let node): values.append(try node.evaluate(frame))
    case .spread(let node):
      let value = try node.evaluate(frame)
      do { try spread(value, into: &values) } catch { throw frame.located(error, node.span) }
    }
  }
  return values
}

final class ListNode: Node {
  let items: [ItemNode]
  init(_ items: [ItemNode], _ span: Span) {
    self.items = items
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value { .list(ListObject(try evaluateItems(items, frame))) }
}

final class TupleNode: Node {
  let items: [ItemNode]
  init(_ items: [ItemNode], _ span: Span) {
    self.items = items
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value { .tuple(TupleObject(try evaluateItems(items, frame))) }
}

final class DictionaryNode: Node {
  let items: [(key: Node?, value: Node)]
  init(_ items: [(key: Node?, value: Node)], _ span: Span) {
    self.items = items
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    let dictionary = DictionaryObject()
    for (keyNode, valueNode) in items {
      guard let keyNode else {
        guard case .dictionary(let other) = try valueNode.evaluate(frame) else {
          throw frame.located(Fault(.type, "** needs a dict"), valueNode.span)
        }
        do { try dictionary.store(other) } catch { throw frame.located(error, valueNode.span) }
        continue
      }
      let key = try keyNode.evaluate(frame)
      let value = try valueNode.evaluate(frame)
      do { try dictionary.store(key, value) } catch { throw frame.located(error, keyNode.span) }
    }
    return .dictionary(dictionary)
  }
}

/// `relu'(Z1)`, `leaky_relu'(Z1, alpha=0.3)`.
final class DerivativeNode: Node {
  let name: String
  let arguments: ArgumentNodes
  init(_ name: String, _ arguments: [ArgumentNode], _ span: Span) {
    self.name = name
    self.arguments = ArgumentNodes(arguments)
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    let (values, keywords) = try arguments.evaluate(frame)
    do {
      return try frame.session.call(try ActivationFunctions.derivative(of: name), values, keywords)
    } catch { throw frame.located(error, span) }
  }
}
