import Arrays
import CKernels

/// Ctrl-C: asks what runs in a session to stop after its current step. Sessions that a front end runs in turn may share one.
public final class Interrupt: @unchecked Sendable {
  /// 1 once a stop is asked for. A signal handler may write it, and lives no longer than this object.
  public let flag: UnsafeMutablePointer<Int32>

  public init() {
    flag = .allocate(capacity: 1)
    flag.initialize(to: 0)
  }

  deinit { flag.deallocate() }

  /// May be called from any thread.
  public func request() { nn_flag_set(flag, 1) }

  /// What was asked for is answered, or was not meant for what comes next.
  public func clear() { nn_flag_set(flag, 0) }

  public var isRequested: Bool {
    @inline(__always) get { nn_flag_get(flag) != 0 }
  }

  /// Operations on arrays within `work` look at this interrupt.
  public func watched<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
    try Cancellation.watching(flag, work)
  }
}
