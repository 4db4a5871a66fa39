/// Decides when a training tells its progress: at most every ``interval``, whatever a step takes. Between the looks at the clock a step costs a
/// subtraction; how many steps that are follows from the speed.
struct ProgressMeter {
  /// 20 times a second.
  static let interval = 0.05
  /// A training shorter than this says nothing.
  static let patience = 0.3
  /// An accuracy costs about a third of an epoch: taken after so many epochs it is below 1 % of the time.
  static let epochsForAccuracy = 50

  let tell: (TrainingProgress) -> Void
  var accuracy: Double?
  private(set) var epochOfAccuracy = 0
  private let start = ContinuousClock.now
  /// Seconds since the beginning at which ``isTime()`` last said yes.
  private(set) var toldAt = 0.0
  private var lookedAt = 0.0
  private var stride = 1
  private var countdown = 1

  init(_ tell: @escaping (TrainingProgress) -> Void) { self.tell = tell }

  /// After each step: whether it is time. If it is, the caller calls ``tell``.
  @inline(__always) mutating func isTime() -> Bool {
    countdown -= 1
    return countdown <= 0 && look()
  }

  private mutating func look() -> Bool {
    let now = seconds
    // Looks come every quarter of an interval; a stride only doubles, for the steps may become slower.
    let quarter = ProgressMeter.interval / 4
    let passed = max(now - lookedAt, 1e-9)
    stride = max(1, min(stride * 2, Int(Double(stride) * min(quarter / passed, 2))))
    countdown = stride
    lookedAt = now
    guard now >= ProgressMeter.patience, now - toldAt >= ProgressMeter.interval else { return false }
    toldAt = now
    return true
  }

  private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  mutating func take(accuracy: Double?, epoch: Int) {
    self.accuracy = accuracy
    epochOfAccuracy = epoch
  }

  func wantsAccuracy(epoch: Int) -> Bool { epoch - epochOfAccuracy >= ProgressMeter.epochsForAccuracy }
}
