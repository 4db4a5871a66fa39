import Syntax

/// Grammars as a shell would declare them.
let commands: [String: CommandGrammar] = {
  let grammars: [CommandGrammar] = [
    CommandGrammar(
      "train",
      [
        .init("epochs", .expression), .init("lr", .expression, .option), .init("batch_size", .expression, .option),
        .init("every", .expression, .option),
      ]),
    CommandGrammar("step", [.init("lr", .expression, .option)]),
    CommandGrammar("forward", [.init("X", .expression)]),
    CommandGrammar("loss", [.init("kind", .word(["mse", "binary_cross_entropy"], elseExpression: false))]),
    CommandGrammar(
      "data",
      [
        .init("source", .wordOrFile(["moons", "circles", "blobs"]), isRequired: true),
        .init("samples", .expression, .option), .init("noise", .expression, .option),
        .init("seed", .expression, .option),
        .init("target", .name, .option),
      ]),
    CommandGrammar(
      "show",
      [
        .init(
          "what", .word(["network", "history", "data", "gradients"], elseExpression: true), .repeated, isRequired: true)
      ]),
    CommandGrammar(
      "plot",
      [
        .init(
          "what", .word(["loss", "boundary", "data", "network"], elseExpression: true), .repeated, isRequired: true),
        .init("to", .file, .keyword), .init("title", .expression, .option),
      ]),
    CommandGrammar(
      "check", [.init("gradients", .word(["gradients"], elseExpression: false)), .init("formula", .equation)]),
    CommandGrammar(
      "explain",
      [
        .init("pass", .word(["forward", "backward"], elseExpression: false)), .init("entry", .reference),
      ]),
    CommandGrammar("help", [.init("topic", .restOfLine)]),
    CommandGrammar("history", []),
    CommandGrammar("time", [.init("line", .statement, isRequired: true)]),
    CommandGrammar(
      "layer",
      [
        .init("units", .expression, isRequired: true),
        .init("activation", .word(["relu", "sigmoid", "tanh"], elseExpression: false)),
      ]),
    CommandGrammar("network", [.init("layers", .chain, isRequired: true), .init("init", .name, .option)]),
    CommandGrammar("seed", [.init("value", .expression, isRequired: true)]),
    CommandGrammar("save", [.init("file", .file, isRequired: true)]),
    CommandGrammar(
      "set",
      [
        .init("name", .name, isRequired: true), .init("value", .word([], elseExpression: true), isRequired: true),
      ]),
    CommandGrammar("predict", [.init("X", .expression, isRequired: true)]),
    CommandGrammar("note", [.init("text", .restOfLine)]),
  ]
  return Dictionary(uniqueKeysWithValues: grammars.map { ($0.name, $0) })
}()

func parse(_ text: String) throws(SyntaxError) -> [TopLevelStatement] {
  try Parser.parse(Source(name: "test", text: text), commands: commands)
}

/// The trees of a text, or its error: `error: sentence | hint @ marked text`.
func read(_ text: String) -> String {
  let source = Source(name: "test", text: text)
  do throws(SyntaxError) {
    return try Parser.parse(source, commands: commands)
      .map { describe($0.statement) + ($0.isSilent ? ";" : "") }.joined(separator: "\n")
  } catch {
    return "error: \(error.sentence)" + (error.hint.map { " | \($0)" } ?? "") + (error.isIncomplete ? " …" : "") + " @ "
      + source.text(error.span)
  }
}
