import CReadline

/// What the arrow keys recall: readline's list, and the file that keeps it. An entry stands in it once, at its latest place.
struct History {
  private let file: HistoryFile?
  /// The same entries in the same order as readline's.
  private var entries: [String]

  init() {
    file = HistoryFile.located()
    entries = file?.load() ?? []
    using_history()
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
    file?.append(entry)
  }

  /// At the end of the session.
  func close() { file?.tidy() }
}
