import Glibc

/// The lines typed in former sessions, oldest first. Every entry is a line of the file; further lines of an entry begin with a tab.
///
/// Shells running at the same time append under a lock and lose nothing; the file is rewritten only as a whole, by renaming.
struct HistoryFile {
  let path: String
  static let limit = 10_000

  /// `NN_HISTORY`, or `nn/history` in the XDG state directory; nil if `NN_HISTORY` is set and empty, or if there is no place.
  static func located() -> HistoryFile? {
    if let named = getenv("NN_HISTORY") {
      return named.pointee == 0 ? nil : HistoryFile(path: String(cString: named))
    }
    // The XDG base directory specification: a relative path there is to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: state + "/nn/history")
    }
    let home = environment("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
    return home.map { HistoryFile(path: $0 + "/.local/state/nn/history") }
  }

  /// The entries, later duplicates kept. Leaves the file without duplicates and within the limit.
  func load() -> [String] {
    guard let descriptor = openLocked() else { return [] }
    defer { close(descriptor) }
    let text = contents(descriptor)
    let entries = HistoryFile.distinct(HistoryFile.entries(text))
    let tidy = HistoryFile.text(entries)
    if tidy != text { replace(descriptor, tidy) }
    return entries
  }

  /// Drops duplicates and what is beyond the limit.
  func tidy() { _ = load() }

  func append(_ entry: String) {
    guard let descriptor = openLocked() else { return }
    defer { close(descriptor) }
    var text = HistoryFile.text([entry])
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    // A crash may have left half a line.
    if size > 0, pread(descriptor, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") { text = "\n" + text }
    writeAll(descriptor, text)
  }

  private static func text(_ entries: [String]) -> String {
    var text = ""
    for entry in entries {
      text += entry.drop { $0 == "\t" }.replacing("\n", with: "\n\t")
      text += "\n"
    }
    return text
  }

  private static func entries(_ text: String) -> [String] {
    var entries: [String] = []
    for line in text.split(separator: "\n") {
      if line.first == "\t", let last = entries.popLast() {
        entries.append(last + "\n" + line.dropFirst())
      } else {
        entries.append(String(line))
      }
    }
    return entries
  }

  private static func distinct(_ entries: [String]) -> [String] {
    var seen: Set<String> = []
    var kept: [String] = []
    for entry in entries.reversed() where seen.insert(entry).inserted {
      kept.append(entry)
      if kept.count == limit { break }
    }
    return kept.reversed()
  }

  // MARK: - The file

  /// Opens the file, made if need be, and waits until no other shell writes it. The caller closes.
  private func openLocked() -> Int32? {
    makeParents()
    for _ in 0..<10 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { return nil }
      var mine = stat()
      var current = stat()
      guard fstat(descriptor, &mine) == 0, mine.st_mode & S_IFMT == S_IFREG, flock(descriptor, LOCK_EX) == 0 else {
        close(descriptor)
        return nil
      }
      // Another shell may have replaced the file while this one waited.
      if stat(path, &current) == 0, current.st_ino == mine.st_ino, current.st_dev == mine.st_dev { return descriptor }
      close(descriptor)
    }
    return nil
  }

  private func makeParents() {
    for (i, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && i > 0 {
      mkdir(String(decoding: path.utf8.prefix(i), as: UTF8.self), 0o700)
    }
  }

  private func contents(_ descriptor: Int32) -> String {
    // What is beyond this is older than the limit.
    let size = lseek(descriptor, 0, SEEK_END)
    let start = max(0, size - 1 << 24)
    let bytes = [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size - start, start))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a new file in the place of the old one, a link's target in the place of the target.
  private func replace(_ descriptor: Int32, _ text: String) {
    guard let real = realpath(path, nil) else { return }
    defer { free(real) }
    let temporary = String(cString: real) + ".\(getpid())"
    let new = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard new >= 0 else { return }
    let isWhole = writeAll(new, text) && fsync(new) == 0
    close(new)
    if !isWhole || rename(temporary, real) != 0 { unlink(temporary) }
  }

  @discardableResult private func writeAll(_ descriptor: Int32, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      written += count
    }
    return true
  }
}
