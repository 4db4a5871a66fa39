import CKernels

/// Ctrl-C inside an operation: whoever hands work to a thread says which flag stops it, and a long operation looks at the flag every few
/// milliseconds while it works. An operation that stops leaves its operands as they were or, writing in place, half written: undo has the rest.
///
/// The flag belongs to whoever gives the work; the thread only knows where it stands, as Swift's `Task.isCancelled` does.
public enum Cancellation {
  /// How many simple steps (additions, comparisons, copies) may pass between two looks: some milliseconds.
  public static let stride = 1 << 20

  /// Whether the work of the calling thread is asked to stop.
  @inline(__always) public static var isRequested: Bool { nn_stop_requested() != 0 }

  /// - Throws: ``ArrayError/interrupted`` if the work of the calling thread is asked to stop.
  @inline(__always) public static func check() throws(ArrayError) {
    if isRequested { throw .interrupted }
  }

  /// Runs `work`, which a value other than 0 in `flag` asks to stop.
  public static func watching<Result, Failure: Error>(
    _ flag: UnsafePointer<Int32>, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = nn_stop_flag()
    nn_set_stop_flag(flag)
    defer { nn_set_stop_flag(outer) }
    return try work()
  }
}
