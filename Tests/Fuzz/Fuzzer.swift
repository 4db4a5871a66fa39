import Foundation
import Interpreter
import Syntax

/// What a session says goes nowhere.
private final class Silence: OutputSink {
  func receive(_ output: Output) {}
}

/// The input whose evaluation takes too long is asked to stop: libFuzzer's own time-out then finds what is deaf to Ctrl-C.
private final class Watchdog: @unchecked Sendable {
  private let lock = NSLock()
  private var watched: (interrupt: Interrupt, until: Date)?

  init() {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.05)
        lock.withLock { if let (interrupt, until) = watched, until < Date() { interrupt.request() } }
      }
    }
  }

  func watch(_ interrupt: Interrupt?) {
    lock.withLock { watched = interrupt.map { ($0, Date() + 1) } }
  }
}

private let watchdog = Watchdog()

/// Whole programs, from bytes, in a session of their own: nothing they say may trap or hang.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let session = Session(sink: Silence(), options: Session.Options(isInteractive: count % 2 == 0))
  watchdog.watch(session.interrupt)
  session.evaluate(CodeCell(Source(name: "fuzz", text: text)))
  session.undo()
  watchdog.watch(nil)
  return 0
}
