import Arrays
import Syntax

enum ItemNode {
  case value(Node)
  case spread(Node)
}

private func evaluateItems(_ items: [ItemNode], _ frame: Frame) throws -> [Value] {
  var values: [Value] = []
  values.reserveCapacity(items.count)
  for item in items {
    switch item {
    case .value(let node): values.append(try node.evaluate(frame))
    case .spread(let node):
      let value = try node.evaluate(frame)
      do { values += try materialize(value) } catch { throw frame.located(error, node.span) }
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
        for (key, value) in other.items { dictionary.set(try dictionaryKey(key), original: key, to: value) }
        continue
      }
      let key = try keyNode.evaluate(frame)
      let hashed: DictionaryKey
      do { hashed = try dictionaryKey(key) } catch { throw frame.located(error, keyNode.span) }
      dictionary.set(hashed, original: key, to: try valueNode.evaluate(frame))
    }
    return .dictionary(dictionary)
  }
}

/// An f-string.
final class FormattedNode: Node {
  indirect enum Piece {
    case text(String)
    case value(Node, source: String?, conversion: FormattedPiece.Conversion?, format: [Piece]?)
  }
  let pieces: [Piece]
  init(_ pieces: [Piece], _ span: Span) {
    self.pieces = pieces
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value { .text(try render(pieces, frame)) }

  private func render(_ pieces: [Piece], _ frame: Frame) throws -> String {
    var result = ""
    let options = frame.session.printOptions
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .value(let node, let source, let conversion, let format):
        if let source { result += source }
        var value = try node.evaluate(frame)
        do {
          // `{x=}` without conversion or format shows the repr, as in Python.
          let conversion = conversion ?? (source != nil && format == nil ? .repr : nil)
          switch conversion {
          case .repr?: value = .text(try repr(value, options))
          case .ascii?: value = .text(asciiRepr(try repr(value, options)))
          case .str?: value = .text(try str(value, options))
          case nil: break
          }
          let spec = try format.map { try render($0, frame) } ?? ""
          result += try Interpreter.format(value, spec: spec, options: options)
        } catch {
          throw frame.located(error, node.span)
        }
      }
    }
    return result
  }
}

private func asciiRepr(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else {
      let hex = String(scalar.value, radix: 16)
      let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
      result +=
        (width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - hex.count) + hex
    }
  }
  return result
}

/// A comprehension or a generator expression. A generator expression is evaluated whole: its values are what Python's would be as long as
/// nothing it uses changes before they are taken.
final class ComprehensionNode: Node {
  struct Clause {
    let target: TargetNode
    let iterable: Node
    let conditions: [Node]
  }
  let kind: Comprehension.Kind
  let key: Node?
  let element: Node
  let clauses: [Clause]
  /// Cells of the comprehension's variables that a lambda inside uses: fresh at each evaluation.
  let freshCells: [Int]

  init(kind: Comprehension.Kind, key: Node?, element: Node, clauses: [Clause], freshCells: [Int], _ span: Span) {
    self.kind = kind
    self.key = key
    self.element = element
    self.clauses = clauses
    self.freshCells = freshCells
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    for index in freshCells { frame.cells[index] = Cell(nil) }
    if kind == .dictionary {
      let dictionary = DictionaryObject()
      try run(0, frame) {
        let key = try self.key!.evaluate(frame)
        let hashed: DictionaryKey
        do { hashed = try dictionaryKey(key) } catch { throw frame.located(error, self.key!.span) }
        dictionary.set(hashed, original: key, to: try element.evaluate(frame))
      }
      return .dictionary(dictionary)
    }
    var values: [Value] = []
    try run(0, frame) { values.append(try element.evaluate(frame)) }
    guard kind == .generator else { return .list(ListObject(values)) }
    var position = 0
    return .iterator(
      IteratorObject("generator") {
        guard position < values.count else { return nil }
        position += 1
        return values[position - 1]
      })
  }

  private func run(_ depth: Int, _ frame: Frame, _ body: () throws -> Void) throws {
    guard depth < clauses.count else { return try body() }
    let clause = clauses[depth]
    let iterable = try clause.iterable.evaluate(frame)
    let next: () throws -> Value?
    do { next = try iterate(iterable) } catch { throw frame.located(error, clause.iterable.span) }
    loop: while true {
      let item: Value?
      do { item = try next() } catch { throw frame.located(error, clause.iterable.span) }
      guard let item else { return }
      try frame.session.checkInterrupt()
      try clause.target.assign(item, frame)
      for condition in clause.conditions where try !condition.evaluateTruth(frame) { continue loop }
      try run(depth + 1, frame, body)
    }
  }
}

/// `relu'(Z1)`.
final class DerivativeNode: Node {
  let name: String
  let argument: Node
  init(_ name: String, _ argument: Node, _ span: Span) {
    self.name = name
    self.argument = argument
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    let value = try argument.evaluate(frame)
    do { return try derivative(of: name, at: value) } catch { throw frame.located(error, span) }
  }
}

/// `lambda x: …`
final class LambdaNode: Node {
  let definition: FunctionMaker
  init(_ definition: FunctionMaker, _ span: Span) {
    self.definition = definition
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value { .function(try definition.make(frame)) }
}

/// Makes a function value: evaluates the defaults, takes the captured cells.
struct FunctionMaker {
  let code: FunctionCode
  let defaults: [Node?]
  /// For each captured variable, its cell in the enclosing frame.
  let captures: [Int]

  func make(_ frame: Frame) throws -> FunctionObject {
    FunctionObject(
      code: code, defaults: try defaults.map { try $0?.evaluate(frame) }, captured: captures.map { frame.cells[$0] })
  }
}
