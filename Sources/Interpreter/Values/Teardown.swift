import CKernels

/// How objects that hold values are freed. Freeing one frees what it alone held, and so on down: nested deep enough, that would overflow the stack.
/// So each such object hands its content over in its `deinit`, and what is nested deeper than ``deepest`` waits until the objects around it are gone.
/// A kind of value that holds others must do so too; `TeardownTests` nests every case of `Value`.
enum Teardown {
  /// How many objects are freed within each other.
  private static let deepest: Int64 = 64

  /// Frees what an object holds.
  @inline(__always)
  static func release<Content>(_ content: inout Content, leaving nothing: @autoclosure () -> Content) {
    let thread = nn_thread()!
    guard thread.pointee.freeing < deepest else { return postpone(&content, nothing(), thread) }
    thread.pointee.freeing += 1
    content = nothing()
    thread.pointee.freeing -= 1
    if thread.pointee.freeing == 0, thread.pointee.pending != nil { drain(thread) }
  }

  /// What waits, the latest first.
  private final class Pending {
    private let content: Any
    var next: UnsafeMutableRawPointer?
    init(_ content: Any, next: UnsafeMutableRawPointer?) {
      self.content = content
      self.next = next
    }
  }

  @inline(never)
  private static func postpone<Content>(
    _ content: inout Content, _ nothing: Content, _ thread: UnsafeMutablePointer<nn_thread_state>
  ) {
    thread.pointee.pending = Unmanaged.passRetained(Pending(content, next: thread.pointee.pending)).toOpaque()
    content = nothing
  }

  @inline(never)
  private static func drain(_ thread: UnsafeMutablePointer<nn_thread_state>) {
    thread.pointee.freeing = 1
    while let first = thread.pointee.pending {
      let pending = Unmanaged<Pending>.fromOpaque(first)
      thread.pointee.pending = pending._withUnsafeGuaranteedRef { $0.next }
      pending.release()
    }
    thread.pointee.freeing = 0
  }
}
