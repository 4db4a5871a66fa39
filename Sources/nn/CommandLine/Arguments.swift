import Syntax

/// What the command line asks for.
struct Arguments {
  enum Task: Equatable { case run, help, version }
  enum Script: Equatable {
    case lines(String)
    case file(String)
    case standardInput
  }

  var task = Task.run
  /// In this order; empty: the shell, or standard input if it is no terminal.
  var scripts: [Script] = []
  /// What follows the file: the script's own.
  var rest: [String] = []
  var staysAfterwards = false

  /// A call that nn does not understand.
  struct Mistake: Error {
    var sentence: String
  }

  private static let options = ["-c", "-i", "-h", "--help", "--version"]

  init(_ words: [String]) throws(Mistake) {
    var index = 0
    var takesOptions = true
    while index < words.count {
      let word = words[index]
      index += 1
      if !takesOptions || word == "-" || !word.hasPrefix("-") {
        scripts.append(word == "-" ? .standardInput : .file(word))
        rest = Array(words[index...])
        return
      }
      switch word {
      case "--": takesOptions = false
      case "-i": staysAfterwards = true
      case "-h", "--help": task = .help
      case "--version": task = .version
      case "-c":
        guard index < words.count else { throw Mistake(sentence: "-c needs a line to run, as in nn -c 'print(1 + 1)'") }
        scripts.append(.lines(words[index]))
        index += 1
      default:
        let suggestion = nearest(word, in: Arguments.options).map { "; did you mean \($0)?" } ?? ""
        throw Mistake(sentence: "unknown option \(word)\(suggestion)")
      }
    }
  }
}
