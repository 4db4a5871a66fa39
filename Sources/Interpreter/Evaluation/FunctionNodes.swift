import Syntax

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
  /// Of the parameters and the result, in order: they are evaluated, and nobody asks for their values.
  let annotations: [Node]
  /// For each captured variable, its cell in the enclosing frame.
  let captures: [Int]

  func make(_ frame: Frame) throws -> FunctionObject {
    try MemoryBudget.spend(256, for: "the function")
    let values = try defaults.map { try $0?.evaluate(frame) }
    for annotation in annotations { _ = try annotation.evaluate(frame) }
    return FunctionObject(code: code, defaults: values, captured: captures.map { frame.cells[$0] })
  }
}
