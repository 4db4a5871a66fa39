import Glibc
import Support

/// Standard output or standard error: bytes collected and written in large pieces, or line by line when a person watches.
final class OutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether a terminal is at the other end.
  let isTerminal: Bool
  /// Whether the last text left the cursor inside a line.
  private(set) var isMidLine = false
  /// Called with errno when the text cannot be written.
  var onFailure: (Int32) -> Never = { _ in _exit(ExitStatus.failed.rawValue) }

  private static let capacity = 1 << 16

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  /// Words, whoever wrote them: a character that would control the terminal is shown, not obeyed.
  func write(_ text: String) { write(TerminalText(text.withVisibleControls)) }

  func write(_ terminalText: TerminalText) {
    let text = terminalText.text
    guard !text.isEmpty else { return }
    buffer.append(contentsOf: text.utf8)
    isMidLine = buffer.last != UInt8(ascii: "\n")
    if buffer.count >= OutputStream.capacity || isTerminal && !isMidLine { flush() }
  }

  /// Writes at once what is no part of the text: a line that will be taken away again.
  func draw(_ text: TerminalText) {
    buffer.append(contentsOf: text.text.utf8)
    flush()
  }

  /// Starts a new line if the last text did not end its own.
  func endLine() {
    if isMidLine { write("\n") }
  }

  func flush() {
    guard !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if count > 0 {
        written += count
      } else if errno == EAGAIN {
        // The other end shares a descriptor that does not block: wait until it takes more.
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        onFailure(errno)
      }
    }
  }
}
