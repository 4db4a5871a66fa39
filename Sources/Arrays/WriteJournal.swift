/// How to know what a statement changes without looking at everything. The journal's clock ticks before the statement; whatever the journal has taken
/// note of bears the time at which it was last saved. A write compares the two, once for an operation, and only the first one after a tick finds them
/// different: then the journal is told, and saves the old contents.
///
/// What is made within the statement bears no journal, and writing it costs one look at a nil: if it is still there at the statement's end, the journal
/// takes note of it then. Nothing here is global: an object knows whose it is.
open class WriteJournal {
  /// Where ``now`` stands, for whoever asks at every write.
  public final let clock: UnsafeMutablePointer<UInt64>
  /// The time. It stands still where nobody asks for old contents, and then no write is ever reported.
  @inlinable public final var now: UInt64 { clock.pointee }

  public init() {
    clock = .allocate(capacity: 1)
    clock.initialize(to: 1)
  }

  deinit { clock.deallocate() }

  /// Advances the clock and returns the new time.
  public final func tick() -> UInt64 {
    clock.pointee += 1
    return now
  }

  /// Memory is about to be written for the first time since the clock ticked.
  /// - Parameter owner: the array that owns the memory.
  open func willWrite(_ owner: NDArray) {}
}

extension NDArray {
  /// Stands at the head of every operation that writes into an array of the user's: refuses read-only views, and has the memory
  /// saved if someone watches.
  @inline(__always)
  func prepareToWrite() throws(ArrayError) {
    if isReadOnly { throw .readOnly }
    willWrite()
  }

  /// Reports a write to the owner's journal, the first time since its clock ticked. For what writes through ``bytes`` itself.
  @inline(__always)
  public func willWrite() {
    let owner = base ?? self
    if let journal = owner.journal, owner.stamp != journal.now { journal.willWrite(owner) }
  }
}
