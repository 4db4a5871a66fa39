import Interpreter
import Support

/// The prompts: `nn [3]> ` and, of the same width, `   ...> `.
struct Prompt {
  let number: Int
  let isColoured: Bool

  /// - Parameter isForReadline: readline must know which bytes take no room; they stand between 1 and 2.
  func first(isForReadline: Bool) -> String { coloured("nn [\(number)]>", "1;36", isForReadline) }

  func continuation(isForReadline: Bool) -> String {
    let width = "nn [\(number)]>".utf8.count
    return coloured(String(repeating: " ", count: width - 4) + "...>", "2", isForReadline)
  }

  private func coloured(_ text: String, _ code: String, _ isForReadline: Bool) -> String {
    guard isColoured else { return text + " " }
    func escape(_ code: String) -> String { isForReadline ? "\u{1}\u{1B}[\(code)m\u{2}" : "\u{1B}[\(code)m" }
    return escape(code) + text + escape("0") + " "
  }

  /// A statement that was not typed at this prompt, as if it had been, without its first `count` lines.
  func echo(_ statement: String, after count: Int) -> TerminalText {
    var result = ""
    for (i, line) in statement.withVisibleControls.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where i >= count {
      result += (i == 0 ? first(isForReadline: false) : continuation(isForReadline: false)) + line + "\n"
    }
    return TerminalText(result)
  }
}
