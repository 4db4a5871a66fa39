import CKernels

/// Told before memory that existed when the clock last ticked is written for the first time since.
open class WriteWatcher {
  public init() {}

  /// - Parameter owner: the array that owns the memory.
  open func willWrite(_ owner: NDArray) {}
}

/// How to know what a statement changes without looking at everything: the clock ticks before it, and whatever can change bears the time at which
/// it was made or last saved. A write compares the two, once for an operation, and only the first one after a tick finds them different.
public enum WriteBarrier {
  /// The time. It stands still where nobody asks for old contents, and then no write is ever reported.
  @inlinable public static var now: UInt64 { nn_write_clock_now() }

  /// Advances the clock and returns the new time.
  public static func tick() -> UInt64 { nn_write_clock_tick() }

  /// Who is told of the calling thread's writes. Not retained.
  public static var watcher: WriteWatcher? {
    get { nn_write_watcher().map { Unmanaged.fromOpaque($0).takeUnretainedValue() } }
    set { nn_set_write_watcher(newValue.map { Unmanaged.passUnretained($0).toOpaque() }) }
  }
}

extension NDArray {
  /// Stands at the head of every operation that writes into an array of the user's: refuses read-only views, and has the memory
  /// saved if someone watches.
  @inline(__always)
  func prepareToWrite() throws(ArrayError) {
    if isReadOnly { throw .readOnly }
    willWrite()
  }

  /// Reports a write to the watcher, the first time since the clock ticked. For what writes through ``bytes`` itself.
  @inline(__always)
  public func willWrite() {
    if ownersStamp != WriteBarrier.now { reportFirstWrite() }
  }

  @inline(__always)
  private var ownersStamp: UInt64 {
    if let base { return base.stamp }
    return stamp
  }

  @inline(never)
  private func reportFirstWrite() {
    let owner = root
    if let watcher = WriteBarrier.watcher { watcher.willWrite(owner) }
    owner.stamp = WriteBarrier.now
  }
}
