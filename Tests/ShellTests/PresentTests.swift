import Foundation
import Testing

@Suite("Presenting", .serialized, .timeLimit(.minutes(3))) struct PresentTests {
  static let talk = """
    # %% [markdown]
    # # A heading
    # Some `code` and words.

    # %%
    x = 20
    #> recorded
    x + 1
    # %% [markdown]
    # - an item
    # %%
    def f(n):
        return n * x

    f(4); f(5)
    """

  @Test("Enter runs the next line, other lines run as typed, back undoes both, q leaves")
  func steps() throws {
    let folder = Folder()
    let shell = try PseudoTerminal(["present", folder.file("talk.nn", PresentTests.talk)], columns: 80)
    shell.expect("A heading\nSome code and words.\n")
    shell.expect("next 1/4  x = 20\n")
    shell.expect("nn [1]> ")
    shell.enter("")
    shell.expect("nn [1]> x = 20\n")
    shell.expect("next 2/4  x + 1\nnn [2]> ")
    shell.enter("x = 7")
    shell.expect("next 2/4  x + 1\nnn [3]> ")
    shell.enter("")
    shell.expect("nn [3]> x + 1\n8\n")
    shell.expect("- an item\n")
    shell.expect("next 3/4  def f(n):\n")
    shell.expect("nn [4]> ")
    shell.enter("back 2")
    shell.expect("next 1/4  x = 20\n")
    shell.enter("x")
    shell.expect("x is not defined")
    shell.enter("")
    shell.expect("next 2/4  x + 1\n")
    shell.enter("")
    shell.expect("\n21\n")
    for progress in ["3/4", "4/4"] {
      shell.expect("next \(progress)")
      shell.enter("")
    }
    shell.expect("the end")
    shell.enter("")
    shell.expect("the end")
    shell.enter("back")
    shell.expect("next 4/4  f(4); f(5)")
    shell.enter("q")
    #expect(shell.wait() == 0)
  }

  @Test("an error in a line is shown, and the presentation goes on; Ctrl-D leaves")
  func failingLine() throws {
    let folder = Folder()
    let shell = try PseudoTerminal(["present", folder.file("talk.nn", "a = 1\nqwe\na + 4\n")])
    shell.expect("next 1/3")
    shell.enter("")
    shell.expect("next 2/3")
    shell.enter("")
    shell.expect("error: qwe is not defined")
    shell.expect("talk.nn:2:1")
    shell.expect("next 3/3")
    shell.enter("")
    shell.expect("\n5\n")
    // Before the prompt stands, Ctrl-D would be a line's end for the terminal and not reach the shell.
    shell.expect("the end")
    shell.expect("nn [4]> ")
    shell.type("\u{4}")
    #expect(shell.wait() == 0)
  }

  @Test("a pipe drives it too")
  func pipe() throws {
    let folder = Folder()
    let run = try Invocation(
      ["present", folder.file("talk.nn", PresentTests.talk)], input: "\n\nback\nx = 1\n\nback 9\n\nx\nq\nprint('no')\n")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        A heading
        Some code and words.

        nn [1]> x = 20
        nn [2]> x + 1
        21

        - an item

        back to before x + 1
        nn [4]> x + 1
        2

        - an item

        back to before x = 20
        nn [5]> x = 20
        20

        """)
  }

  @Test("a name of the file's own is the variable, not the word of the presentation")
  func boundWords() throws {
    let folder = Folder()
    let run = try Invocation(["present", folder.file("t.nn", "q = 3\nback = 4\n")], input: "\n\nq\nback\nquit\n")
    #expect(run.output.contains("\n3\n4\n"))
    #expect(run.status == 0)
  }

  @Test("what cannot be presented says so")
  func mistakes() throws {
    let folder = Folder()
    #expect(try Invocation(["present"]).status == 2)
    #expect(try Invocation(["present", "a.nn", "b.nn"]).status == 2)
    let missing = try Invocation(["present", folder.path + "/none.nn"])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("there is no file"))
    let broken = try Invocation(["present", folder.file("b.nn", "x = 1\ny = (\n")])
    #expect(broken.status == 1)
    #expect(broken.errors.contains("b.nn:2"))
  }

  @Test("lesson N presents one in a session of its own")
  func lesson() throws {
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    shell.enter("lesson")
    shell.expect("1  One neuron")
    shell.enter("x = 99")
    shell.enter("lesson 1")
    shell.expect("One neuron")
    shell.expect("next 1/")
    shell.enter("")
    shell.expect("next 2/")
    shell.enter("x + 0")
    shell.expect("[ 0.5 -0.2]")
    shell.enter("q")
    shell.expect("back in your own session")
    shell.enter("x + 1")
    shell.expect("\n100\n")
  }

  @Test("the lessons are found from any folder")
  func lessonsFromElsewhere() throws {
    let run = try Invocation(bash: "cd / && \"$nn\" -c lesson")
    #expect(run.status == 0)
    #expect(run.output.contains(" 1  One neuron\n"))
  }
}
