import Foundation
import Testing

@Suite("Pictures at a terminal", .serialized, .timeLimit(.minutes(3))) struct PictureTests {
  private static let fullColour = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
  private static let lines = [
    "seed 1", "data moons samples=60 noise=0.2 seed=1", "network 2 -> 4 relu -> 1 sigmoid", "train 20 every=0",
  ]

  private func shell(
    _ environment: [String: String] = Self.fullColour, columns: UInt16 = 80, rows: UInt16 = 24
  ) throws -> PseudoTerminal {
    let shell = try PseudoTerminal(environment: environment, columns: columns, rows: rows)
    shell.expect("nn [1]> ")
    for line in Self.lines { shell.enter(line) }
    shell.expect("nn [5]> ")
    return shell
  }

  /// What appears after a line, up to the next prompt.
  private func answer(_ shell: PseudoTerminal, _ line: String) throws -> String {
    let number = try #require(shell.screen.matches(of: #/nn \[(\d+)\]> /#).last.flatMap { Int($0.1) })
    let before = shell.screen.count
    shell.enter(line)
    shell.expect("nn [\(number + 1)]> ")
    let new = shell.screen.dropFirst(before)
    let echo = try #require(new.range(of: line + "\n"))
    let prompt = try #require(new.range(of: "nn [\(number + 1)]> "))
    return String(new[echo.upperBound..<prompt.lowerBound])
  }

  @Test(
    "areas are cells of colour, everything else is text",
    arguments: [
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], ";48;2;"), (["TERM": "xterm-256color"], ";48;5;"),
    ])
  func cells(environment: [String: String], code: String) throws {
    let shell = try shell(environment)
    let picture = try answer(shell, "plot boundary")
    for words in [
      "What the network says where", "o class 0", "x class 1", "── probability 0.5", "feature 1", "feature 2",
    ] {
      #expect(picture.contains(words), "\(words) in \(picture)")
    }
    #expect(picture.contains("\n2 class regions"))
    #expect(shell.raw.contains(code))
    let map = try answer(shell, "plot W1")
    #expect(map.contains("row") && map.contains("column") && map.contains("W1, 2 × 4"))
    #expect(try answer(shell, "plot network").contains("sigmoid"))
    #expect(try answer(shell, "plot loss").contains("loss (log scale)"))
  }

  @Test("characters where there are few colours, no UTF-8, no libchafa, or where they are asked for")
  func characters() throws {
    let folder = Folder()
    _ = folder.file("libchafa.so.0", "")
    for environment in [
      ["TERM": "xterm"], ["TERM": "dumb"], Self.fullColour.merging(["NO_COLOR": "1"]) { $1 },
      Self.fullColour.merging(["LANG": "C"]) { $1 }, Self.fullColour.merging(["LD_LIBRARY_PATH": folder.path]) { $1 },
    ] {
      let shell = try shell(environment)
      let picture = try answer(shell, "plot boundary")
      #expect(picture.contains("o class 0   x class 1") && picture.contains("feature 2"), "\(picture)")
      #expect(!shell.raw.contains("48;") && !shell.screen.contains("error") && !shell.screen.contains("warning"))
      if environment["LANG"] == "C" { #expect(picture.utf8.allSatisfy { $0 < 0x80 }) }
    }
    let asked = try shell()
    asked.enter("set pictures text")
    asked.expect("nn [6]> ")
    #expect(try answer(asked, "plot W1").contains("W1, 2 × 4\n"))
    #expect(!asked.raw.contains("48;"))
    asked.enter("set pictures off")
    asked.expect("nn [8]> ")
    #expect(try answer(asked, "plot loss").split(separator: "\n").count == 1)
  }

  @Test("every picture fits the window, also after it has changed", arguments: [(40, 12), (80, 24), (200, 60)])
  func sizes(columns: Int, rows: Int) throws {
    let shell = try shell(columns: 80, rows: 24)
    shell.resize(columns: UInt16(columns), rows: UInt16(rows))
    // The line editor hears of it with the next key.
    _ = try answer(shell, "1")
    for what in ["boundary", "loss", "data", "W1", "network", "relu"] {
      _ = try answer(shell, "set pictures off")
      let sentence = try answer(shell, "plot \(what)")
      _ = try answer(shell, "set pictures auto")
      let whole = try answer(shell, "plot \(what)")
      #expect(whole.hasSuffix(sentence))
      let picture = whole.dropLast(sentence.count).split(separator: "\n")
      // No picture is higher than 40 rows.
      #expect(picture.count <= rows - 3 && picture.count >= min(36, rows - 5), "\(what): \(whole)")
      for line in picture { #expect(line.count < columns, "\(what): \(line)") }
    }
  }

  @Test("without gnuplot there is one clear warning where it is needed, and everything goes on")
  func missing() throws {
    let shell = try shell(Self.fullColour.merging(["PATH": "/nonexistent"]) { $1 })
    let answer = try self.answer(shell, "plot loss")
    #expect(answer.hasPrefix("warning: gnuplot, which draws the pictures, is not installed\n"))
    #expect(answer.contains("apt install gnuplot-nox"))
    #expect(answer.contains("\nloss "))
    shell.enter("20 + 1")
    shell.expect("\n21\n")
    // Characters need no gnuplot.
    let plain = try self.shell(["PATH": "/nonexistent"])
    #expect(try self.answer(plain, "plot loss").contains("Loss by epoch"))
  }

  @Test(
    "a gnuplot that dies, or writes no picture, is one clear warning",
    arguments: [
      ("kill -9 $$", "gnuplot was ended by signal 9 before the picture was done"),
      ("printf '\\211PNG\\r\\n\\032\\n'", "gnuplot could not draw the picture: what it wrote is no picture"),
      ("/usr/bin/gnuplot -d | head -c 300", "gnuplot could not draw the picture: what it wrote is no picture"),
      ("echo 'line 0: no such terminal' >&2; exit 1", "gnuplot could not draw the picture: line 0: no such terminal"),
    ])
  func broken(script: String, sentence: String) throws {
    let folder = Folder()
    let path = folder.file("gnuplot", "#!/bin/sh\n\(script)\n")
    chmod(path, 0o755)
    let shell = try shell(Self.fullColour.merging(["PATH": folder.path + ":/usr/bin:/bin"]) { $1 })
    let answer = try self.answer(shell, "plot loss")
    #expect(answer.hasPrefix("warning: \(sentence)\n"), "\(answer)")
    #expect(answer.components(separatedBy: "gnuplot").count == 2)
    #expect(answer.contains("\nloss "))
  }
}
