/// A variable of the top level. Lowered code holds the variable itself, so that no use looks a name up.
final class Variable {
  struct State {
    var value: Value?
  }
  let name: String
  let state: UnsafeMutablePointer<State>
  /// Whether the name has the form of a network's parameter (`W1`, `b2`): assigning it asks the model first.
  let mayBeParameter: Bool

  init(_ name: String) {
    self.name = name
    state = .allocate(capacity: 1)
    state.initialize(to: State(value: nil))
    let bytes = Array(name.utf8)
    mayBeParameter =
      bytes.count > 1 && (bytes[0] == UInt8(ascii: "W") || bytes[0] == UInt8(ascii: "b"))
      && bytes.dropFirst().allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  var value: Value? {
    @inline(__always) get { state.pointee.value }
    @inline(__always) set { state.pointee.value = newValue }
  }
}

/// The variables of the top level, by name. A variable once made stays, so that lowered code may hold it; `del` unbinds it.
final class Globals {
  private var variables: [String: Variable] = [:]
  /// In the order in which they were made.
  private(set) var all: [Variable] = []

  func variable(_ name: String) -> Variable {
    if let variable = variables[name] { return variable }
    let variable = Variable(name)
    variables[name] = variable
    all.append(variable)
    return variable
  }

  func lookup(_ name: String) -> Value? { variables[name]?.value }

  /// The names that have a value, sorted.
  var boundNames: [String] { variables.values.filter { $0.value != nil }.map(\.name).sorted() }
}
