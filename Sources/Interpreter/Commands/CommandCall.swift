import Arrays
import Syntax

/// The call form of a command: `data("moons", samples=9)`.
extension Command {
  /// The function of the same name; nil for commands that exist only as lines.
  public var builtin: Builtin? {
    guard isFunction else { return nil }
    return Builtin(name, signature, summary, example: examples.joined(separator: "\n")) { call in
      let input = try self.input(for: call)
      return try self.run(input)
    }
  }

  /// As Python would write it: positional parameters, then the options as keywords.
  var signature: String {
    var parts: [String] = []
    for parameter in parameters where parameter.position == .positional {
      parts.append(parameter.isRequired ? parameter.name : parameter.name + "=<>")
    }
    let options = parameters.filter { $0.position == .option || $0.position == .keyword }
    if let repeated = parameters.first(where: { $0.position == .repeated }) {
      parts.append("*" + repeated.name)
    } else if !options.isEmpty {
      parts.append("*")
    }
    parts += options.map { $0.name + "=<>" }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }

  private func input(for call: Call) throws -> CommandInput {
    var items: [CommandInput.Item] = []
    for (i, formal) in call.builtin.parameters.items.enumerated() {
      guard let value = call.values[i], let parameter = parameters.first(where: { $0.name == formal.name }) else {
        continue
      }
      if parameter.position == .repeated, case .tuple(let tuple) = value {
        items += try tuple.items.map { try item($0, parameter) }
      } else {
        if case .none = value, !parameter.isRequired { continue }
        items.append(try item(value, parameter))
      }
    }
    let isLine = call.session.model.takeCallIsLine()
    return CommandInput(
      session: call.session, command: self, items: items, isLine: isLine.isLine, isSilent: isLine.isSilent)
  }

  /// In a call, words are strings.
  private func item(_ value: Value, _ parameter: CommandParameter) throws -> CommandInput.Item {
    func textual(_ words: [String], elseExpression: Bool) throws -> CommandInput.Argument {
      guard case .string(let text) = value else {
        if elseExpression { return .value(value) }
        throw Fault(.type, "\(name): \(parameter.name) must be a str, not \(value.typeName)")
      }
      return .text(text.string)
    }
    switch parameter.kind {
    case .word(let words, let elseExpression):
      let argument = try textual(words, elseExpression: elseExpression)
      if case .text(let text) = argument, !words.isEmpty, !words.contains(text) {
        guard elseExpression else { throw unknownWord(text, parameter) }
        return .init(parameter: parameter.name, argument: .value(value), span: nil, source: nil)
      }
      return .init(parameter: parameter.name, argument: argument, span: nil, source: nil)
    case .restOfLine:
      // `help(np.max)` is about the value.
      guard case .string(let text) = value else {
        return .init(parameter: parameter.name, argument: .value(value), span: nil, source: nil)
      }
      return .init(parameter: parameter.name, argument: .text(text.string), span: nil, source: nil)
    case .name, .file, .wordOrFile:
      return .init(parameter: parameter.name, argument: try textual([], elseExpression: false), span: nil, source: nil)
    case .expression, .words, .statement, .equation, .reference, .chain:
      return .init(parameter: parameter.name, argument: .value(value), span: nil, source: nil)
    }
  }

  private func unknownWord(_ text: String, _ parameter: CommandParameter) -> Fault {
    let words: Hint = "\(parameter.name) is one of \(parameter.words.joined(separator: ", "))"
    return Fault(
      .value, "\(name) does not know \(text)",
      hint: didYouMean(text, in: parameter.words).map { $0 + " " + words } ?? words)
  }

  /// What numbers beyond the positional parameters mean: `forward (1, 2)` one sample, `train(100, 0.1)` the first option.
  func hint(forNumbers arguments: [Value]) -> Hint? {
    let places = parameters.filter { $0.position == .positional }.count
    let texts = arguments.compactMap { $0.asDouble == nil ? nil : try? repr($0, PrintOptions()) }
    guard isFunction, texts.count == arguments.count, texts.allSatisfy({ $0.utf8.count < 20 }) else { return nil }
    if let first = parameters.first, first.name == "X" || first.name == "Y" {
      return "write \(line: "\(name) [\(texts.joined(separator: ", "))]")"
    }
    guard texts.count == places + 1, let option = parameters.first(where: { $0.position == .option }) else {
      return nil
    }
    return "write \(line: "\(name)(\((texts.dropLast() + ["\(option.name)=\(texts.last!)"]).joined(separator: ", ")))")"
  }

  /// The line that a call of a command without a call form means: `init seed=1` for `init(seed=1)`.
  /// - Parameter arguments: as typed, each by itself.
  func line(for arguments: [String]) -> String? {
    guard !arguments.contains(where: { $0.contains("\n") }) else { return nil }
    let isText = parameters.contains { parameter in
      switch parameter.kind {
      case .chain, .equation, .reference, .statement: true
      default: false
      }
    }
    if isText {
      // `explain("forward")`: the text is the line's.
      guard arguments.count == 1, let text = arguments.first, text.count > 2, text.first == "\"" || text.first == "'",
        text.last == text.first
      else { return nil }
      return parsing("\(name) \(text.dropFirst().dropLast())")
    }
    return parsing(([name] + arguments).joined(separator: " "))
  }

  /// The line, if it is one.
  private func parsing(_ line: String) -> String? {
    let statements = try? Parser.parse(Source(name: "", text: line), commands: CommandCatalog.grammars)
    return statements?.count == 1 ? line : nil
  }
}
