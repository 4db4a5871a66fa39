import Arrays
import NeuralNetwork

/// Whether a name, or a place in a list, still means the same: the same object, or the same number bit for bit.
func isUnchanged(_ old: Value?, _ new: Value?) -> Bool {
  guard let old, let new else { return old == nil && new == nil }
  switch (old, new) {
  case (.none, .none), (.ellipsis, .ellipsis): return true
  case (.bool(let a), .bool(let b)), (.numpyBool(let a), .numpyBool(let b)): return a == b
  case (.int(let a), .int(let b)), (.numpyInt(let a), .numpyInt(let b)): return a == b
  case (.float(let a), .float(let b)), (.numpyFloat(let a), .numpyFloat(let b)): return a.bitPattern == b.bitPattern
  case (.string(let a), .string(let b)): return a == b
  case (.array(let a), .array(let b)): return a === b
  case (.list(let a), .list(let b)): return a === b
  case (.tuple(let a), .tuple(let b)): return a === b
  case (.dictionary(let a), .dictionary(let b)): return a === b
  case (.range(let a), .range(let b)): return a === b
  case (.slice(let a), .slice(let b)): return a === b
  case (.function(let a), .function(let b)): return a === b
  case (.builtin(let a), .builtin(let b)): return a === b
  case (.method(let a), .method(let b)): return a === b
  case (.module(let a), .module(let b)): return a === b
  case (.type(let a), .type(let b)): return a === b
  case (.iterator(let a), .iterator(let b)): return a === b
  case (.generator(let a), .generator(let b)): return a === b
  case (.dictionaryView(let a), .dictionaryView(let b)): return a === b
  default: return false
  }
}

extension Contents {
  /// Whether the target holds this still, or again.
  func isUnchanged(in target: any Recordable) -> Bool {
    switch self {
    case .memory(let memory): return (target as? NDArray).map { memory.isSame(as: $0) } ?? false
    case .items(let items):
      guard case .items(let now) = target.contents, items.count == now.count else { return false }
      return zip(items, now).allSatisfy { Interpreter.isUnchanged($0, $1) }
    case .entries(let entries):
      guard case .entries(let now) = target.contents else { return false }
      let (old, new) = (entries.values, now.values)
      return old.count == new.count && zip(old, new).allSatisfy { Interpreter.isUnchanged($0, $1) }
    case .value(let value):
      guard case .value(let now) = target.contents else { return false }
      return Interpreter.isUnchanged(value, now)
    case .position(let position):
      guard case .position(let now) = target.contents else { return false }
      return position == now
    case .random(let state):
      guard case .random(let now) = target.contents else { return false }
      return state == now
    case .network(let snapshot): return (target as? Network)?.isUnchanged(since: snapshot) ?? false
    case .session(let state):
      guard case .session(let now) = target.contents else { return false }
      return state == now
    }
  }
}
