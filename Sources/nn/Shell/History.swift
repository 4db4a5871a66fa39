import CReadline
import Interpreter
import Support

/// What the arrow keys recall: readline's list, and the file that keeps it. An entry stands in it once, at its latest place.
struct History {
  private let file: HistoryFile?
  /// The same entries in the same order as readline's.
  private var entries: [String] = []
  /// Why the file does not keep them, until somebody has said so: once in a sitting is enough.
  private(set) var complaint: Diagnostic?
  private var hasFailed = false

  init() {
    file = HistoryFile.located()
    using_history()
    entries = keeping { (file) throws(FileError) in try file.load() } ?? []
    for entry in entries { add_history(entry) }
  }

  mutating func add(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace), entry != entries.last else { return }
    if let old = entries.lastIndex(of: entry) {
      entries.remove(at: old)
      if let removed = remove_history(Int32(old)) { free_history_entry(removed) }
    }
    entries.append(entry)
    add_history(entry)
    keeping { (file) throws(FileError) in try file.append(entry) }
  }

  /// At the end of the session.
  mutating func close() { _ = keeping { (file) throws(FileError) in try file.load() } }

  mutating func takeComplaint() -> Diagnostic? {
    defer { complaint = nil }
    return complaint
  }

  private mutating func keeping<Result>(_ work: (HistoryFile) throws(FileError) -> Result) -> Result? {
    guard let file else { return nil }
    do throws(FileError) { return try work(file) } catch {
      if !hasFailed {
        complaint = Diagnostic(
          "the history of this sitting is not kept: \(error.sentence)",
          hint: "NN_HISTORY names the file that keeps it; empty, it keeps none")
      }
      hasFailed = true
      return nil
    }
  }
}
