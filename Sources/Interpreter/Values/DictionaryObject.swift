import Arrays

/// A Python dict: keeps the order of insertion.
public final class DictionaryObject {
  public typealias Entry = (key: Value, value: Value)

  /// Removed entries leave a hole (nil) until the next compaction.
  private var entries: [Entry?] = []
  private var positions: [DictionaryKey: Int] = [:]
  /// Before it are holes only.
  private var first = 0
  /// Counts how often entries have moved: a place found before means nothing after.
  private(set) var moves = 0
  @exclusivity(unchecked) var journal: WriteJournal?
  @exclusivity(unchecked) var stamp: UInt64 = 0

  public init() {}
  deinit { if !entries.isEmpty { Teardown.release(&entries, leaving: []) } }

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

  /// Sets the value of a key of the user's, if there is memory for it.
  func store(_ key: Value, _ value: Value) throws {
    let hashed = try dictionaryKey(key)
    if entries.count == entries.capacity {
      try MemoryBudget.spend(2 * entries.count + 4, of: 80, for: "a dict of \(count) entries")
    }
    set(hashed, original: key, to: value)
  }

  /// Takes over all entries of another.
  func store(_ other: DictionaryObject) throws {
    if other === self { return }
    try other.forEach { try store($0.key, $0.value) }
  }

  /// Takes a value out for a moment, so that nobody else refers to it while it is changed; ``set(_:original:to:)`` puts it back.
  func takeValue(_ key: DictionaryKey) -> Value? {
    willChange()
    guard let position = positions[key] else { return nil }
    let value = entries[position]!.value
    entries[position]!.value = .none
    return value
  }

  @discardableResult public func remove(_ key: DictionaryKey) -> Value? {
    willChange()
    guard let position = positions.removeValue(forKey: key) else { return nil }
    let value = entries[position]!.value
    entries[position] = nil
    if position == first { while first < entries.count, entries[first] == nil { first += 1 } }
    if entries.count > 16 && entries.count > 2 * positions.count { compact() }
    return value
  }

  /// Removes the entry inserted last.
  func removeLast() -> Entry? {
    var end = entries.count
    guard let entry = entry(before: &end), let key = try? dictionaryKey(entry.key) else { return nil }
    remove(key)
    if end < entries.count { entries.removeSubrange(end...) }
    first = min(first, entries.count)
    return entry
  }

  public func removeAll() {
    willChange()
    entries = []
    positions = [:]
    first = 0
    moves += 1
  }

  // MARK: Walking

  /// The entry at the first place from `place` on that has one; `place` goes behind it.
  func entry(from place: inout Int) -> Entry? {
    place = max(place, first)
    while place < entries.count {
      place += 1
      if let entry = entries[place - 1] { return entry }
    }
    return nil
  }

  /// The entry at the last place before `place` that has one; `place` goes there.
  func entry(before place: inout Int) -> Entry? {
    place = min(place, entries.count)
    while place > 0 {
      place -= 1
      if let entry = entries[place] { return entry }
    }
    return nil
  }

  func forEach(_ body: (Entry) throws -> Void) rethrows {
    for case let entry? in entries { try body(entry) }
  }

  /// The entry inserted last.
  var last: Entry? {
    var end = entries.count
    return entry(before: &end)
  }

  /// Keys and values in order of insertion: a copy.
  public var items: [(key: Value, value: Value)] { entries.compactMap { $0 } }

  private func compact() {
    var kept: [Entry?] = []
    var moved = [Int](repeating: 0, count: entries.count)
    for (i, entry) in entries.enumerated() where entry != nil {
      moved[i] = kept.count
      kept.append(entry)
    }
    positions = positions.mapValues { moved[$0] }
    entries = kept
    first = 0
    moves += 1
  }

  public func copy() -> DictionaryObject {
    let copy = DictionaryObject()
    copy.entries = entries
    copy.positions = positions
    copy.first = first
    return copy
  }
}

extension DictionaryObject: Recordable {
  /// All that makes a dictionary.
  struct Entries {
    fileprivate let entries: [Entry?]
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
      first = 0
      moves += 1
    }
  }
}
