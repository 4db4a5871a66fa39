import Arrays
import Glibc
import NeuralNetwork

/// A state of the session to be looked at: the present one, or a checkpoint's.
struct Moment {
  let state: SessionMoment
  let network: NetworkSnapshot?
  /// What is different now from then.
  private let saved: [ObjectIdentifier: Contents]

  /// Now.
  init(_ session: Session) {
    state = session.moment
    network = state.model.network?.snapshot()
    saved = [:]
  }

  init(_ checkpoint: Checkpoint) {
    state = checkpoint.keeper.moment
    var saved: [ObjectIdentifier: Contents] = [:]
    for record in checkpoint.keeper.records { saved[ObjectIdentifier(record.target)] = record.contents }
    self.saved = saved
    network = state.model.network.map { network in
      if case .network(let snapshot)? = saved[ObjectIdentifier(network)] { return snapshot }
      return network.snapshot()
    }
  }

  func value(_ variable: Variable) -> Value? {
    if case .value(let value)? = saved[ObjectIdentifier(variable)] { return value }
    return variable.value
  }

  /// The array as it was: itself if nothing was written into its memory since.
  func array(_ array: NDArray) -> NDArray {
    guard case .memory(let memory)? = saved[ObjectIdentifier(array.root)] else { return array }
    return memory.view(like: array)
  }

  func items(_ list: ListObject) -> [Value] {
    guard case .items(let items)? = saved[ObjectIdentifier(list)] else { return list.items }
    return items
  }

  /// Keys and values in turn.
  func entries(_ dictionary: DictionaryObject) -> [Value] {
    guard case .entries(let entries)? = saved[ObjectIdentifier(dictionary)] else {
      return dictionary.items.flatMap { [$0.key, $0.value] }
    }
    return entries.values
  }

  /// The numbers of a parameter, as its name showed them.
  func parameter(_ name: EngineName) -> NDArray? { network?.parameter(name).map { array($0) } }

  /// Whether a value there looks as another here. Lists nested beyond all measure count as equal.
  func looksEqual(_ value: Value, _ other: Value, in moment: Moment, depth: Int = 0) -> Bool {
    if depth > 50 { return true }
    func areEqual(_ a: [Value], _ b: [Value]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy { looksEqual($0, $1, in: moment, depth: depth + 1) }
    }
    switch (value, other) {
    case (.array(let a), .array(let b)): return array(a).isIdentical(to: moment.array(b))
    case (.list(let a), .list(let b)): return areEqual(items(a), moment.items(b))
    case (.tuple(let a), .tuple(let b)): return areEqual(a.items, b.items)
    case (.dictionary(let a), .dictionary(let b)): return areEqual(entries(a), moment.entries(b))
    default: return isUnchanged(value, other)
    }
  }
}

extension NDArray {
  /// Same shape, dtype and bits.
  fileprivate func isIdentical(to other: NDArray) -> Bool {
    if self === other { return true }
    guard dtype == other.dtype, shape == other.shape else { return false }
    guard let a = try? contiguous(), let b = try? other.contiguous() else { return false }
    return withExtendedLifetime((a, b)) { memcmp(a.bytes, b.bytes, count * dtype.itemSize) == 0 }
  }
}
