import CKernels

/// One of several equal parts of a piece of work. The gradients of a share and its update take the same rows or columns of the weights, so that a
/// thread finds them in its cache.
struct Share {
  let index: Int
  let count: Int

  static let whole = Share(index: 0, count: 1)

  var isLast: Bool { index == count - 1 }

  /// `work` for parts of `total` things of which each is worth a thread, on `threads` at most.
  static func each(of total: Int, threads: Int, _ work: (Range<Int>) -> Void) {
    _ = all(of: total, threads: threads) {
      work($0)
      return true
    }
  }

  /// Whether all parts, as above, say so.
  static func all(of total: Int, threads: Int, _ holds: (Range<Int>) -> Bool) -> Bool {
    let shares = max(1, min(threads, total >> 16))
    if shares == 1 { return holds(0..<total) }
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: shares) { answers in
      each(of: shares) { answers[$0.index] = holds($0.range(of: total)) }
      return answers.allSatisfy { $0 }
    }
  }

  /// `work` for each of so many shares, on as many threads.
  private static func each(of shares: Int, _ work: (Share) -> Void) {
    withoutActuallyEscaping(work) { work in
      withUnsafePointer(to: work) {
        nn_parallel(
          Int32(shares),
          { $0!.assumingMemoryBound(to: ((Share) -> Void).self).pointee(Share(index: Int($1), count: Int($2))) },
          UnsafeMutableRawPointer(mutating: $0), Int32(shares))
      }
    }
  }

  /// The share's part of `total` things.
  func range(of total: Int) -> Range<Int> { total * index / count..<total * (index + 1) / count }

  /// The share's part of `total` things that go in groups of `group`.
  func range(of total: Int, by group: Int) -> Range<Int> {
    let groups = range(of: (total + group - 1) / group)
    return min(groups.lowerBound * group, total)..<min(groups.upperBound * group, total)
  }
}
