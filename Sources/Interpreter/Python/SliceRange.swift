/// The places a slice selects from a sequence of `count` items: Python's `slice.indices`.
struct SliceRange: Sequence {
  let start: Int
  let stop: Int
  let step: Int
  let count: Int

  init(_ slice: SliceObject, count length: Int) throws {
    func bound(_ value: Value) throws -> Int? {
      if case .none = value { return nil }
      guard let index = value.asIndex else {
        throw Fault(
          .type, "a slice goes from int to int, not to \(article(value.typeName))", hint: "int(…) or // makes an int")
      }
      return index
    }
    let step = try bound(slice.step) ?? 1
    if step == 0 { throw Fault(.value, "slice step cannot be zero") }
    let (low, high) = step > 0 ? (0, length) : (-1, length - 1)
    func clamped(_ value: Int) -> Int {
      let place = value < 0 ? value &+ length : value
      return Swift.max(low, Swift.min(place, high))
    }
    start = try bound(slice.start).map(clamped) ?? (step > 0 ? low : high)
    stop = try bound(slice.stop).map(clamped) ?? (step > 0 ? high : low)
    // A step longer than the sequence selects one item, whatever it is.
    self.step = step == .min ? -.max : step
    let distance = self.step > 0 ? stop - start : start - stop
    count = distance <= 0 ? 0 : (distance - 1) / abs(self.step) + 1
  }

  func contains(place: Int) -> Bool {
    let (turn, rest) = (place - start).quotientAndRemainder(dividingBy: step)
    return rest == 0 && turn >= 0 && turn < count
  }

  func makeIterator() -> AnyIterator<Int> {
    var i = 0
    return AnyIterator {
      guard i < count else { return nil }
      i += 1
      return start &+ (i - 1) &* step
    }
  }
}
