extension Session {
  /// Memory for the locals of small functions, kept from one call to the next.
  final class LocalsPool {
    /// How many locals fit.
    static var capacity: Int { 8 }
    private var spare: [UnsafeMutablePointer<Value?>] = []

    @inline(__always)
    func take() -> UnsafeMutablePointer<Value?> { spare.popLast() ?? .allocate(capacity: LocalsPool.capacity) }

    @inline(__always)
    func give(_ locals: UnsafeMutablePointer<Value?>) { spare.append(locals) }

    deinit {
      for locals in spare { locals.deallocate() }
    }
  }
}
