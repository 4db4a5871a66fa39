@preconcurrency import CReadline
import Glibc
import Interpreter

/// The functions that readline calls. C callbacks cannot capture, so the little state they share stands here; all of it is used on the
/// one thread that calls `readline`.
enum ReadlineCallbacks {
  /// The candidates for a line and a cursor (a byte offset).
  nonisolated(unsafe) static var complete: (String, Int) -> Completion = { _, cursor in Completion(start: cursor) }
  /// The buffer at Enter, if it held more than one line.
  nonisolated(unsafe) static var severalLines: String?
  /// Whether the line continues an open block or bracket.
  nonisolated(unsafe) static var isContinuation = false
  /// The candidates found when readline asked where the word begins; used when it asks for the words.
  nonisolated(unsafe) private static var completion = Completion(start: 0)
  /// What readline is given as the characters that end a word; it keeps the pointer.
  nonisolated(unsafe) private static let breakCharacters = UnsafeMutablePointer<CChar>.allocate(capacity: 2)

  static func install() {
    rl_readline_name = UnsafePointer(strdup("nn"))
    // The window's size is readline's business; COLUMNS stays as the user set it.
    rl_change_environment = 0
    rl_catch_signals = 1
    rl_catch_sigwinch = 1
    rl_getc_function = { _ in ReadlineCallbacks.readKey() }
    rl_attempted_completion_function = { _, start, end in ReadlineCallbacks.matches(Int(start), Int(end)) }
    rl_completion_word_break_hook = { ReadlineCallbacks.findWord() }
    rl_completer_quote_characters = nil
    rl_completer_word_break_characters = UnsafePointer(breakCharacters)
    // Bound before ~/.inputrc is read, which may bind the keys otherwise.
    // Readline keeps the pointer to a name.
    rl_add_defun(strdup("nn-accept"), { count, key in ReadlineCallbacks.accept(count, key) }, -1)
    rl_add_defun(strdup("nn-tab"), { count, key in ReadlineCallbacks.tab(count, key) }, -1)
    for map in [
      rl_get_keymap_by_name("emacs"), rl_get_keymap_by_name("vi-insert"), rl_get_keymap_by_name("vi-command"),
    ] {
      for key: Int32 in [10, 13] { rl_bind_key_in_map(key, rl_named_function("nn-accept"), map) }
    }
    for map in [rl_get_keymap_by_name("emacs"), rl_get_keymap_by_name("vi-insert")] {
      rl_bind_key_in_map(9, rl_named_function("nn-tab"), map)
    }
    Interrupts.watchContinuation()
  }

  // MARK: Keys

  /// RL_STATE_* of readline.h (macros that Swift does not see): metanext, isearch, nsearch, numericarg, completing, multikey.
  private static let midCommandStates: UInt = 0x10 | 0x80 | 0x100 | 0x400 | 0x4000 | 0x20_0000

  /// Whether this line's Ctrl-C has left the search or the question already; some states stay set behind it.
  nonisolated(unsafe) static var hasAborted = false

  /// A Ctrl-C becomes Ctrl-G where readline is inside a search or a question, then Enter, so that `readline` returns.
  private static func keyForInterrupt() -> Int32 {
    if rl_readline_state & midCommandStates == 0 || hasAborted { return 13 }
    hasAborted = true
    return 7
  }

  /// Waits for a byte.
  private static func readKey() -> Int32 {
    let descriptor = STDIN_FILENO
    // Signals are let in only while waiting, so that none falls between the look at the flag and the wait.
    var blocked = sigset_t()
    var open = sigset_t()
    sigemptyset(&blocked)
    for signal in [SIGINT, SIGWINCH, SIGCONT] { sigaddset(&blocked, signal) }
    sigprocmask(SIG_BLOCK, nil, &open)
    defer { sigprocmask(SIG_SETMASK, &open, nil) }
    while true {
      sigprocmask(SIG_BLOCK, &blocked, nil)
      if rl_pending_signal() != 0 || Interrupts.hasContinued {
        sigprocmask(SIG_SETMASK, &open, nil)
        rl_check_signals()
        if Interrupts.hasContinued {
          Interrupts.hasContinued = false
          rl_forced_update_display()
        }
        sigprocmask(SIG_BLOCK, &blocked, nil)
      }
      if Interrupts.isPending { return keyForInterrupt() }
      // Standard input is a small number: its bit stands in the set's first word.
      var ready = fd_set()
      withUnsafeMutableBytes(of: &ready) { $0.storeBytes(of: 1 << UInt(descriptor), as: UInt.self) }
      if pselect(descriptor + 1, &ready, nil, nil, nil, &open) < 0 { continue }
      // A signal that came together with the byte goes first: what follows a Ctrl-C belongs to the next line.
      sigprocmask(SIG_SETMASK, &open, nil)
      if rl_pending_signal() != 0 || Interrupts.isPending { continue }
      var byte: UInt8 = 0
      let count = Glibc.read(descriptor, &byte, 1)
      if count == 1 { return Int32(byte) }
      if count == 0 || errno != EINTR && errno != EAGAIN { return -1 }
    }
  }

  /// Enter. A buffer of several lines is taken off the screen: the shell shows its statements one by one.
  private static func accept(_ count: Int32, _ key: Int32) -> Int32 {
    let text = String(cString: rl_line_buffer)
    guard text.utf8.contains(UInt8(ascii: "\n")), !Interrupts.isPending else { return rl_newline(count, key) }
    severalLines = text
    rl_clear_visible_line()
    rl_replace_line("", 1)
    rl_point = 0
    // With an empty line readline then writes no line end.
    rl_erase_empty_line = 1
    defer { rl_erase_empty_line = 0 }
    return rl_newline(count, key)
  }

  /// The buffer and the cursor after the last Tab: the same again means that it was pressed twice.
  nonisolated(unsafe) private static var lastTab: (String, Int32)?

  /// Tab: completes a word; where a line has only begun with spaces it indents by four.
  private static func tab(_ count: Int32, _ key: Int32) -> Int32 {
    let before = currentLine.utf8.prefix(Int(rl_point) - currentLineStart)
    guard before.allSatisfy({ $0 == UInt8(ascii: " ") }), isContinuation || currentLineStart > 0 || !before.isEmpty
    else {
      // Readline lists the candidates when its own function is called twice; it does not know ours.
      let state = (String(cString: rl_line_buffer), rl_point)
      if let last = lastTab, last == state { rl_last_func = rl_complete }
      defer { lastTab = (String(cString: rl_line_buffer), rl_point) }
      return rl_complete(count, key)
    }
    rl_insert_text("    ")
    return 0
  }

  /// Where the line with the cursor begins: a recalled block holds several.
  private static var currentLineStart: Int {
    var start = Int(rl_point)
    while start > 0, rl_line_buffer[start - 1] != 10 { start -= 1 }
    return start
  }

  private static var currentLine: String {
    String(String(cString: rl_line_buffer + currentLineStart).prefix { $0 != "\n" })
  }

  // MARK: Completion

  private static func search() {
    let lineStart = currentLineStart
    completion = complete(currentLine, Int(rl_point) - lineStart)
    completion.start += lineStart
  }

  /// Readline looks for the word's beginning from the cursor back to the nearest of the characters returned here.
  private static func findWord() -> UnsafeMutablePointer<CChar>? {
    search()
    breakCharacters[0] = completion.start > 0 ? rl_line_buffer[completion.start - 1] : 0
    breakCharacters[1] = 0
    return breakCharacters
  }

  /// The matches as readline wants them: what they have in common, then each; all allocated, a nil at the end.
  private static func matches(_ start: Int, _ end: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    // Readline's own completion of file names never steps in.
    rl_attempted_completion_over = 1
    rl_completion_suppress_append = 0
    // At the beginning of the buffer readline asks for no word.
    if end == 0 { search() }
    let bytes = Array(String(cString: rl_line_buffer).utf8)
    var words = completion.candidates.map { Array($0.utf8) }
    // Readline's word may begin elsewhere, if the breaking character stands in the word too.
    if start < completion.start {
      words = words.map { bytes[start..<completion.start] + $0 }
    } else if start > completion.start {
      let typed = bytes[completion.start..<start]
      words = words.filter { $0.starts(with: typed) }.map { Array($0.dropFirst(typed.count)) }
    }
    guard var common = words.first else { return nil }
    for word in words.dropFirst() {
      common = Array(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    while !common.isEmpty, String(validating: common, as: UTF8.self) == nil { common.removeLast() }
    switch completion.ending {
    case .none: rl_completion_suppress_append = 1
    case .space: rl_completion_append_character = 0x20
    case .quote(let quote):
      rl_completion_append_character = Int32(quote)
      if end < bytes.count, bytes[end] == quote { rl_completion_suppress_append = 1 }
    }
    if let last = words.first?.last, words.count == 1, "=.(/".utf8.contains(last) { rl_completion_suppress_append = 1 }
    let lines = words.count == 1 ? [common] : [common] + words
    let result = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(bytes: lines.count + 1)
    for (i, line) in lines.enumerated() { result[i] = strdup(String(decoding: line, as: UTF8.self)) }
    result[lines.count] = nil
    return result
  }
}

extension UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
  /// Memory that readline frees.
  fileprivate static func allocate(bytes count: Int) -> Self {
    malloc(count * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)!.assumingMemoryBound(
      to: UnsafeMutablePointer<CChar>?.self)
  }
}
