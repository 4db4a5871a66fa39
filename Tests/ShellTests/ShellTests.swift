import Foundation
import Testing

@Suite("The shell at a terminal", .serialized, .timeLimit(.minutes(3))) struct ShellTests {
  @Test("numbered prompts, values by number, Ctrl-D leaves")
  func prompts() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.enter("20 + 1")
    shell.expect("\n21\nnn [2]> ")
    shell.enter("qwe")
    shell.expect("error: qwe is not defined")
    shell.expect("nn [3]> ")
    shell.enter("_1 * 2 + _")
    shell.expect("\n63\n")
    shell.expect("]> ")
    shell.type("\u{4}")
    #expect(shell.wait() == 0)
    #expect(shell.screen.hasSuffix("\n"))
  }

  @Test("a block goes on until an empty line, a bracket until it is closed")
  func continuation() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.enter("for i in range(3):")
    shell.expect("   ...> ")
    shell.enter("    print('i', i)")
    shell.expect("   ...> ")
    shell.enter("")
    shell.expect("i 0\ni 1\ni 2\nnn [2]> ")
    shell.enter("sum([1,")
    shell.expect("   ...> ")
    shell.enter("2])")
    shell.expect("\n3\nnn [3]> ")
  }

  @Test("text that print did not end does not hide the prompt")
  func unendedLine() throws {
    let shell = try PseudoTerminal()
    shell.enter("print('abc', end='')")
    shell.expect("\nabc\nnn [2]> ")
  }

  @Test("Ctrl-C at the prompt drops the line, also inside a block, and the shell goes on")
  func interruptedPrompt() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.type("prin")
    shell.expect("prin")
    shell.type("\u{3}")
    shell.expect("nn [1]> ")
    shell.enter("def f():")
    shell.expect("   ...> ")
    shell.enter("  return 1")
    shell.expect("   ...> ")
    shell.type("\u{3}")
    shell.expect("nn [1]> ")
    shell.type("\u{12}zzz")
    shell.expect("failed reverse-i-search")
    shell.type("\u{3}")
    shell.expect("nn [1]> ")
    shell.enter("3 * 5")
    shell.expect("\n15\nnn [2]> ")
  }

  @Test("Ctrl-C stops a long training, the network stays and trains on; a second Ctrl-C does not kill")
  func interruptedTraining() throws {
    let shell = try PseudoTerminal()
    for line in ["seed 1", "data moons samples=200 noise=0.2", "network 2 -> 5 relu -> 1 sigmoid"] {
      shell.enter(line)
    }
    shell.expect("nn [4]> ")
    shell.enter("train 1000000000 every=0")
    shell.expect("every=0\n")
    usleep(400_000)
    shell.type("\u{3}")
    usleep(1000)
    shell.type("\u{3}")
    shell.expect("interrupted")
    shell.expect("nn [5]> ")
    shell.enter("show W1")
    shell.expect("(2, 5)")
    shell.expect("nn [6]> ")
    shell.enter("train 10 every=10")
    shell.expect("Epoch 10/10")
    shell.expect("nn [7]> ")
    shell.enter("while True: pass")
    shell.expect("...> ")
    shell.enter("")
    usleep(300_000)
    shell.type("\u{3}")
    shell.expect("nn [8]> ")
    shell.enter("quit")
    #expect(shell.wait() == 0)
  }

  @Test("Ctrl-C in a script at a terminal ends with status 130")
  func interruptedScript() throws {
    let folder = Folder()
    let shell = try PseudoTerminal([folder.file("loop.nn", "print('on')\nwhile True:\n  x = 1\n")])
    shell.expect("on")
    shell.type("\u{3}")
    #expect(shell.wait() == 130)
  }

  @Test("a paste of ten lines is ten statements, blocks in it stay whole")
  func paste() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.paste((1...10).map { "x\($0) = \($0)\nx\($0) * 100" }.prefix(5).joined(separator: "\n"))
    shell.enter("")
    for i in 1...5 { shell.expect("nn [\(2 * i)]> x\(i) * 100\n\(i)00\n") }
    shell.expect("nn [11]> ")
    shell.paste("def f(n):\n  a = n\n\n  return a\nf(4)\nfor i in range(2):\n  print('p', i)\n")
    shell.enter("")
    shell.expect("nn [11]> def f(n):")
    shell.expect("nn [12]> f(4)\n4\n")
    shell.expect("p 0\np 1\nnn [14]> ")
  }

  @Test("pasted prompts and the output between them are left out")
  func pastedTranscript() throws {
    let shell = try PseudoTerminal()
    shell.paste(">>> x = 6\n>>> x + 1\n7\n>>> for i in range(2):\n...     print('q', i)\n...\nq 0\n")
    shell.enter("")
    shell.expect("nn [2]> x + 1\n7\n")
    shell.expect("q 0\nq 1\nnn [4]> ")
    shell.enter("nn [9]> x * 2")
    shell.expect("\n12\n")
  }

  @Test(
    "prompts of IPython and Jupyter are left out, and what stands behind Out",
    arguments: [
      "In [1]: x = 3\nIn [2]: for i in range(2):\n   ...:     print(i+x)\n   ...:\nIn [3]: x\nOut[3]: 3",
      "In [1]: x = 3\n\nIn [2]: for i in range(2):\n   ...:     print(i+x)\n   ...: \n3\n4\n\nIn [3]: x\nOut[3]: \n3\n",
      "In [*]: x = 3\nIn [12]: for i in range(2):\n    ...:     print(i+x)\n    ...:\nIn [13]: x\nOut[13]: 3",
      "Out[9]: 1\nIn [10]: x = 3\nIn [11]: for i in range(2):\n   ....:     print(i+x)\n   ....:\nIn [12]: x",
    ])
  func pastedNotebook(_ text: String) throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.paste(text)
    shell.enter("")
    shell.expect("print(i+x)\n3\n4\nnn [3]> x\n3\nnn [4]> ")
    // Line by line, as a terminal without bracketed paste sends it.
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !["3", "4"].contains(line) {
      shell.enter(String(line))
    }
    shell.enter("")
    shell.expect("\n3\n4\n")
    shell.enter("x + 38")
    shell.expect("\n41\n")
    #expect(!shell.screen.contains("error"))
  }

  @Test(
    "exit and quit leave, with a status",
    arguments: [
      ("exit()", 0), ("exit", 0), ("quit()", 0), ("exit(3)", 3), ("quit 3", 3), ("exit 4", 4), ("%exit", 0),
      ("exit(0)", 0),
      ("if True: exit(5)\n", 5),
    ] as [(String, Int32)])
  func leaving(_ line: String, _ status: Int32) throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.enter(line)
    shell.type("1+1\r")
    #expect(shell.wait() == status)
    #expect(!shell.screen.contains("\n2\n") && !shell.screen.contains("error"))
    #expect(try Invocation(["-c", line, "-c", "print('on')"]).output == "")
  }

  @Test("clear clears the screen at a terminal, and writes nothing elsewhere")
  func clearing() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    for (number, word) in ["clear", "cls", "%clear", "clear()"].enumerated() {
      let before = shell.raw.components(separatedBy: "\u{1B}[2J").count
      shell.enter(word)
      shell.expect("nn [\(number + 2)]> ")
      #expect(shell.raw.components(separatedBy: "\u{1B}[2J").count == before + 1, "\(word)")
    }
    #expect(try Invocation(["-c", "clear", "-c", "cls", "-c", "print(1)"]).output == "1\n")
  }

  @Test("a resized window draws on")
  func resize() throws {
    let shell = try PseudoTerminal(columns: 40)
    shell.expect("nn [1]> ")
    shell.type("print('12345678901234567890")
    shell.resize(columns: 90)
    shell.enter("abcdefghijklmnopqrstuvwxyz')")
    shell.expect("\n12345678901234567890abcdefghijklmnopqrstuvwxyz\n")
  }

  @Test("colours only where they are wanted")
  func colours() throws {
    func raw(_ environment: [String: String]) throws -> Bool {
      let shell = try PseudoTerminal(environment: environment)
      shell.enter("qwe")
      shell.expect("error: qwe")
      return shell.isColoured
    }
    #expect(try raw([:]))
    #expect(try !raw(["NO_COLOR": "1"]))
    #expect(try !raw(["TERM": "dumb"]))
  }

  @Test("Unicode names are edited as characters")
  func unicode() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.enter("ŷ\u{7F}ŷ = 4")
    shell.enter("ŷ + 1")
    shell.expect("\n5\n")
  }
}
