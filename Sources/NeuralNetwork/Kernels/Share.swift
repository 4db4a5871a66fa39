/// One of several equal parts of a piece of work. The gradients of a share and its update take the same rows or columns of the weights, so that a
/// thread finds them in its cache.
struct Share {
  let index: Int
  let count: Int

  static let whole = Share(index: 0, count: 1)

  var isLast: Bool { index == count - 1 }

  /// The share's part of `total` things.
  func range(of total: Int) -> Range<Int> { total * index / count..<total * (index + 1) / count }

  /// The share's part of `total` things that go in groups of `group`.
  func range(of total: Int, by group: Int) -> Range<Int> {
    let groups = range(of: (total + group - 1) / group)
    return min(groups.lowerBound * group, total)..<min(groups.upperBound * group, total)
  }
}
