import Glibc

/// Binomial numbers as NumPy's legacy generator draws them: inversion where few successes are expected, else the algorithm
/// BTPE of Kachitvichyanukul and Schmeiser (1988).
extension RandomState {
  /// Successes in `trials` trials of probability `p`.
  public func binomial(_ trials: Int, _ p: Double) throws -> Int {
    try check(trials, p)
    return draw(trials, p)
  }

  public func binomial(_ trials: Int, _ p: Double, size shape: Dims) throws -> NDArray {
    try check(trials, p)
    let array = try result(shape, .int64)
    var pace = Cancellation.Pace()
    for i in 0..<array.count {
      array.ints[i] = draw(trials, p)
      try pace.step(8)
    }
    return array
  }

  private func check(_ trials: Int, _ p: Double) throws {
    guard trials >= 0 else { throw ArrayError.badValue("n < 0") }
    // The products of the method stay exact, and its loops short, below this.
    guard trials < 1 << 50 else { throw ArrayError.badValue("n is too large") }
    guard p >= 0 && p <= 1 else { throw ArrayError.badValue("p < 0, p > 1 or p is NaN") }
  }

  private func draw(_ trials: Int, _ p: Double) -> Int {
    if trials == 0 || p == 0 { return 0 }
    let rare = p <= 0.5 ? p : 1.0 - p
    let found = rare * Double(trials) <= 30 ? invert(trials, rare) : btpe(trials, rare)
    return p <= 0.5 ? found : trials - found
  }

  /// Adds up the probabilities of 0, 1, 2, … until they pass a uniform number.
  private func invert(_ trials: Int, _ p: Double) -> Int {
    let n = Double(trials)
    let q = 1.0 - p
    let none = exp(n * log(q))
    let mean = n * p
    let bound = min(n, mean + 10.0 * sqrt(mean * q + 1)).rounded(.down)
    var x = 0.0
    var probability = none
    var u = randomSample()
    while u > probability {
      x += 1
      if x > bound {
        x = 0
        probability = none
        u = randomSample()
      } else {
        u -= probability
        probability = ((n - x + 1) * p * probability) / (x * q)
      }
    }
    return Int(x)
  }

  /// A triangle, a parallelogram and two exponential tails above the distribution, with squeezes. `r` is at most ½; names are the paper's.
  private func btpe(_ trials: Int, _ r: Double) -> Int {
    let n = Double(trials)
    let q = 1.0 - r
    let fm = n * r + r
    let m = fm.rounded(.down)
    let p1 = (2.195 * sqrt(n * r * q) - 4.6 * q).rounded(.down) + 0.5
    let xm = m + 0.5
    let xl = xm - p1
    let xr = xm + p1
    let c = 0.134 + 20.5 / (15.3 + m)
    let left = (fm - xl) / (fm - xl * r)
    let laml = left * (1.0 + left / 2.0)
    let right = (xr - fm) / (xr * q)
    let lamr = right * (1.0 + right / 2.0)
    let p2 = p1 * (1.0 + 2.0 * c)
    let p3 = p2 + c / laml
    let p4 = p3 + c / lamr
    let nrq = n * r * q

    while true {
      let u = randomSample() * p4
      var v = randomSample()
      var y: Double
      if u <= p1 { return Int((xm - p1 * v + u).rounded(.down)) }
      if u <= p2 {
        let x = xl + (u - p1) / c
        v = v * c + 1.0 - abs(m - x + 0.5) / p1
        if v > 1.0 { continue }
        y = x.rounded(.down)
      } else if u <= p3 {
        y = (xl + log(v) / laml).rounded(.down)
        if y < 0 || v == 0.0 { continue }
        v = v * (u - p2) * laml
      } else {
        y = (xr - log(v) / lamr).rounded(.down)
        if y > n || v == 0.0 { continue }
        v = v * (u - p3) * lamr
      }
      let k = abs(y - m)
      if k <= 20 || k >= nrq / 2.0 - 1 {
        if v <= ratio(from: m, to: y, s: r / q, n: n) { return Int(y) }
        continue
      }
      let rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5)
      let t = -k * k / (2 * nrq)
      let logV = log(v)
      if logV < t - rho { return Int(y) }
      if logV > t + rho { continue }
      let x1 = y + 1
      let f1 = m + 1
      let z = n + 1 - m
      let w = n - y + 1
      let limit =
        xm * log(f1 / x1) + (n - m + 0.5) * log(z / w) + (y - m) * log(w * r / (x1 * q)) + stirling(f1) + stirling(z)
        + stirling(x1) + stirling(w)
      if logV <= limit { return Int(y) }
    }
  }

  /// How much likelier `y` successes are than `m`.
  private func ratio(from m: Double, to y: Double, s: Double, n: Double) -> Double {
    let a = s * (n + 1)
    var f = 1.0
    var i = min(m, y) + 1
    while i <= max(m, y) {
      if m < y { f *= a / i - s } else { f /= a / i - s }
      i += 1
    }
    return f
  }

  /// The correction of Stirling's formula for the factorial.
  private func stirling(_ x: Double) -> Double {
    let square = x * x
    return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square) / x / 166320.0
  }
}
