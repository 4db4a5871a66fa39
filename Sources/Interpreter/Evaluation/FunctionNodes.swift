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
  /// For each captured variable, its cell in the enclosing frame.
  let captures: [Int]

  func make(_ frame: Frame) throws -> FunctionObject {
    FunctionObject(
      code: code, defaults: try defaults.map { try $0?.evaluate(frame) }, captured: captures.map { frame.cells[$0] })
  }
}
