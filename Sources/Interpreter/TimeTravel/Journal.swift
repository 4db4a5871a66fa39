import Arrays

/// The journal of a session's timeline. Objects refer to it, and it to the timeline as long as there is one.
final class Journal: WriteJournal {
  private weak var timeline: Timeline?

  init(_ timeline: Timeline) { self.timeline = timeline }

  override func willWrite(_ owner: NDArray) { willChange(owner) }

  func willChange(_ target: any Recordable) { willChange(target, bytes: target.bytesToSave) { target.contents } }

  /// The same for a target whose contents are not read from it alone; they take so many bytes.
  func willChange(_ target: any Recordable, bytes: Int, _ contents: () -> Contents) {
    timeline?.save(target, bytes, contents)
    target.stamp = now
  }
}

extension Recordable {
  /// To be called before each change: one comparison, except for the first change of a statement.
  @inline(__always)
  func willChange() {
    if let journal, stamp != journal.now { unsafeDowncast(journal, to: Journal.self).willChange(self) }
  }
}

/// Takes note of what a statement made and left: from now on it is saved before it changes. Each object is looked at once in its life, for whatever it
/// comes to refer to later is found when the change of it ends.
struct Adoption {
  let journal: Journal
  private var open: [Value] = []

  init(_ journal: Journal) { self.journal = journal }

  mutating func adopt(_ values: some Sequence<Value>) {
    for value in values { push(value) }
    while let value = open.popLast() { look(at: value) }
  }

  /// Takes note of an object. Returns whether it is new.
  @discardableResult
  func takeNote(of target: any Recordable) -> Bool {
    guard target.journal == nil else { return false }
    target.journal = journal
    target.stamp = journal.now
    return true
  }

  private mutating func push(_ value: Value) {
    switch value {
    case .none, .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .string, .range, .ellipsis, .builtin, .module,
      .type:
      break
    default: open.append(value)
    }
  }

  /// Without recursion, for values may be nested deeper than the stack.
  private mutating func look(at value: Value) {
    switch value {
    case .array(let array): takeNote(of: array.root)
    case .list(let list): if takeNote(of: list) { for item in list.items { push(item) } }
    case .dictionary(let dictionary):
      if takeNote(of: dictionary) {
        dictionary.forEach { key, value in
          push(key)
          push(value)
        }
      }
    case .tuple(let tuple):
      if !tuple.isNoted {
        tuple.isNoted = true
        for item in tuple.items { push(item) }
      }
    case .function(let function):
      if !function.isNoted {
        function.isNoted = true
        for value in function.defaults { if let value { push(value) } }
        for cell in function.captured where takeNote(of: cell) { if let value = cell.value { push(value) } }
      }
    case .iterator(let iterator): if takeNote(of: iterator) { for value in iterator.sources { push(value) } }
    case .generator(let generator): takeNote(of: generator)
    case .dictionaryView(let view): push(.dictionary(view.dictionary))
    case .method(let method): push(method.receiver)
    case .slice(let slice):
      if !slice.isNoted {
        slice.isNoted = true
        push(slice.start)
        push(slice.stop)
        push(slice.step)
      }
    default: break
    }
  }
}

extension Contents {
  /// The values that are held.
  var values: [Value] {
    switch self {
    case .value(let value): value.map { [$0] } ?? []
    case .items(let items): items
    case .entries(let entries): entries.values
    case .memory, .position, .random, .network, .session: []
    }
  }
}
