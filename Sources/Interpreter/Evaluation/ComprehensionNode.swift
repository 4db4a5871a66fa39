import Syntax

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
        let value = try element.evaluate(frame)
        do { try dictionary.store(key, value) } catch { throw frame.located(error, self.key!.span) }
      }
      return .dictionary(dictionary)
    }
    let list = ListObject([])
    try run(0, frame) {
      let value = try element.evaluate(frame)
      do { try list.append(value) } catch { throw frame.located(error, span) }
    }
    guard kind == .generator else { return .list(list) }
    let values = list.items
    var position = 0
    return .iterator(
      IteratorObject("generator", over: values) {
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
