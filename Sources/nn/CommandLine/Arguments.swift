import Glibc
import Interpreter
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

  private static let options = ["-c", "-i", "-h", "-V", "--help", "--version"]

  init(_ words: [String]) throws(Mistake) {
    var index = 0
    var takesOptions = true
    while index < words.count {
      let word = words[index]
      index += 1
      if !takesOptions || word == "-" || !word.hasPrefix("-") {
        if let sentence = Arguments.misreading(words[(index - 1)...]) { throw Mistake(sentence: sentence) }
        scripts.append(word == "-" ? .standardInput : .file(word))
        rest = Array(words[index...])
        return
      }
      switch word {
      case "--": takesOptions = false
      case "-i": staysAfterwards = true
      case "-h", "--help": task = .help
      case "-V", "--version": task = .version
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

  /// What a first word means that is no file: a misspelt subcommand, a command of the shell, a word of other tools.
  private static func misreading(_ words: ArraySlice<String>) -> String? {
    guard let word = words.first, words.startIndex == 0, word != "-", !word.contains("/"), !word.contains("."),
      access(word, F_OK) != 0
    else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    switch word {
    case "help", "version": return "there is no file \(word); did you mean nn --\(word)?"
    case "run" where !rest.isEmpty: return "there is no file run; nn \(rest) runs it"
    default: break
    }
    if CommandCatalog.byName[word] != nil {
      return "\(word) is a line of the shell; nn -c '\(words.joined(separator: " "))' runs it"
    }
    return nearest(word, in: Subcommand.all.map(\.name)).map { "there is no file \(word); did you mean nn \($0)?" }
  }
}
