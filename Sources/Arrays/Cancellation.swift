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

  /// Calls `body` for one part of `rows` rows of `n` elements after the other, and looks at the flag between them: rows `row` and following, `height` of
  /// them, or `count` elements of one row from `start` on if it is longer than `longest`. Few elements are one part, at no cost.
  @inline(__always)
  static func inParts(
    rows: Int, _ n: Int, longest: Int = stride,
    _ body: (_ row: Int, _ start: Int, _ height: Int, _ count: Int) throws(ArrayError) -> Void
  ) throws(ArrayError) {
    var (row, start) = (0, 0)
    var (height, count) = (rows, n)
    let isOne = rows &* n <= stride
    while row < rows {
      if !isOne { (height, count) = try part(row, start, rows, n, longest) }
      try body(row, start, height, count)
      start &+= count
      if start == n { (row, start) = (row &+ height, 0) }
    }
  }

  @inline(never)
  private static func part(
    _ row: Int, _ start: Int, _ rows: Int, _ n: Int, _ longest: Int
  ) throws(ArrayError) -> (height: Int, count: Int) {
    if row > 0 || start > 0 { try check() }
    if n > longest { return (1, Swift.min(longest, n - start)) }
    return (Swift.min(Swift.max(stride / n, 1), rows - row), n)
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
