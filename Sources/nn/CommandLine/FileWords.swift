import Syntax

/// The words behind a subcommand: files, and options with a value (`--tolerance=1e-6`).
struct FileWords {
  private(set) var files: [String] = []
  private(set) var values: [String: String] = [:]

  init(_ words: [String], options: [String] = []) throws(Arguments.Mistake) {
    var takesOptions = true
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if takesOptions && word == "--" {
        takesOptions = false
      } else if takesOptions && word.hasPrefix("-") && word != "-" {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard options.contains(parts[0]) else {
          let suggestion = nearest(parts[0], in: options).map { "; did you mean \($0)?" } ?? ""
          throw Arguments.Mistake(sentence: "unknown option \(parts[0])\(suggestion)")
        }
        if parts.count == 2 {
          values[parts[0]] = parts[1]
        } else if index < words.count {
          values[parts[0]] = words[index]
          index += 1
        } else {
          throw Arguments.Mistake(sentence: "\(parts[0]) needs a value")
        }
      } else {
        files.append(word)
      }
    }
    if files.isEmpty { throw Arguments.Mistake(sentence: "a file is missing") }
  }
}
