import Syntax

/// A function of the user: its lowered body, its defaults, and the variables of the enclosing functions it uses.
public final class FunctionObject {
  let code: FunctionCode
  /// One per parameter that has a default, in order.
  let defaults: [Value?]
  let captured: [Cell]

  init(code: FunctionCode, defaults: [Value?], captured: [Cell]) {
    self.code = code
    self.defaults = defaults
    self.captured = captured
  }

  public var name: String { code.name }
  public var docstring: String? { code.docstring }
}

/// A variable that an inner function shares with its enclosing one.
final class Cell {
  var value: Value?
  init(_ value: Value?) { self.value = value }
}
