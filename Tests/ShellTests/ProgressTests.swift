import Foundation
import Testing

@Suite("The line of a running training", .serialized, .timeLimit(.minutes(3))) struct ProgressTests {
  private static let declared = ["seed 1", "data moons samples=200 noise=0.2", "network 2 -> 5 relu -> 1 sigmoid"]

  private func shell(columns: UInt16 = 80, environment: [String: String] = [:]) throws -> PseudoTerminal {
    let shell = try PseudoTerminal(environment: environment, columns: columns)
    shell.expect("nn [1]> ")
    for line in Self.declared { shell.enter(line) }
    shell.expect("nn [4]> ")
    return shell
  }

  @Test("it shows bar, epoch, loss, accuracy, curve and time, and is gone after Ctrl-C")
  func appearsAndGoes() throws {
    let shell = try shell()
    shell.enter("train 900000000 every=0")
    shell.expect("░  epoch ")
    shell.expect("/900000000  loss 0.")
    shell.expect("  acc 0.")
    shell.expect(" left")
    shell.expect(" left")
    shell.type("\u{3}")
    shell.expect("interrupted after epoch ")
    shell.expect("nn [5]> ")
    // Where the sentence begins, the line has just been taken away.
    #expect(shell.raw.contains("\r\u{1B}[J\u{1B}[33minterrupted after"))
    // Every time it is drawn, the one before was taken away.
    let drawn = shell.raw.components(separatedBy: "  epoch ").count - 1
    let cleared = shell.raw.components(separatedBy: "\r\u{1B}[J").count - 1
    #expect(drawn == cleared && drawn > 1)
  }

  @Test("no line is wider than the window leaves room for", arguments: [30, 40, 60, 80, 100] as [UInt16])
  func narrow(columns: UInt16) throws {
    let shell = try shell(columns: columns)
    shell.enter("train 900000000 every=0")
    shell.expect("/900000000")
    shell.expect("/900000000")
    shell.type("\u{3}")
    shell.expect("interrupted")
    let lines = shell.raw.components(separatedBy: "\r\u{1B}[J").filter {
      $0.contains("/900000000") && !$0.contains("\n")
    }
    for line in lines {
      #expect(line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").count < Int(columns))
    }
    #expect(!lines.isEmpty)
  }

  @Test("the reports stand above it, whole")
  func reportsScroll() throws {
    let shell = try shell()
    shell.enter("train 900000000 every=20000")
    shell.expect("Epoch 60000/900000000")
    shell.expect(" left")
    shell.type("\u{3}")
    shell.expect("interrupted after")
    for part in shell.raw.components(separatedBy: "Epoch ").dropFirst() {
      let line = part.prefix { $0 != "\r" && $0 != "\r\n" }
      #expect(line.wholeMatch(of: #/[0-9]+\/900000000 - Loss: 0\.[0-9]+ - Accuracy: [01]\.[0-9]+/#) != nil, "\(line)")
    }
  }

  @Test("none after a semicolon, in an expression, in a script, on a dumb terminal")
  func absent() throws {
    let shell = try shell()
    for line in ["train 900000000 every=0;", "x = train(900000000)"] {
      shell.enter(line)
      usleep(900_000)
      shell.type("\u{3}")
      shell.expect("interrupted after")
      shell.expect("]> ")
    }
    #expect(!shell.screen.contains(" left"))

    let dumb = try self.shell(environment: ["TERM": "dumb"])
    dumb.enter("train 900000000 every=0")
    usleep(900_000)
    dumb.type("\u{3}")
    dumb.expect("interrupted after")
    #expect(!dumb.screen.contains(" left"))

    let folder = Folder()
    let text = (Self.declared + ["print('on')", "train 900000000 every=0"]).joined(separator: "\n")
    let script = try PseudoTerminal([folder.file("long.nn", text)])
    script.expect("on")
    usleep(900_000)
    script.type("\u{3}")
    #expect(script.wait() == 130)
    #expect(!script.screen.contains(" left"))
    #expect(script.screen.contains("interrupted after epoch"))
  }
}
