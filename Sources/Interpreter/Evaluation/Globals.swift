import Arrays

/// A variable of the top level. Lowered code holds the variable itself, so that no use looks a name up.
final class Variable {
  struct State {
    var value: Value?
    /// When the value was last saved, on the journal's clock.
    var stamp: UInt64 = 0
  }
  private let saver: Journal?
  /// The journal's, or one that stands at 0 for ever.
  private let clock: UnsafeMutablePointer<UInt64>
  private nonisolated(unsafe) static let stopped: UnsafeMutablePointer<UInt64> = {
    let clock = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    clock.initialize(to: 0)
    return clock
  }()
  let name: String
  let state: UnsafeMutablePointer<State>
  /// Whether the name has the form of a network's parameter (`W1`, `b2`): assigning it asks the model first.
  let mayBeParameter: Bool

  init(_ name: String, journal: Journal?) {
    self.name = name
    saver = journal
    clock = journal?.clock ?? Variable.stopped
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
    @inline(__always) set {
      if state.pointee.stamp != clock.pointee { saver?.willChange(self) }
      state.pointee.value = newValue
    }
  }

  var journal: WriteJournal? {
    @inline(__always) get { saver }
    set {}
  }

  var stamp: UInt64 {
    @inline(__always) get { state.pointee.stamp }
    set { state.pointee.stamp = newValue }
  }
}

/// The variables of the top level, by name. A variable once made stays, so that lowered code may hold it; `del` unbinds it.
final class Globals {
  /// Saves a variable before it changes; nil where nobody can go back.
  private let journal: Journal?
  private var variables: [String: Variable] = [:]

  init(journal: Journal?) { self.journal = journal }

  func variable(_ name: String) -> Variable {
    if let variable = variables[name] { return variable }
    let variable = Variable(name, journal: journal)
    variables[name] = variable
    return variable
  }

  /// Forgets a variable that has no value; lowered code that holds it finds it unbound.
  func forget(_ variable: Variable) {
    if variable.value == nil { variables[variable.name] = nil }
  }

  var all: some Sequence<Variable> { variables.values }

  func lookup(_ name: String) -> Value? { variables[name]?.value }

  /// The names that have a value, sorted.
  var boundNames: [String] { variables.values.filter { $0.value != nil }.map(\.name).sorted() }
}
