import Arrays

/// What every loop does that an argument can make long: it looks at Ctrl-C, and at memory where it takes some.
enum Pace {
  /// How many steps of the interpreter (calls, comparisons of values) may pass between two looks.
  static let stride = 1 << 12

  /// Throws if the running statement is to stop.
  @inline(__always) static func check() throws { try Cancellation.check() }

  /// The same, and spends memory.
  static func check(_ bytes: Int, for what: @autoclosure () -> String) throws {
    try Cancellation.check()
    try MemoryBudget.spend(bytes, for: what())
  }
}

/// Looks at Ctrl-C every so many steps.
struct PaceCounter {
  private var steps = 0
  @inline(__always) mutating func step() throws {
    steps &+= 1
    if steps & (Pace.stride - 1) == 0 { try Pace.check() }
  }
}
