import Foundation
import Testing

@Suite("Completion and history at a terminal", .serialized, .timeLimit(.minutes(3))) struct RecallTests {
  @Test(
    "Tab completes commands, their words and options, names, attributes",
    arguments: [
      ("netw", "network "), ("data mo", "data moons "), ("train 10 eve", "train 10 every="), ("np.rando", "np.random"),
      ("np.random.unif", "np.random.uniform"), ("long_na", "long_name"), ("print(long_na", "print(long_name"),
      ("long_name.resh", "long_name.reshape"), ("help sigm", "help sigmoid"), ("table['alp", "table['alpha'"),
      ("np.sum(long_name, ax", "np.sum(long_name, axis="), ("time long_na", "time long_name"),
      ("data('mo", "data('moons'"), ("x = relu'(long_na", "x = relu'(long_name"),
    ])
  func completion(typed: String, completed: String) throws {
    let shell = try PseudoTerminal()
    shell.enter("long_name = np.zeros(3)")
    shell.enter("table = {'alpha': 1}")
    shell.expect("nn [3]> ")
    shell.type(typed + "\t")
    shell.expect(completed)
    #expect(shell.settled() == "")
  }

  @Test("Tab completes file names in quotes, closes the quote, stops at a folder")
  func files() throws {
    let folder = Folder()
    _ = folder.file("some file.csv", "a\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: true)
    let shell = try PseudoTerminal(columns: 250)
    shell.expect("nn [1]> ")
    shell.type("data \"\(folder.path)/so\t")
    shell.expect("some file.csv\"")
    shell.type("\u{15}run \(folder.path)/su\t")
    shell.expect("/sub/")
  }

  @Test("Tab indents in a block, lists when there are several")
  func listing() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.type("np.random.ran\t\t")
    shell.expect("randint")
    shell.type("\u{15}")
    shell.enter("if True:")
    shell.expect("...> ")
    shell.enter("\tprint(81)")
    shell.enter("")
    shell.expect("\n81\n")
  }

  @Test("two Tabs on an empty line list the commands; Ctrl-C answers the question whether to list many")
  func wholeList() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.type("\t\t")
    shell.expect("network")
    shell.expect("nn [1]> ")
    shell.type("np.\t\t")
    shell.expect("possibilities?")
    shell.type("\u{3}")
    shell.expect("nn [1]> ")
    shell.enter("5 * 5")
    shell.expect("\n25\n")
  }

  @Test("history is kept from one run to the next, blocks whole, each entry once, for the user only")
  func history() throws {
    let folder = Folder()
    let environment = ["XDG_STATE_HOME": folder.path]
    let file = folder.path + "/nn/history"
    var shell = try PseudoTerminal(unsetting: ["NN_HISTORY"], environment: environment)
    for line in ["a = 1", "a = 1", "b = 2", "a = 1", "for i in range(2):", "  print('k', i)", ""] { shell.enter(line) }
    shell.expect("k 1\n")
    shell.enter("quit")
    #expect(shell.wait() == 0)
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(kept == "b = 2\na = 1\nfor i in range(2):\n\t  print('k', i)\nquit\n")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    shell = try PseudoTerminal(unsetting: ["NN_HISTORY"], environment: environment)
    shell.expect("nn [1]> ")
    shell.type("\u{1B}[A\u{1B}[A\r")  // Up, Up
    shell.expect("k 0\nk 1\nnn [2]> ")
    shell.type("\u{12}b =\r")  // reverse search
    shell.expect("nn [3]> ")
    shell.enter("b * 8")
    shell.expect("nn [4]> ")
    shell.type("\u{4}")
    #expect(shell.wait() == 0)

    // Lines read from a file are no history.
    let script = folder.file("s.nn", "secret = 1\n")
    #expect(
      try PseudoTerminal(["-c", "secret = 2", script], unsetting: ["NN_HISTORY"], environment: environment).wait() == 0)
    #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("secret"))
  }

  @Test("two shells at once lose nothing; the file is cut to 10,000 entries")
  func sharing() throws {
    let folder = Folder()
    let file = folder.file("h", (0..<10_050).map { "old\($0)\n" }.joined())
    let environment = ["NN_HISTORY": file]
    let first = try PseudoTerminal(environment: environment)
    let second = try PseudoTerminal(environment: environment)
    for i in 0..<20 {
      first.enter("f\(i) = 0")
      second.enter("s\(i) = 0")
    }
    first.expect("nn [21]> ")
    second.expect("nn [21]> ")
    first.type("\u{4}")
    second.type("\u{4}")
    #expect(first.wait() == 0)
    #expect(second.wait() == 0)
    let lines = (folder.text("h") ?? "").split(separator: "\n").map(String.init)
    #expect(lines.count == 10_000)
    for i in 0..<20 {
      #expect(lines.contains("f\(i) = 0"))
      #expect(lines.contains("s\(i) = 0"))
    }
    #expect(lines.contains("old10049"))
    #expect(!lines.contains("old0"))
  }

  @Test("line ends of another system, bytes that are no text and half a line are no harm")
  func damagedHistory() throws {
    let folder = Folder()
    let file = folder.file(
      "h", Array("for i in x:\r\n\tprint(i)\r\na = 1\r\nb".utf8) + [0xFF, 0x0A] + Array("a = 1\nhal".utf8))
    let shell = try PseudoTerminal(environment: ["NN_HISTORY": file])
    shell.enter("7 + 1")
    shell.expect("nn [2]> ")
    shell.type("\u{4}")
    #expect(shell.wait() == 0)
    #expect(
      FileManager.default.contents(atPath: file)
        == Data(Array("for i in x:\n\tprint(i)\nb".utf8) + [0xFF, 0x0A] + Array("a = 1\nhal\n7 + 1\n".utf8)))
  }

  @Test("a history that cannot be kept says so, once, and the shell works")
  func historyThatCannotBeKept() throws {
    let folder = Folder()
    let picture = folder.file("p", [0x89] + Array("PNG\r\n\u{1A}\n".utf8))
    let protected = folder.file("r", "a = 1\n")
    chmod(protected, 0o444)
    for (place, words) in [
      ("/dev/null", "not a regular file"), ("/dev/full", "not a regular file"), (folder.path, "directory"),
      ("/proc/self/status", "write-protected"), (picture, "a PNG picture"), (protected, "write-protected"),
    ] {
      let shell = try PseudoTerminal(environment: ["NN_HISTORY": place], columns: 250)
      shell.expect("the history of this sitting is not kept: ")
      shell.expect(words)
      shell.enter("6 * 7")
      shell.expect("\n42\n")
      shell.expect("nn [2]> ")
      shell.type("\u{4}")
      #expect(shell.wait() == 0)
      #expect(shell.screen.components(separatedBy: "is not kept").count == 2)
    }
    #expect(FileManager.default.contents(atPath: picture)?.count == 8 && folder.text("r") == "a = 1\n")
  }

  @Test("a full disk is said, and keeps whole entries")
  func historyOnAFullDisk() throws {
    let folder = Folder()
    let old = (0..<100).map { "a\($0) = 1234\n" }.joined()
    let file = folder.file("h", old)
    let run = try Invocation(
      bash: "(ulimit -f 2; printf 'x = %02000d\n8 + 1\n' 1 | script -qec \"$nn\" /dev/null) | cat",
      environment: ["NN_HISTORY": file])
    #expect(
      run.output.components(separatedBy: "is not kept").count == 2 && run.output.contains("file too"), "\(run.output)")
    #expect(folder.text("h") == old || folder.text("h") == old + "8 + 1\n")
  }

  @Test("an empty NN_HISTORY keeps nothing")
  func noHistory() throws {
    let folder = Folder()
    let shell = try PseudoTerminal(environment: ["NN_HISTORY": "", "XDG_STATE_HOME": folder.path, "HOME": folder.path])
    shell.enter("1 + 1")
    shell.expect("nn [2]> ")
    shell.type("\u{4}")
    #expect(shell.wait() == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
