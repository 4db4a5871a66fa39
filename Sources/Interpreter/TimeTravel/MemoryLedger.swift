import Arrays
import NeuralNetwork

/// Counts the memory that saved contents keep, each thing once, as it comes and goes: what is added again is not looked into again. What objects
/// take beside their numbers is as the process's memory was seen to grow.
struct MemoryLedger {
  private struct Entry {
    var uses = 1
    let bytes: Int
    /// What it refers to, counted with it.
    let parts: [ObjectIdentifier]
  }

  private var entries: [ObjectIdentifier: Entry] = [:]
  /// Bytes.
  private(set) var total = 0

  /// Returns the bytes of what was counted already.
  @discardableResult
  mutating func add(_ contents: Contents) -> Int {
    total += ownBytes(contents)
    var known = 0
    for (identity, bytes) in blocks(contents) { known += use(identity, bytes) }
    for value in contents.values { known += add(value) }
    return known
  }

  mutating func remove(_ contents: Contents) {
    total -= ownBytes(contents)
    for (identity, _) in blocks(contents) { release(identity) }
    for value in contents.values { if let identity = MemoryLedger.identity(value) { release(identity) } }
  }

  /// How much of what is counted the values refer to as well.
  func bytesShared(with values: some Sequence<Value>) -> Int {
    var seen: Set<ObjectIdentifier> = []
    var sum = 0
    var open = Array(values)
    while let value = open.popLast() {
      guard let identity = MemoryLedger.identity(value), seen.insert(identity).inserted else { continue }
      if let entry = entries[identity] { sum += entry.bytes }
      open += MemoryLedger.parts(value)
    }
    return sum
  }

  /// What a value takes, with all that it refers to.
  static func size(_ value: Value) -> Int {
    var ledger = MemoryLedger()
    ledger.add(.value(value))
    return ledger.total
  }

  /// Without recursion, for lists may be nested deeper than the stack.
  private mutating func add(_ value: Value) -> Int {
    var known = 0
    var open = [value]
    while let value = open.popLast() {
      guard let identity = MemoryLedger.identity(value) else { continue }
      if let entry = entries[identity] {
        known += entry.bytes
        entries[identity]!.uses += 1
        continue
      }
      let parts = MemoryLedger.parts(value)
      let bytes = MemoryLedger.bytes(value)
      entries[identity] = Entry(bytes: bytes, parts: parts.compactMap(MemoryLedger.identity))
      total += bytes
      open += parts
    }
    return known
  }

  private mutating func use(_ identity: ObjectIdentifier, _ bytes: Int) -> Int {
    if entries[identity] != nil {
      entries[identity]!.uses += 1
      return bytes
    }
    entries[identity] = Entry(bytes: bytes, parts: [])
    total += bytes
    return 0
  }

  private mutating func release(_ identity: ObjectIdentifier) {
    var open = [identity]
    while let identity = open.popLast() {
      guard let entry = entries[identity] else { continue }
      if entry.uses > 1 {
        entries[identity]!.uses -= 1
      } else {
        entries[identity] = nil
        total -= entry.bytes
        open += entry.parts
      }
    }
  }

  /// What takes memory under an identity of its own; nil for what is a word, or is there anyway.
  private static func identity(_ value: Value) -> ObjectIdentifier? {
    switch value {
    case .string(let text): ObjectIdentifier(text)
    case .array(let array): ObjectIdentifier(array.root)
    case .list(let list): ObjectIdentifier(list)
    case .tuple(let tuple): ObjectIdentifier(tuple)
    case .dictionary(let dictionary): ObjectIdentifier(dictionary)
    case .function(let function): ObjectIdentifier(function)
    default: nil
    }
  }

  private static func bytes(_ value: Value) -> Int {
    switch value {
    case .string(let text): 64 + text.string.utf8.count
    case .array(let array): 400 + array.root.bytesToSave
    case .list(let list): 96 + 16 * list.items.count
    case .tuple(let tuple): 80 + 16 * tuple.items.count
    case .dictionary(let dictionary): 160 + 80 * dictionary.count
    case .function: 80
    default: 0
    }
  }

  /// What a container refers to that takes memory.
  private static func parts(_ value: Value) -> [Value] {
    switch value {
    case .list(let list): return list.items.filter { identity($0) != nil }
    case .tuple(let tuple): return tuple.items.filter { identity($0) != nil }
    case .dictionary(let dictionary):
      var parts: [Value] = []
      dictionary.forEach { key, value in
        if identity(key) != nil { parts.append(key) }
        if identity(value) != nil { parts.append(value) }
      }
      return parts
    case .function(let function): return function.defaults.compactMap { $0 } + function.captured.compactMap(\.value)
    default: return []
    }
  }

  /// Beside what ``blocks(_:)`` and the values take: the record itself, and copies of its own.
  private func ownBytes(_ contents: Contents) -> Int {
    switch contents {
    case .value, .position, .memory: 160
    case .items(let items): 200 + 16 * items.count
    case .entries(let entries): 300 + 80 * entries.count
    case .random: 2600
    // The generator's words, and tables of the names that nn has bound.
    case .session: 13000
    case .network(let snapshot): 7000 + snapshot.bytes.own
    }
  }

  /// Blocks of memory that several contents may share.
  private func blocks(_ contents: Contents) -> [(ObjectIdentifier, Int)] {
    switch contents {
    case .memory(let memory): [(ObjectIdentifier(memory), memory.count)]
    case .network(let snapshot): snapshot.bytes.passes.map { ($0.pass, 3000 + $0.bytes) }
    // A network that was replaced is there because a step may bring it back.
    case .session(let moment): moment.model.network.map { [(ObjectIdentifier($0), $0.ownBytes)] } ?? []
    case .value, .items, .entries, .position, .random: []
    }
  }
}
