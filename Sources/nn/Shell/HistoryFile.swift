import Glibc
import Support

/// The lines typed in former sessions, oldest first. Every entry is a line of the file; further lines of an entry begin with a tab.
///
/// Shells running at the same time append under a lock and lose nothing; the file is rewritten only as a whole, by renaming.
struct HistoryFile {
  let path: String
  static let limit = 10_000

  /// `NN_HISTORY`, or `nn/history` in the XDG state directory; nil if `NN_HISTORY` is set and empty, or if there is no place.
  static func located() -> HistoryFile? {
    if let named = getenv("NN_HISTORY") {
      return named.pointee == 0 ? nil : HistoryFile(path: RawPath(named).text)
    }
    // The XDG base directory specification: a relative path there is to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: state + "/nn/history")
    }
    let home = environment("HOME") ?? getpwuid(getuid()).map { RawPath($0.pointee.pw_dir).text }
    return home.map { HistoryFile(path: $0 + "/.local/state/nn/history") }
  }

  /// An entry as the file has it, its lines without what marks them. Nobody's bytes are lost, also where they are no text.
  private typealias Entry = [UInt8]

  /// The entries, later duplicates kept. Leaves the file without duplicates and within the limit.
  func load() throws(FileError) -> [String] {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    let bytes = try contents(descriptor)
    let entries = HistoryFile.distinct(HistoryFile.entries(bytes))
    let tidy = Array(entries.map(HistoryFile.bytes).joined())
    // Where this cannot be done, duplicates stay and nothing is lost.
    if tidy != bytes { try? AtomicFile.write(tidy, to: path) }
    return entries.compactMap { entry in entry.contains(0) ? nil : String(validating: entry, as: UTF8.self) }
  }

  /// All of the entry, or nothing of it.
  func append(_ entry: String) throws(FileError) {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    var bytes = HistoryFile.bytes(Array(entry.utf8))
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    // A crash may have left half a line.
    if size > 0, pread(descriptor, &last, 1, size - 1) == 1, last != newLine { bytes.insert(newLine, at: 0) }
    guard AtomicFile.writeAll(bytes, descriptor) else {
      let code = errno
      ftruncate(descriptor, size)
      throw .failed(.write, path: path, code: code)
    }
  }

  private static func bytes(_ entry: Entry) -> [UInt8] {
    var result: [UInt8] = []
    for byte in entry.drop(while: { $0 == tab }) {
      result.append(byte)
      if byte == newLine { result.append(tab) }
    }
    return result + [newLine]
  }

  private static func entries(_ bytes: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    for var line in bytes.split(separator: newLine) {
      // An editor of another system ends its lines with two characters.
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.first == tab, !entries.isEmpty {
        entries[entries.count - 1] += [newLine] + line.dropFirst()
      } else if !line.isEmpty {
        entries.append(Array(line))
      }
    }
    return entries
  }

  private static func distinct(_ entries: [Entry]) -> [Entry] {
    var seen: Set<Entry> = []
    var kept: [Entry] = []
    for entry in entries.reversed() where seen.insert(entry).inserted {
      kept.append(entry)
      if kept.count == limit { break }
    }
    return kept.reversed()
  }

  // MARK: - The file

  /// Opens the file, made if need be, and waits until no other shell writes it. The caller closes.
  private func openLocked() throws(FileError) -> Int32 {
    makeParents(RawPath(path))
    let (raw, name, _) = try AtomicFile.check(path, over: [.text, .binary])
    while true {
      let descriptor = open(name, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
      guard descriptor >= 0 else { throw .failed(.write, path: path, code: errno) }
      var mine = stat()
      guard fstat(descriptor, &mine) == 0, mine.isRegular, flock(descriptor, LOCK_EX) == 0 else {
        close(descriptor)
        throw .notRegular(.write, path: path)
      }
      // Another shell may have replaced the file while this one waited.
      if let current = raw.status, current.st_ino == mine.st_ino, current.st_dev == mine.st_dev { return descriptor }
      close(descriptor)
    }
  }

  private func makeParents(_ path: RawPath) {
    for (i, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") && i > 0 {
      if let folder = RawPath(bytes: Array(path.bytes[..<i])).terminated { mkdir(folder, 0o700) }
    }
  }

  private func contents(_ descriptor: Int32) throws(FileError) -> [UInt8] {
    // What is beyond this is older than the limit.
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw .failed(.read, path: path, code: errno) }
    let start = max(0, size - 1 << 24)
    var code: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
      while count < size - start {
        let got = pread(descriptor, buffer.baseAddress! + count, size - start - count, off_t(start + count))
        if got < 0 && errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { return }
        count += got
      }
    }
    // The file is rewritten from what was read: half of it would be the end of the other half.
    if code != 0 { throw .failed(.read, path: path, code: code) }
    if start > 0 { bytes.removeFirst(bytes.firstIndex(of: newLine).map { $0 + 1 } ?? 0) }
    return bytes
  }
}

private let newLine = UInt8(ascii: "\n")
private let tab = UInt8(ascii: "\t")
