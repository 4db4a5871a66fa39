import Syntax

/// Every command, in the order help lists them.
public enum CommandCatalog {
  public static let all: [Command] = [
    // Declare
    .network, .input, .layer, .dropout, .loss, .optimizer, .initialize,
    // Data
    .data, .split, .standardize,
    // Run
    .forward, .backward, .step, .train, .predict, .evaluate,
    // Look
    .show, .explain, .plot, .check, .diagnose, .diff,
    // Session
    .undo, .redo, .checkpoint, .restore,
    .help, .lesson, .seed, .set, .time, .run, .save, .load, .history, .reset, .whos, .clear, .pwd, .ls, .quit,
  ]

  /// By name and by alias.
  public static let byName: [String: Command] = Dictionary(
    uniqueKeysWithValues: all.flatMap { command in ([command.name] + command.aliases).map { ($0, command) } })
  /// What the parser gets.
  public static let grammars: [String: CommandGrammar] = byName.mapValues(\.grammar)
  /// The call forms, by name; commands that exist only as lines have none.
  public static let builtins: [String: Builtin] = byName.compactMapValues(\.builtin)
}
