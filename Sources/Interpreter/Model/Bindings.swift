import Arrays
import NeuralNetwork

/// What nn bound to a name, to tell it from what the user bound there since.
enum BindingMark {
  /// Held weakly: a replaced array must not stay in memory.
  final class WeakArray {
    weak var array: NDArray?
    init(_ array: NDArray) { self.array = array }
  }
  case array(WeakArray)
  case number(Double)
}

/// The names of language.md that the engine binds.
extension Model {
  /// Binds a name of nn's own. Once for each name, remarks that a value of the user's is replaced.
  func bindOwn(_ name: String, _ value: Value) {
    if session.lookup(name) != nil, !isOwn(name), noticed.insert(name).inserted {
      session.emit(.noted("your \(name) is replaced by the network's\n"))
    }
    session.bind(name, value)
    switch value {
    case .array(let array): marks[name] = .array(.init(array))
    default: marks[name] = value.asDouble.map { .number($0) }
    }
  }

  /// Whether the name still has the value that nn bound.
  func isOwn(_ name: String) -> Bool {
    guard let mark = marks[name], let value = session.lookup(name) else { return false }
    switch (mark, value) {
    case (.array(let weak), .array(let array)): return weak.array === array
    case (.number, .array): return false
    case (.number(let number), _):
      guard let double = value.asDouble else { return false }
      return double == number || (double.isNaN && number.isNaN)
    default: return false
    }
  }

  /// Unbinds the names nn bound that satisfy a condition, unless the user has bound them anew.
  func unbindMarked(where condition: (String) -> Bool) {
    for name in marks.keys where condition(name) {
      if isOwn(name) { session.unbind(name) }
      marks[name] = nil
    }
  }

  /// Binds `W1`, `b1`, … to the network's own arrays, and unbinds those of a network before.
  func bindParameters() {
    let old = parameterNames
    parameterNames = [:]
    if let network, network.depth > 0 {
      for layer in 1...network.depth {
        for name in [EngineName.weights(layer), .bias(layer)] {
          guard let array = network.parameter(name) else { continue }
          let text = name.text(convention)
          parameterNames[text] = name
          bindOwn(text, .array(array))
        }
      }
    }
    unbindMarked { old[$0] != nil && parameterNames[$0] == nil }
  }

  /// Unbinds what a forward and a backward pass bound: a new network has not made one yet.
  func forgetPasses() {
    unbindMarked { $0 == "x" || EngineName($0, convention: convention)?.isResult ?? false }
  }

  func bindForward() {
    guard let network else { return }
    bind(network.forwardNames)
  }

  /// In columns x is the input of the last forward, as columns: `z1 = W1 @ x + b1`. An x of the user's stays as it is, but `forward x`
  /// makes a column of it.
  func bindColumn(_ column: NDArray?, given: Value?) {
    guard convention == .columns, let column else { return }
    let old = session.lookup("x")
    if old == nil || isOwn("x") {
      bindOwn("x", .array(column))
    } else if let old, let given, given.isSameObject(as: old) {
      session.bind("x", .array(column))
    }
  }

  func bindBackward() {
    guard let network else { return }
    bind(network.backwardNames)
  }

  private func bind(_ names: [EngineName]) {
    guard let network else { return }
    for name in names where !name.isParameter {
      guard let array = network.value(name) else {
        // Of an earlier pass that went further: this one has not computed it.
        unbindMarked { EngineName($0, convention: convention) == name }
        continue
      }
      let value: Value
      switch name {
      case .loss: value = .numpyFloat(Value.array(array).asDouble ?? .nan)
      case .batchSize: value = .int(Value.array(array).asWholeNumber ?? 0)
      default: value = .array(array)
      }
      bindOwn(name.text(convention), value)
      if name == .prediction { bindOwn("ŷ", value) }
    }
  }
}

extension Value {
  /// Python's `is`, for the kinds an input may have.
  fileprivate func isSameObject(as other: Value) -> Bool {
    switch (self, other) {
    case (.array(let a), .array(let b)): a === b
    case (.list(let a), .list(let b)): a === b
    case (.tuple(let a), .tuple(let b)): a === b
    default: false
    }
  }
}
