import Interpreter
import Testing

/// What every command must have: a test that runs over the catalog, so that a new command is tested on arrival.
@Suite struct CommandCatalogTests {
  static let names = CommandCatalog.all.map(\.name)

  @Test(arguments: names) func aCommandDocumentsItself(_ name: String) throws {
    let command = try #require(CommandCatalog.byName[name])
    #expect(command.summary.hasSuffix("."))
    #expect(!command.summary.dropLast().contains(". "))
    #expect(!command.parameters.contains { $0.help.isEmpty || $0.help.hasSuffix(".") })
    let names = command.parameters.map(\.name)
    #expect(Set(names).count == names.count)
    #expect((command.builtin != nil) == command.isFunction)
  }

  @Test(arguments: names) func itsExamplesRun(_ name: String) throws {
    let command = try #require(CommandCatalog.byName[name])
    let transcript = Transcript()
    let text = transcript.run(ExampleFiles.sheltered(command.examples.joined(separator: "\n")))
    #expect(!text.contains("error: "), "\(text)")
  }

  @Test(arguments: names) func itsPageFitsTheScreenAndItsReferencesExist(_ name: String) throws {
    let command = try #require(CommandCatalog.byName[name])
    try HelpChecks.check("help \(name)")
    for other in command.seeAlso { try HelpChecks.check("help \(other)") }
  }

  @Test func theOverviewNamesEveryCommand() throws {
    let text = try HelpChecks.check("help")
    for name in CommandCatalogTests.names { #expect(text.contains(name)) }
    // With the line above it and the prompt below on a screen of 24 rows.
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 23)
    let sentences = try HelpChecks.check("help commands")
    for command in CommandCatalog.all { #expect(sentences.contains("  \(command.name)  ")) }
  }

  @Test(arguments: [
    "relu", "leaky_relu", "softmax", "relu'", "mse", "binary_cross_entropy", "adam", "he", "cosine", "moons", "shapes",
    "conventions",
    "activations", "np.exp", "exp", "np.random.randn", "len", "np", "dropout", "append",
  ]) func aTopicHasAPage(_ topic: String) throws {
    try HelpChecks.check("help \(topic)")
  }

  @Test func anUnknownTopicSuggests() {
    let failure = Transcript().failure("help trian")
    #expect(failure?.hint == "did you mean train?")
  }

  @Test func completionsAreWordsAndOptions() throws {
    #expect(try #require(CommandCatalog.byName["optimizer"]).completions.contains("adam"))
    #expect(try #require(CommandCatalog.byName["train"]).completions.contains("every="))
  }
}

enum HelpChecks {
  /// The page of a line of help: it exists, and no line is wider than the screen.
  @discardableResult static func check(_ line: String) throws -> String {
    let text = Transcript.of(line)
    #expect(!text.contains("error: "), "\(line): \(text)")
    for row in text.split(separator: "\n") { #expect(row.count <= 79, "\(line): \(row)") }
    return text
  }
}
