import Arrays
import Glibc
import NeuralNetwork

/// Something that can change under the names that refer to it, and so must be saved before it does: going back puts the contents back into the same
/// object, and what was one thing under two names stays one thing.
protocol Recordable: AnyObject {
  /// Who is told before it changes; nil as long as the statement runs in which it was made.
  var journal: WriteJournal? { get set }
  /// When it was last saved, on the journal's clock.
  var stamp: UInt64 { get set }
  /// Reading saves the contents, writing puts them back.
  var contents: Contents { get set }
  /// What a save takes in memory beyond what it shares.
  var bytesToSave: Int { get }
}

extension Recordable {
  var bytesToSave: Int { 0 }
}

/// What a recordable holds.
enum Contents {
  /// Of a variable; nil: it is unbound.
  case value(Value?)
  case memory(SavedMemory)
  case items([Value])
  case entries(DictionaryObject.Entries)
  /// How far an iterator has come.
  case position(Int)
  case random(RandomState.State)
  case network(NetworkSnapshot)
  /// Settings, declarations, generators.
  case session(SessionMoment)
}

extension NDArray: Recordable {
  /// Of the memory that this array, its owner, has.
  var contents: Contents {
    get { .memory(SavedMemory(self)) }
    set { if case .memory(let memory) = newValue { memory.write(to: self) } }
  }

  var bytesToSave: Int { count * dtype.itemSize }
}

/// What an array's memory held. It never changes, so that steps and checkpoints may share it.
final class SavedMemory {
  private enum Storage {
    case bytes(UnsafeMutableRawPointer)
    /// A network's snapshot has them already.
    case parameter(ParameterNumbers)
  }

  /// Bytes of its own.
  let count: Int
  private let storage: Storage

  /// A copy.
  init(_ owner: NDArray) {
    count = owner.bytesToSave
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 64)
    bytes.copyMemory(from: owner.bytes, byteCount: count)
    storage = .bytes(bytes)
  }

  init(_ numbers: ParameterNumbers) {
    count = 0
    storage = .parameter(numbers)
  }

  deinit { if case .bytes(let bytes) = storage { bytes.deallocate() } }

  func write(to owner: NDArray) {
    switch storage {
    case .bytes(let bytes): owner.bytes.copyMemory(from: bytes, byteCount: count)
    case .parameter(let numbers): numbers.write(to: owner.doubles)
    }
  }

  func isSame(as owner: NDArray) -> Bool {
    switch storage {
    case .bytes(let bytes): memcmp(bytes, owner.bytes, count) == 0
    case .parameter(let numbers): numbers.areSame(as: owner.doubles)
    }
  }

  /// The same view of the saved memory as `array` is of its owner's: a copy.
  func view(like array: NDArray) -> NDArray {
    let owner = array.root
    let copy = NDArray(uninitialized: owner.shape, owner.dtype)
    write(to: copy)
    let offset = (array.bytes - owner.bytes) / owner.dtype.itemSize
    return NDArray(viewing: copy, shape: array.shape, strides: array.strides, offset: offset)
  }
}

extension Variable: Recordable {
  var contents: Contents {
    get { .value(value) }
    set { if case .value(let value) = newValue { state.pointee.value = value } }
  }
}

/// Saves a network before its first change in a statement.
final class NetworkRecorder: NetworkObserver {
  let journal: Journal
  fileprivate var stamp: UInt64

  init(_ journal: Journal) {
    self.journal = journal
    stamp = journal.now
  }

  func networkWillChange(_ network: Network) {
    if stamp == journal.now { return }
    // Made where it is kept only.
    lazy var snapshot = network.snapshot()
    // Its parameters are arrays of the user's too, under any name.
    for owner in network.parameterOwners where owner.journal != nil && owner.stamp != journal.now {
      journal.willChange(owner, bytes: 0) { .memory(SavedMemory(snapshot.numbers(of: owner)!)) }
    }
    journal.willChange(network, bytes: network.bytesToSave) { .network(snapshot) }
  }
}

extension Network: Recordable {
  var journal: WriteJournal? {
    get { (observer as? NetworkRecorder)?.journal }
    set {}
  }

  var stamp: UInt64 {
    get { (observer as? NetworkRecorder)?.stamp ?? .max }
    set { (observer as? NetworkRecorder)?.stamp = newValue }
  }

  var contents: Contents {
    get { .network(snapshot()) }
    set { if case .network(let snapshot) = newValue { restore(snapshot) } }
  }

  var bytesToSave: Int { snapshotBytes }
}
