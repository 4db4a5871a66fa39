/// How a block of samples lies in memory.
struct BatchLayout {
  let rows: Int
  let units: Int
  /// In columns (each unit's samples lie one after the other): the distance between units, a multiple of the vector's lanes; the samples
  /// from `rows` on are padding. nil: in rows.
  let stride: Int?

  @inline(__always) var count: Int { (stride ?? rows) &* units }
}
