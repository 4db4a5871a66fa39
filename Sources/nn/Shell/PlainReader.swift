import Glibc
import Interpreter

/// Lines of a terminal whose output goes elsewhere: no prompt, no echo of its own, no recall.
final class PlainReader: LineSource {
  func read(prompt: String, isContinuation: Bool) -> TypedInput {
    // A terminal hands over a line at a time; byte by byte nothing of the next one is taken.
    var line: [UInt8] = []
    var byte: UInt8 = 0
    // What was pressed before belongs to no line.
    Interrupts.clear()
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR {
        // The terminal has thrown away what was typed of the line.
        if Interrupts.isPending {
          Interrupts.clear()
          return .interrupted
        }
        continue
      }
      if count <= 0 { return line.isEmpty ? .end : .line(String(decoding: line, as: UTF8.self)) }
      if byte == UInt8(ascii: "\n") { return .line(String(decoding: line, as: UTF8.self)) }
      line.append(byte)
    }
  }

  func serve(_ session: Session) {}
  func remember(_ statement: String) {}
  func close() {}
}
