/// MT19937, Matsumoto and Nishimura's generator: 624 words of state, 32 random bits a draw.
struct MersenneTwister: Sendable, Equatable {
  static let length = 624
  private static let middle = 397

  /// The state, and the number of its words already used.
  var key: [UInt32]
  var position: Int
  /// Whether the state came from the system, so that no run gives the same numbers; and whether any have been drawn since.
  var isFromSystem = false
  private(set) var hasDrawnFromSystem = false

  /// As `init_genrand` of the reference program: what NumPy does for a plain seed.
  init(seed: UInt32) {
    key = [UInt32](repeating: 0, count: MersenneTwister.length)
    position = MersenneTwister.length
    key[0] = seed
    for i in 1..<MersenneTwister.length {
      key[i] = 1_812_433_253 &* (key[i - 1] ^ (key[i - 1] >> 30)) &+ UInt32(i)
    }
  }

  /// As `init_by_array` of the reference program: what NumPy does for a list of seeds, which is not empty.
  init(seeds: [UInt32]) throws(ArrayError) {
    self.init(seed: 19_650_218)
    let length = MersenneTwister.length
    var i = 1
    var j = 0
    func advance(_ i: inout Int, _ key: inout [UInt32]) {
      i += 1
      if i >= length {
        key[0] = key[length - 1]
        i = 1
      }
    }
    var pace = Cancellation.Pace()
    for _ in 0..<max(length, seeds.count) {
      try pace.step(4)
      let mixed = (key[i - 1] ^ (key[i - 1] >> 30)) &* 1_664_525
      key[i] = (key[i] ^ mixed) &+ seeds[j] &+ UInt32(truncatingIfNeeded: j)
      advance(&i, &key)
      j += 1
      if j >= seeds.count { j = 0 }
    }
    for _ in 0..<(length - 1) {
      let mixed = (key[i - 1] ^ (key[i - 1] >> 30)) &* 1_566_083_941
      key[i] = (key[i] ^ mixed) &- UInt32(i)
      advance(&i, &key)
    }
    key[0] = 0x8000_0000
  }

  /// The next 32 random bits.
  @inline(__always)
  mutating func next32() -> UInt32 {
    if position >= MersenneTwister.length { refill() }
    var y = key[position]
    position &+= 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  /// The next 64 random bits, the high half drawn first.
  @inline(__always)
  mutating func next64() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// A number in [0, 1) of 53 random bits, made of two draws.
  @inline(__always)
  mutating func nextDouble() -> Double {
    let high = Double(next32() >> 5)
    let low = Double(next32() >> 6)
    return (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
  }

  /// Computes the next 624 words.
  private mutating func refill() {
    // A fresh state begins with this.
    if isFromSystem { hasDrawnFromSystem = true }
    let length = MersenneTwister.length
    let middle = MersenneTwister.middle
    key.withUnsafeMutableBufferPointer { key in
      for i in 0..<length {
        let next = i + 1 == length ? 0 : i + 1
        let far = i + middle < length ? i + middle : i + middle - length
        let y = (key[i] & 0x8000_0000) | (key[next] & 0x7fff_ffff)
        key[i] = key[far] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
      }
    }
    position = 0
  }
}
