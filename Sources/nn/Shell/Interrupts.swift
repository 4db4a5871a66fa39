import CKernels
import Glibc
import Interpreter

/// Ctrl-C. A C signal handler cannot capture, so what it touches stands here: written by the handler, read between steps.
enum Interrupts {
  /// What Ctrl-C requests. All sessions of the process, which run in turn, have this one.
  static let interrupt = Interrupt()
  /// The same, where a handler may read it: it may not wait until it is made.
  nonisolated(unsafe) private static var flag: UnsafeMutablePointer<Int32>?
  /// A Ctrl-C that nobody has answered yet.
  static var isPending: Bool { interrupt.isRequested }
  /// The terminal has written `^C` into a line that nobody has ended yet.
  nonisolated(unsafe) private static var hasEcho = false
  /// The process was stopped and goes on: the prompt must be drawn again.
  nonisolated(unsafe) static var hasContinued = false

  /// From now on Ctrl-C asks the running statement to stop after its current step, and never kills.
  static func watch() {
    clear()
    flag = interrupt.flag
    handle(SIGINT) { _ in
      if let flag = Interrupts.flag { nn_flag_set(flag, 1) }
      Interrupts.hasEcho = true
    }
  }

  static func watchContinuation() {
    handle(SIGCONT) { _ in Interrupts.hasContinued = true }
  }

  /// Before a statement runs: what was pressed earlier is not meant for it.
  static func clear() {
    hasEcho = false
    interrupt.clear()
  }

  /// Whether a `^C` stands before what is written next; once for each.
  static func takeEcho() -> Bool {
    defer { hasEcho = false }
    return hasEcho
  }

  /// Without SA_RESTART: a waiting `read` comes back, and the flag is seen.
  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)
    // A parent with threads may have handed on a mask in which the signal never comes.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    sigprocmask(SIG_UNBLOCK, &mask, nil)
  }
}
