import NeuralNetwork
import Syntax

/// The words that may stand at the cursor. A pure function of the line, the cursor and what the session knows; nothing is evaluated.
public struct Completion {
  /// What is typed behind the word, if it is the only one.
  public enum Ending: Equatable {
    case none
    case space
    /// The closing quote, a byte.
    case quote(UInt8)
  }

  /// The byte offset in the line where the candidates begin.
  public var start: Int
  /// Whole words, each beginning with what stands between `start` and the cursor; sorted, each once.
  public private(set) var candidates: [String] = []
  public private(set) var ending = Ending.none

  public init(start: Int) { self.start = start }

  /// - Parameters:
  ///   - line: the line typed so far.
  ///   - cursor: a byte offset in it.
  public static func candidates(line: String, cursor: Int, session: Session) -> Completion {
    let bytes = Array(line.utf8.prefix(cursor))
    return CompletionSearch(CompletionContext(bytes), session).run()
  }

  /// Takes the words that begin with what is typed.
  mutating func keep(_ words: [(word: String, ending: Ending)], typed: String) {
    let fitting = words.filter { $0.word.hasPrefix(typed) }
    candidates = Set(fitting.map(\.word)).sorted()
    ending = candidates.count == 1 ? fitting[0].ending : .none
    if let last = candidates.first?.utf8.last, candidates.count == 1, "=.(/".utf8.contains(last) { ending = .none }
  }
}
