/// A list that grows at its end. A copy costs one reference, and shares with the original what both have: a history that is kept after each of
/// thousands of trainings takes no more room than the last one.
public struct SharedList<Element: Sendable>: Sendable {
  /// Never written again once it is shared.
  private final class Block: @unchecked Sendable {
    var before: Block?
    let offset: Int
    var items: [Element]

    init(_ items: [Element], before: Block?, offset: Int) {
      self.items = items
      self.before = before
      self.offset = offset
    }

    /// One after the other: a chain of thousands, freed by recursion, would overflow the stack.
    deinit {
      var next = before
      before = nil
      while isKnownUniquelyReferenced(&next) {
        let further = next!.before
        next!.before = nil
        next = further
      }
    }
  }

  private var end: Block?

  public init(_ items: [Element] = []) { end = items.isEmpty ? nil : Block(items, before: nil, offset: 0) }

  public var count: Int { end.map { $0.offset + $0.items.count } ?? 0 }
  public var isEmpty: Bool { end == nil }
  public var last: Element? { end?.items.last }
  /// How many of the items no earlier copy has.
  var ownCount: Int { end?.items.count ?? 0 }

  public mutating func append(_ item: Element) {
    if isKnownUniquelyReferenced(&end) {
      end!.items.append(item)
    } else {
      end = Block([item], before: end, offset: count)
    }
  }

  /// The last `count` items, or all.
  public func suffix(_ count: Int) -> ArraySlice<Element> {
    var blocks: [Block] = []
    var next = end
    while let block = next, blocks.last.map({ $0.offset > self.count - count }) ?? true {
      blocks.append(block)
      next = block.before
    }
    return blocks.reversed().flatMap(\.items).suffix(count)
  }

  /// All items.
  public var array: [Element] { Array(suffix(count)) }
}

extension SharedList: Equatable where Element: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.end === right.end || left.count == right.count && left.array == right.array
  }
}
