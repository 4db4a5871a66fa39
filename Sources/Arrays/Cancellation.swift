import CKernels

/// Ctrl-C inside an operation: whoever hands work to a thread says which flag stops it, and a long operation looks at the flag every few
/// milliseconds while it works. An operation that stops leaves its operands as they were or, writing in place, half written: undo has the rest.
///
/// The helpers that walk arrays (``ElementLoop``, `ReduceLoop`, `walkRows`, `inBlocks`, `mergeSort`, the products) look for everybody who loops through
/// them, and throw; a loop of another kind counts its steps with a ``Pace``.
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

  /// Calls `body` for one part of `0..<count` after the other, none longer than ``stride``, and looks at the flag between them.
  @inline(__always)
  public static func inBlocks(
    _ count: Int, _ body: (Range<Int>) throws(ArrayError) -> Void
  ) throws(ArrayError) {
    var start = 0
    while start < count {
      let end = start + Swift.min(stride, count - start)
      try body(start..<end)
      start = end
      if start < count { try check() }
    }
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

extension Cancellation {
  /// Counts the steps of a loop, and looks at the flag of ``Cancellation`` when there have been enough.
  public struct Pace {
    @usableFromInline var left = Cancellation.stride

    @inlinable public init() {}

    /// - Parameter count: how many simple steps are done.
    @inlinable @inline(__always)
    public mutating func step(_ count: Int = 1) throws(ArrayError) {
      left &-= count
      if left < 0 { try look() }
    }

    @inline(never) @usableFromInline
    mutating func look() throws(ArrayError) {
      left = Cancellation.stride
      try Cancellation.check()
    }
  }
}
