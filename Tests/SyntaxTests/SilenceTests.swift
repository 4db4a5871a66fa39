import Syntax
import Testing

@Suite struct SilenceTests {
  @Test func semicolons() throws {
    #expect(read("x = 1; y; train 3;z") == "(= x 1);\ny;\n<train epochs:3>;\nz")
    #expect(read("x; # comment") == "x;")
    #expect(read("if x: y;") == "(if (x y))")
  }

  @Test func spans() throws {
    let source = Source(name: "", text: "x = (1 + 2) * 3 ; train 10 lr=2  # c\nfor i in r:\n  y = f(i)[0]\n\nz  ")
    let statements = try Parser.parse(source, commands: commands)
    #expect(
      statements.map { source.text($0.span) } == [
        "x = (1 + 2) * 3", "train 10 lr=2", "for i in r:\n  y = f(i)[0]", "z",
      ])
    #expect(statements.map { source.text($0.statement.span) } == statements.map { source.text($0.span) })
    guard case .assign(_, .binary(_, let left, _, let op, let whole), _) = statements[0].statement else {
      Issue.record("no product")
      return
    }
    #expect(source.text(whole) == "(1 + 2) * 3")
    #expect(source.text(left.span) == "1 + 2")
    #expect(source.text(op) == "*")
    guard case .command(let call) = statements[1].statement else {
      Issue.record("no command")
      return
    }
    #expect(call.arguments.map { source.text($0.span) } == ["10", "lr=2"])
    #expect(source.text(call.word.span) == "train")
  }
}
