import Arrays

/// What may be a dictionary's key: values whose hash and equality are Python's (`1`, `1.0` and `True` are one key).
public enum DictionaryKey: Hashable {
  case none
  case int(Int)
  case float(Double)
  case string(String)
  case tuple([DictionaryKey])
  /// Functions, modules, types: by identity.
  case identity(ObjectIdentifier)
}

/// A Python dict: keeps the order of insertion.
public final class DictionaryObject {
  /// Removed entries leave a hole (nil) until the next compaction.
  private var entries: [(key: Value, value: Value)?] = []
  private var positions: [DictionaryKey: Int] = [:]
  @exclusivity(unchecked) var journal: WriteJournal?
  @exclusivity(unchecked) var stamp: UInt64 = 0

  public init() {}
  deinit { if count > 0 { keepIfStackIsLow(items.map(\.value)) } }

  public var count: Int { positions.count }

  public subscript(key: DictionaryKey) -> Value? {
    guard let position = positions[key] else { return nil }
    return entries[position]?.value
  }

  /// Sets a value; an existing key keeps its place.
  public func set(_ key: DictionaryKey, original: Value, to value: Value) {
    willChange()
    if let position = positions[key] {
      entries[position]!.value = value
    } else {
      positions[key] = entries.count
      entries.append((original, value))
    }
  }

  @discardableResult public func remove(_ key: DictionaryKey) -> Value? {
    willChange()
    guard let position = positions.removeValue(forKey: key) else { return nil }
    let value = entries[position]!.value
    entries[position] = nil
    if entries.count > 16 && entries.count > 2 * positions.count { compact() }
    return value
  }

  public func removeAll() {
    willChange()
    entries = []
    positions = [:]
  }

  public func forEach(_ body: (Value, Value) -> Void) {
    for entry in entries { if let entry { body(entry.key, entry.value) } }
  }

  /// Keys and values in order of insertion.
  public var items: [(key: Value, value: Value)] { entries.compactMap { $0 } }

  private func compact() {
    var kept: [(key: Value, value: Value)?] = []
    var moved = [Int](repeating: 0, count: entries.count)
    for (i, entry) in entries.enumerated() where entry != nil {
      moved[i] = kept.count
      kept.append(entry)
    }
    positions = positions.mapValues { moved[$0] }
    entries = kept
  }

  public func copy() -> DictionaryObject {
    let copy = DictionaryObject()
    copy.entries = entries
    copy.positions = positions
    return copy
  }
}

extension DictionaryObject: Recordable {
  /// All that makes a dictionary.
  struct Entries {
    fileprivate let entries: [(key: Value, value: Value)?]
    fileprivate let positions: [DictionaryKey: Int]
    var count: Int { positions.count }
    var values: [Value] { entries.flatMap { $0.map { [$0.key, $0.value] } ?? [] } }
  }

  var contents: Contents {
    get { .entries(Entries(entries: entries, positions: positions)) }
    set {
      guard case .entries(let saved) = newValue else { return }
      entries = saved.entries
      positions = saved.positions
    }
  }
}
