import Arrays
import NeuralNetwork

/// Counts the memory that saved contents keep, each thing once.
struct SavedMemoryMeter {
  private var seen: Set<ObjectIdentifier> = []

  /// What is held anyway costs nothing.
  mutating func exclude(_ values: some Sequence<Value>) { _ = bytes(values) }

  mutating func bytes(_ contents: Contents) -> Int {
    switch contents {
    case .value(let value): return value.map { bytes([$0]) } ?? 0
    case .memory(let memory): return seen.insert(ObjectIdentifier(memory)).inserted ? memory.count : 0
    case .items(let items): return 16 * items.count + bytes(items)
    case .entries(let entries):
      let values = entries.values
      return 32 * values.count + bytes(values)
    case .position: return 0
    case .random: return 2600
    case .session: return 3000
    case .network(let snapshot):
      let (own, passes) = snapshot.bytes
      return passes.reduce(own) { $0 + (seen.insert($1.pass).inserted ? $1.bytes : 0) }
    }
  }

  /// Without recursion, for lists may be nested deeper than the stack.
  private mutating func bytes(_ values: some Sequence<Value>) -> Int {
    var sum = 0
    var open = Array(values)
    while let value = open.popLast() {
      switch value {
      case .array(let array):
        let owner = array.root
        if seen.insert(ObjectIdentifier(owner)).inserted { sum += owner.bytesToSave }
      case .list(let list):
        guard seen.insert(ObjectIdentifier(list)).inserted else { continue }
        sum += 16 * list.items.count
        open += list.items
      case .tuple(let tuple):
        guard seen.insert(ObjectIdentifier(tuple)).inserted else { continue }
        sum += 16 * tuple.items.count
        open += tuple.items
      case .dictionary(let dictionary):
        guard seen.insert(ObjectIdentifier(dictionary)).inserted else { continue }
        for (key, value) in dictionary.items {
          sum += 32
          open.append(key)
          open.append(value)
        }
      case .function(let function):
        guard seen.insert(ObjectIdentifier(function)).inserted else { continue }
        open += function.defaults.compactMap { $0 } + function.captured.compactMap(\.value)
      default: break
      }
    }
    return sum
  }
}
