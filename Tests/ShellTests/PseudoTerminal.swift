import Foundation
import Testing

/// nn at a terminal: what is typed and what appears.
final class PseudoTerminal {
  private let descriptor: Int32
  private let process: pid_t
  private var isReaped = false
  /// Everything that appeared, escape sequences taken out.
  private(set) var screen = ""
  private var bytes: [UInt8] = []
  /// The same with the escape sequences.
  var raw: String { String(decoding: bytes, as: UTF8.self) }
  /// Where the next `expect` begins to look.
  private var mark = 0

  /// - Parameter environment: added to a plain one: UTF-8, xterm, no history, no ~/.inputrc.
  init(
    _ arguments: [String] = [], unsetting unset: [String] = [], environment: [String: String] = [:],
    columns: UInt16 = 100, rows: UInt16 = 30
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var master: Int32 = -1
    var slave: Int32 = -1
    try #require(openpty(&master, &slave, nil, nil, &size) == 0)
    descriptor = master
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    let name = String(cString: ttyname(slave))
    defer { close(slave) }

    // A new session opens the terminal and so gets it as its own: Ctrl-C then is a signal.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(
      &attributes, Int16(0x80 /* POSIX_SPAWN_SETSID */ | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }

    let plain = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm", "NN_HISTORY": "", "INPUTRC": "/dev/null"]
    let variables = plain.merging(environment) { $1 }.filter { !unset.contains($0.key) }.map { "\($0)=\($1)" }
    var argv = ([Binary.path] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, Binary.path, &actions, &attributes, &argv, &envp) == 0)
    self.process = process
  }

  deinit {
    if !isReaped {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(descriptor)
  }

  /// Whether a colour was asked for.
  var isColoured: Bool { raw.contains(#/\u{1B}\[[0-9;]*3[0-9]m/#) }

  /// Types the text.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if count <= 0 { return }
      written += count
    }
  }

  /// Types the text and Enter.
  func enter(_ line: String) { type(line + "\r") }

  /// Arrives as a paste does where the terminal brackets it.
  func paste(_ text: String) {
    type("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
  }

  func resize(columns: UInt16, rows: UInt16 = 30) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until the text appears, after what was expected before.
  func expect(_ text: String, seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation) {
    let end = Date() + seconds
    while true {
      let rest = screen.dropFirst(mark)
      if let range = rest.range(of: text) {
        mark = screen.distance(from: screen.startIndex, to: range.upperBound)
        return
      }
      guard Date() < end, readSome(until: end) else {
        Issue.record(
          "no \(text.debugDescription) after \(String(rest).debugDescription)", sourceLocation: sourceLocation)
        return
      }
    }
  }

  /// What has appeared since the last `expect`, once nothing more comes.
  func settled() -> String {
    while readSome(until: Date() + 0.4) {}
    return String(screen.dropFirst(mark))
  }

  /// Waits for the end of nn. The exit status; nil if it does not end.
  func wait(seconds: Double = 20) -> Int32? {
    let end = Date() + seconds
    var status: Int32 = 0
    while Date() < end {
      if waitpid(process, &status, WNOHANG) == process {
        isReaped = true
        while readSome(until: Date() + 0.1) {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      }
      _ = readSome(until: Date() + 0.05)
    }
    return nil
  }

  private func readSome(until end: Date) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Int32(max(0, end.timeIntervalSinceNow * 1000))) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer.prefix(count)
    screen = PseudoTerminal.plain(bytes)
    return true
  }

  /// Without escape sequences, carriage returns and bells.
  private static func plain(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing(#/\u{1B}\[[0-?]*[ -\/]*[@-~]/#, with: "")
      .replacing(#/\u{1B}[=>]/#, with: "")
      .filter { $0 != "\u{7}" && $0 != "\u{1B}" }
      .replacingOccurrences(of: "\r\n", with: "\n")
      .replacingOccurrences(of: "\r", with: "")
  }
}
