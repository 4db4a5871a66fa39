extension RandomState {
  /// Positions in 0..<population: `np.random.choice(population, size, replace, p)`. `probabilities`, if any, has one element per position.
  public func choice(_ population: Int, size shape: Dims, replace: Bool = true, probabilities: [Double]? = nil) throws
    -> NDArray
  {
    let found = try result(shape, .int64)
    let count = found.count
    if population <= 0 && count > 0 {
      throw ArrayError.badValue("a must be greater than 0 unless no samples are taken")
    }
    if let probabilities { try check(probabilities, population: population) }
    // NumPy shuffles the population even if nothing is taken of it.
    if count == 0 && (replace || probabilities != nil) { return found }
    guard replace || count <= population else {
      throw ArrayError.badValue("Cannot take a larger sample than population when 'replace=False'")
    }
    switch (replace, probabilities) {
    case (true, nil): return try randint(0, population, size: shape)
    case (true, let weights?):
      let sums = cumulative(weights)
      var pace = Cancellation.Pace()
      for i in 0..<count {
        found.ints[i] = position(of: randomSample(), in: sums)
        try pace.step(16)
      }
    case (false, nil):
      let order = try permutation(population)
      for i in 0..<count { found.ints[i] = order.ints[i] }
    case (false, let weights?): try drawDistinct(weights, count, into: found.ints)
    }
    return found
  }

  /// One position in 0..<population: `np.random.choice(population)`.
  public func choice(_ population: Int, replace: Bool = true, probabilities: [Double]? = nil) throws -> Int {
    // The array must outlive the reading of its memory.
    let one = try choice(population, size: [], replace: replace, probabilities: probabilities)
    return withExtendedLifetime(one) { one.ints[0] }
  }

  /// Elements of a 1-D array.
  public func choice(_ array: NDArray, size shape: Dims, replace: Bool = true, probabilities: [Double]? = nil) throws
    -> NDArray
  {
    guard array.dimensions == 1 else { throw ArrayError.badValue("a must be 1-dimensional") }
    if array.count == 0 && !shape.contains(0) {
      throw ArrayError.badValue("'a' cannot be empty unless no samples are taken")
    }
    return try array.take(choice(array.shape[0], size: shape, replace: replace, probabilities: probabilities), axis: 0)
  }

  /// Draws until there are `count` different positions; those already found have no weight in the next round.
  private func drawDistinct(_ weights: [Double], _ count: Int, into found: UnsafeMutablePointer<Int>) throws {
    guard weights.count(where: { $0 > 0 }) >= count else {
      throw ArrayError.badValue("Fewer non-zero entries in p than size")
    }
    var weights = weights
    var have = 0
    var isFound = [Bool](repeating: false, count: weights.count)
    while have < count {
      try Cancellation.check()
      let draws = (0..<(count - have)).map { _ in randomSample() }
      for i in 0..<have { weights[found[i]] = 0 }
      let sums = cumulative(weights)
      for draw in draws {
        let index = position(of: draw, in: sums)
        if isFound[index] { continue }
        isFound[index] = true
        found[have] = index
        have += 1
      }
    }
  }

  /// Running sums, divided by the last.
  private func cumulative(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    let sums = weights.map { weight in
      sum += weight
      return sum
    }
    return sums.map { $0 / sum }
  }

  /// The first position whose sum is above `value`.
  private func position(of value: Double, in sums: [Double]) -> Int {
    var low = 0
    var high = sums.count
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return min(low, sums.count - 1)
  }

  private func check(_ weights: [Double], population: Int) throws {
    guard weights.count == population else { throw ArrayError.badValue("'a' and 'p' must have same size") }
    // Kahan's sum, so that many small probabilities still add up to 1.
    var sum = 0.0
    var lost = 0.0
    for weight in weights {
      let term = weight - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
    }
    if sum.isNaN { throw ArrayError.badValue("probabilities contain NaN") }
    if weights.contains(where: { $0 < 0 }) { throw ArrayError.badValue("probabilities are not non-negative") }
    // The tolerance is the square root of the distance between 1 and the next double.
    if abs(sum - 1) > 1.4901161193847656e-08 {
      throw ArrayError.badValue("probabilities do not sum to 1")
    }
  }
}
