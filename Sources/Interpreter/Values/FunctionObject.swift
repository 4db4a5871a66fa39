import Arrays
import Syntax

/// A function of the user: its lowered body, its defaults, and the variables of the enclosing functions it uses.
public final class FunctionObject {
  let code: FunctionCode
  /// One per parameter that has a default, in order.
  private(set) var defaults: [Value?]
  private(set) var captured: [Cell]
  /// Whether ``Adoption`` has looked at the defaults and the captured variables.
  @exclusivity(unchecked) var isNoted = false

  init(code: FunctionCode, defaults: [Value?], captured: [Cell]) {
    self.code = code
    self.defaults = defaults
    self.captured = captured
  }

  deinit {
    if !captured.isEmpty { Teardown.release(&captured, leaving: []) }
    if !defaults.isEmpty { Teardown.release(&defaults, leaving: []) }
  }

  public var name: String { code.name }
  public var docstring: String? { code.docstring }
}

/// A variable that an inner function shares with its enclosing one.
final class Cell {
  private var stored: Value?
  @exclusivity(unchecked) var journal: WriteJournal?
  @exclusivity(unchecked) var stamp: UInt64 = 0
  init(_ value: Value?) { stored = value }
  deinit { Teardown.release(&stored, leaving: nil) }

  var value: Value? {
    @inline(__always) get { stored }
    @inline(__always) set {
      willChange()
      stored = newValue
    }
  }
}

extension Cell: Recordable {
  var contents: Contents {
    get { .value(stored) }
    set { if case .value(let value) = newValue { stored = value } }
  }
}
