import NeuralNetwork
import Syntax

/// Finds the words for one place in a line.
struct CompletionSearch {
  private typealias Words = [(word: String, ending: Completion.Ending)]
  private let context: CompletionContext
  private let session: Session

  init(_ context: CompletionContext, _ session: Session) {
    self.context = context
    self.session = session
  }

  func run() -> Completion {
    if context.isComment { return Completion(start: context.bytes.count) }
    if let open = context.openQuote { return insideQuotes(open.quote, open.start) }
    let start = context.wordStart(before: context.bytes.count)
    if start > 0, context.bytes[start - 1] == UInt8(ascii: ".") { return completion(start, attributes(dot: start - 1)) }
    if context.openBracket == nil {
      if start == context.statementStart {
        return completion(start, statementWords(isBare: start == context.bytes.count))
      }
      let marker = context.bytes[context.statementStart]
      if start == context.statementStart + 1, marker == UInt8(ascii: "%") { return completion(start, commandNames) }
      if marker == UInt8(ascii: "?") { return help(from: context.statementStart + 1) }
      if let command = command(from: context.statementStart) { return arguments(of: command, wordStart: start) }
    }
    return completion(start, keywordArguments + expressionWords)
  }

  private func completion(_ start: Int, _ words: Words) -> Completion {
    var completion = Completion(start: start)
    completion.keep(words, typed: context.text(start))
    return completion
  }

  // MARK: Statements and expressions

  private var commandNames: Words { CommandCatalog.all.map { ($0.name, .space) } }
  private var boundNames: Words { session.names().map { ($0, .none) } }
  private var builtinNames: Words { BuiltinNames.all.keys.map { ($0, .none) } }

  /// On an empty line only what is nn's own or the user's: all of Python would be a wall.
  private func statementWords(isBare: Bool) -> Words {
    let bound = Set(session.names())
    let commands = commandNames.filter { !bound.contains($0.word) } + boundNames
    if isBare { return commands }
    let commandWords = Set(CommandCatalog.all.map(\.name))
    return commands + builtinNames.filter { !commandWords.contains($0.word) }
      + ["False", "None", "True"].map { ($0, .none) }
      + ["assert", "def", "del", "for", "from", "global", "if", "import", "lambda", "not", "return", "while"].map {
        ($0, .space)
      }
      + ["break", "continue", "elif", "else", "pass"].map { ($0, .none) }
  }

  private var expressionWords: Words {
    boundNames + builtinNames + ["False", "None", "True"].map { ($0, .none) }
      + ["and", "for", "if", "in", "is", "lambda", "not", "or"].map { ($0, .space) }
  }

  /// `axis=` inside the brackets of a call.
  private var keywordArguments: Words {
    guard let bracket = context.openBracket, context.bytes[bracket] == UInt8(ascii: "(") else { return [] }
    switch value(context.dottedName(before: bracket)) {
    case .builtin(let builtin): return keywords(builtin)
    case .method(let bound): return keywords(bound.method).filter { $0.word != "self=" }
    case .function(let function):
      return function.code.parameters.filter { $0.kind == .plain || $0.kind == .keywordOnly }.map {
        ($0.name + "=", .none)
      }
    default: return []
    }
  }

  private func keywords(_ builtin: Builtin) -> Words {
    builtin.parameters.items.filter { $0.kind == .plain || $0.kind == .keywordOnly }.map { ($0.name + "=", .none) }
  }

  private func attributes(dot: Int) -> Words {
    let names: [String]
    let path = context.dottedName(before: dot)
    if let value = value(path) {
      names = MethodTables.names(of: value)
    } else if path.isEmpty, dot > 0, ")]".utf8.contains(context.bytes[dot - 1]) {
      // What a bracket gives is not known before it runs; most often it is an array.
      names = MethodTables.array.filter { !$0.value.isRefusal }.map(\.key) + NumPyNamespace.attributeNames
    } else if path.isEmpty, dot > 0, "\"'".utf8.contains(context.bytes[dot - 1]) {
      names = Array(MethodTables.text.keys)
    } else {
      names = []
    }
    return names.filter { !$0.hasPrefix("_") }.map { ($0, .none) }
  }

  /// The value of `a.b.c`: names, members and attributes are looked up, nothing is called.
  private func value(_ path: [String]) -> Value? {
    guard let first = path.first, var value = session.lookup(first) ?? BuiltinNames.all[first] else { return nil }
    for name in path.dropFirst() {
      guard let next = try? attribute(name, of: value) else { return nil }
      value = next
    }
    return value
  }

  // MARK: Commands

  /// The command that the statement is, if a name stands first and what follows is no Python.
  private func command(from start: Int) -> Command? {
    var start = start
    let isForced = context.bytes[start] == UInt8(ascii: "%")
    if isForced { start += 1 }
    var end = start
    while end < context.bytes.count, CompletionContext.isWordByte(context.bytes[end]) { end += 1 }
    guard end < context.bytes.count, context.bytes[end] == UInt8(ascii: " "),
      let command = CommandCatalog.byName[context.text(start, end)]
    else { return nil }
    let rest = context.bytes[end...].drop { $0 == UInt8(ascii: " ") }
    guard let next = rest.first, !isForced else { return command }
    // A path: `run /tmp/a.nn`, `load ../net.safetensors`.
    if "/.~".utf8.contains(next), command.parameters.first?.kind == .file { return command }
    if "=.,:)]}*/<>!@&|^".utf8.contains(next) { return nil }
    if "[-+(".utf8.contains(next) {
      return session.lookup(command.name) == nil && next != UInt8(ascii: "(") ? command : nil
    }
    let word = String(decoding: rest.prefix { CompletionContext.isWordByte($0) }, as: UTF8.self)
    return ["and", "or", "is", "in", "not", "if", "else", "for"].contains(word) && rest.count > word.utf8.count
      ? nil : command
  }

  private func arguments(of command: Command, wordStart: Int) -> Completion {
    let line = context.text(context.statementStart)
    if let parameter = command.parameters.first(where: { $0.kind == .statement }), parameter.position == .positional {
      return afterWord(line)
    }
    if command.name == "help" { return help(from: wordStart) }
    // `name=` in front of the cursor: its value.
    if wordStart > 0, context.bytes[wordStart - 1] == UInt8(ascii: "=") {
      let option = context.text(context.wordStart(before: wordStart - 1), wordStart - 1)
      guard let parameter = command.parameters.first(where: { $0.name == option }) else {
        return completion(wordStart, expressionWords)
      }
      return values(of: [parameter], wordStart)
    }
    let given = Set(
      line.split(separator: " ").compactMap { $0.contains("=") ? $0.prefix { $0 != "=" } : nil }.map(String.init))
    let positional = command.parameters.filter { $0.position == .positional || $0.position == .repeated }
    var found = values(of: positional + keywordBefore(wordStart, command), wordStart)
    if found.start == wordStart {
      var words = found.candidates.map { ($0, found.ending) }
      for parameter in command.parameters where !given.contains(parameter.name) {
        if parameter.position == .option { words.append((parameter.name + "=", .none)) }
        if parameter.position == .keyword { words.append((parameter.name, .space)) }
      }
      found.keep(words, typed: context.text(wordStart))
    }
    return found
  }

  /// `to` in front of the cursor: the file that it introduces.
  private func keywordBefore(_ wordStart: Int, _ command: Command) -> [CommandParameter] {
    let words = context.text(context.statementStart, wordStart).split(separator: " ")
    return command.parameters.filter { $0.position == .keyword && words.last.map(String.init) == $0.name }
  }

  /// The words, names and files that a parameter's value may be.
  private func values(of parameters: [CommandParameter], _ wordStart: Int) -> Completion {
    var words: Words = []
    var takesFiles = false
    for parameter in parameters {
      words += parameter.words.map { ($0, .space) }
      switch parameter.kind {
      case .expression, .word(_, elseExpression: true): words += boundNames + builtinNames.filter { $0.word == "np" }
      case .name, .equation: if parameter.words.isEmpty { words += boundNames }
      case .reference: words += Explain.words(session.model).map { ($0, .none) }
      case .chain: words += ActivationKind.catalog.names.map { ($0, .space) }
      case .file: takesFiles = true
      case .word, .words, .wordOrFile, .restOfLine, .statement: break
      }
    }
    if takesFiles {
      let start = context.unquotedStart
      return completion(start, FileNames.matching(context.text(start)).map { ($0, .space) })
    }
    return completion(wordStart, words)
  }

  /// `time LINE`: the rest is a statement of its own.
  private func afterWord(_ line: String) -> Completion {
    let skipped = line.prefix { $0 != " " }.utf8.count + 1
    let offset = context.statementStart + skipped
    var inner = CompletionSearch(CompletionContext(Array(context.bytes[offset...])), session).run()
    inner.start += offset
    return inner
  }

  private func help(from start: Int) -> Completion {
    var start = start
    while start < context.bytes.count, context.bytes[start] == UInt8(ascii: " ") { start += 1 }
    return completion(start, HelpPages.names(session).map { ($0, .none) })
  }

  // MARK: Quotes

  /// Keys of a dictionary behind `NAME[`, words of a command behind `data(`, else files.
  private func insideQuotes(_ quote: UInt8, _ start: Int) -> Completion {
    var words: Words = []
    let typed = context.text(start)
    if let bracket = context.openBracket, bracket < start, context.openQuote!.start == start {
      let path = context.dottedName(before: bracket)
      if context.bytes[bracket] == UInt8(ascii: "["), case .dictionary(let dictionary)? = value(path) {
        for item in dictionary.items {
          if case .string(let key) = item.key { words.append((key.string, .quote(quote))) }
        }
        return completion(start, words)
      }
      if path.count == 1, let command = CommandCatalog.byName[path[0]] {
        words += command.parameters.flatMap(\.words).map { ($0, .quote(quote)) }
      }
    }
    return completion(start, words + FileNames.matching(typed).map { ($0, .quote(quote)) })
  }
}
