/// A first word that makes nn do something else than run a script. To add one is to add a file with a `static let` and its name to `all`.
struct Subcommand: Sendable {
  let name: String
  /// What follows the name, as `--help` shows it.
  let usage: String
  /// One line without a period.
  let summary: String
  /// Gets the words behind the name.
  let run: @Sendable ([String], TerminalSink) -> ExitStatus

  static let all: [Subcommand] = [record, verify, render, present]
}
