import Foundation
import Testing

/// What nn reads as a program, and what it writes over.
@Suite struct FileRuleTests {
  private static let pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
  private let png = [UInt8](Data(base64Encoded: FileRuleTests.pixel)!)

  @Test func whatIsNoProgramSaysWhatItIs() throws {
    let folder = Folder()
    let network = folder.path + "/net.safetensors"
    #expect(try Invocation(["-c", "network 2 -> 1 sigmoid", "-c", "save \"\(network)\""]).status == 0)
    let cases = [
      (folder.file("a.ipynb", "{\"cells\": [],\n \"nbformat\": 4}\n"), "a Jupyter notebook, not a program"),
      (network, "a network that save wrote, not a program: load reads it"),
      (folder.file("a.png", png), "a PNG picture, not a program"),
      (folder.file("a.py", Array("%PDF-1.4\n".utf8)), "a PDF document, not a program"),
      (folder.file("a.npz", Array("PK\u{3}\u{4}\0\0".utf8)), "a zip archive (as .npz files are), not a program"),
      (folder.file("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"), "an SVG picture, not a program"),
      (folder.file("a.html", "<!DOCTYPE html>\n<p>1</p>"), "an HTML page, not a program"),
    ]
    for (path, words) in cases {
      let before = FileManager.default.contents(atPath: path)
      for command in [[path], ["record", path], ["verify", path], ["present", path], ["-c", "run \"\(path)\""]] {
        let run = try Invocation(command)
        #expect(run.status == 1 && run.errors.contains(words), "\(command): \(run.errors)")
      }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
    // A program may begin as data do.
    #expect(try Invocation([folder.file("dict.nn", "{'nbformat': 4}\n")]).output == "{'nbformat': 4}\n")
  }

  @Test func aPictureIsWrittenOverOneOfItsKindOnly() throws {
    let folder = Folder()
    let text = folder.file("text.png", "my thesis\n")
    let other = folder.file("other.svg", png)
    for line in ["plot [1, 2] to \"PATH\"", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig(\"PATH\")"]
    {
      for (path, words) in [
        (text, "is a text file, which would be lost"), (other, "is a PNG picture, which would be lost"),
      ] {
        let run = try Invocation(["-c", line.replacing("PATH", with: path)])
        #expect(run.status == 1 && run.errors.contains(words), "\(run.errors)")
      }
      for ending in ["png", "svg", "pdf"] {
        for _ in 0..<2 {
          let run = try Invocation(["-c", line.replacing("PATH", with: "\(folder.path)/new.\(ending)")])
          #expect(run.status == 0, "\(run.errors)")
        }
      }
    }
    #expect(folder.text("text.png") == "my thesis\n")
    #expect(FileManager.default.contents(atPath: other) == Data(png))
  }

  @Test func aPageIsNeverWrittenOverItsSource() throws {
    let folder = Folder()
    let source = "1 + 1\n"
    _ = folder.file("notes.md", source)
    let names = ["./notes.md", "link.md", "hard.md", "sub/../notes.md", "$PWD/notes.md", "link.html"]
    let run = try Invocation(
      bash: """
        cd '\(folder.path)' && mkdir sub && ln -s notes.md link.md && ln notes.md hard.md && ln -s link.md link.html
        for name in \(names.joined(separator: " ")); do $nn render notes.md -o $name; echo $?; done
        """)
    #expect(run.output == String(repeating: "2\n", count: names.count))
    #expect(run.errors == String(repeating: "nn: the page would overwrite notes.md itself\n", count: names.count))
    #expect(folder.text("notes.md") == source)
  }

  @Test func aPageIsWrittenOverOneOfItsKindOnly() throws {
    let folder = Folder()
    let file = folder.file("a.nn", "1 + 1\n")
    for (name, words) in [("a.html", "a text file"), ("a.ipynb", "a text file")] {
      let run = try Invocation(["render", file, "-o", folder.file(name, "mine\n")])
      #expect(run.status == 1 && run.errors.contains("\(words), which would be lost") && folder.text(name) == "mine\n")
    }
    let run = try Invocation(["render", file, "-o", folder.file("a.md", png)])
    #expect(run.status == 1 && run.errors.contains("a PNG picture, which would be lost"))
    // A picture beside a page likewise.
    _ = folder.file("b-1.svg", "mine\n")
    let pictures = try Invocation(["render", folder.file("b.nn", "plot [1, 2]\n"), "-o", folder.path + "/b.md"])
    #expect(
      pictures.status == 1 && pictures.errors.contains("b-1.svg is a text file") && folder.text("b-1.svg") == "mine\n")
    for ending in ["html", "md", "ipynb"] {
      for _ in 0..<2 { #expect(try Invocation(["render", file, "-o", "\(folder.path)/page.\(ending)"]).status == 0) }
    }
  }

  @Test func aFileThatChangesWhileItRunsIsNotRecorded() throws {
    let folder = Folder()
    _ = folder.file("a.nn", "run \"pipe\"\n1 + 1\n")
    let run = try Invocation(
      bash: """
        cd '\(folder.path)' && mkfifo pipe
        $nn record a.nn & exec 9>pipe
        echo '# a new line' >> a.nn
        echo 'print(5)' >&9; exec 9>&-; wait $!; echo $?
        """)
    #expect(run.output == "1\n" && run.errors == "nn: a.nn was changed while it ran: nothing is recorded\n")
    #expect(folder.text("a.nn") == "run \"pipe\"\n1 + 1\n# a new line\n")
  }

  @Test func linksAreWrittenThroughAndProtectionIsHeeded() throws {
    let folder = Folder()
    _ = folder.file("a.nn", "1 + 1\n")
    _ = folder.file("b.nn", "1 + 1\n")
    let run = try Invocation(
      bash: """
        cd '\(folder.path)' && ln -s a.nn link.nn && ln -s later.html page.html && chmod 444 b.nn
        $nn record link.nn b.nn; echo $?; $nn render a.nn -o page.html; readlink link.nn page.html; ls -A
        """)
    #expect(run.output == "1\na.nn\nlater.html\na.nn\nb.nn\nlater.html\nlink.nn\npage.html\n")
    #expect(run.errors == "recorded link.nn: 1 output\nnn: cannot write b.nn: it is write-protected\n")
    #expect(folder.text("a.nn") == "1 + 1\n#> 2\n" && folder.text("b.nn") == "1 + 1\n")
  }

  /// The limit of a file's size is a disk that a test can fill.
  @Test func aFullDiskLeavesTheOldFile() throws {
    let folder = Folder()
    let text = "print('x' * 6000)\n"
    _ = folder.file("a.nn", text)
    let run = try Invocation(
      bash: """
        cd '\(folder.path)' && ulimit -f 2
        $nn record a.nn; echo $?; $nn render a.nn -o a.html; echo $?; $nn -c 'plot [1, 2] to "p.png"'; echo $?
        $nn -c 'network 100 -> 100 relu -> 1' -c 'save "net"'; echo $?; ls -A
        """)
    #expect(run.output == "1\n1\n1\n1\na.nn\n", "\(run.output)")
    #expect(run.errors.components(separatedBy: "file too large").count == 5, "\(run.errors)")
    #expect(folder.text("a.nn") == text)
  }

  @Test func namesNeedNotBeUTF8() throws {
    let folder = Folder()
    let run = try Invocation(
      bash: #"""
        cd '\#(folder.path)' && mkdir $'d\xff' && cd $'d\xff' && printf '1 + 1\n' > $'s\xe9.nn' && cp $'s\xe9.nn' b.nn
        $nn $'s\xe9.nn'; $nn record $'s\xe9.nn' b.nn "$PWD/b.nn"; $nn verify $'s\xe9.nn'; $nn render b.nn -o "$PWD/"$'p\xe9.html'; echo $?
        cat b.nn $'s\xe9.nn'; $nn $'no\xe9.nn'; $nn -c $'x = "\xe9"'; ls | od -An -c | tr -d ' \n'
        """#)
    #expect(
      run.output == "2\nok  s\u{FFFD}.nn\n0\n1 + 1\n#> 2\n1 + 1\n#> 2\n" + #"b.nn\np351.html\ns351.nn\n"#,
      "\(run.output)")
    #expect(
      run.errors.hasSuffix("nn: there is no file no\u{FFFD}.nn\nnn: the line after -c is not UTF-8 text (line 1)\n"))
  }

  /// A name, a line, a label, a recorded output: whoever shows it cannot send what controls the terminal.
  @Test func contentsNeverControlTheTerminal() throws {
    let folder = Folder()
    let wild = "\u{1B}]0;t\u{7}\u{1B}[31m\u{9B}2J\u{202E}\u{7F}"
    let file = folder.file("a.nn", "x = 1 # \(wild)\n'\u{9B}'\n#> \(wild)\n1 / 0 # \(wild)\n")
    let table = folder.file("t.csv", "a,b,label\n1,2,x\u{9B}2J\u{202E}\n3,4,y\n5,6,y\n")
    let terminals = [
      try PseudoTerminal(["verify", file]), try PseudoTerminal(["record", file + wild]), try PseudoTerminal([wild]),
      try PseudoTerminal([file]),
      try PseudoTerminal(["-c", "data \"\(table)\"", "-c", "show data", "-c", "plot data"]),
    ]
    for terminal in terminals {
      _ = terminal.wait()
      expectTame(terminal.raw)
    }
    #expect(terminals[0].raw.contains("\u{FFFD}]0;t\u{FFFD}"))
    let show = try PseudoTerminal(["present", file])
    show.expect("next 1/3")
    show.enter("")
    show.expect("next 2/3")
    show.enter("q")
    _ = show.wait()
    expectTame(show.raw)
  }

  private func expectTame(_ raw: String) {
    for sequence in ["\u{1B}]", "\u{1B}[31m\u{1B}", "\u{9B}", "\u{202E}", "\u{7F}", "\u{7}"] {
      #expect(!raw.contains(sequence), "\(raw.debugDescription)")
    }
  }
}
