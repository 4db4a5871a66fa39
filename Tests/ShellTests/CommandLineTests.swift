import Testing

@Suite("The command line") struct CommandLineTests {
  @Test("-c runs a line, several, lines with line feeds")
  func lines() throws {
    #expect(try Invocation(["-c", "1+1"]).output == "2\n")
    #expect(try Invocation(["-c", "x = 20", "-c", "x + 2"]).output == "22\n")
    #expect(try Invocation(["-c", "for i in range(2):\n  print(i)\nprint('end')"]).output == "0\n1\nend\n")
  }

  @Test("standard input is a script, with - and without")
  func standardInput() throws {
    #expect(try Invocation([], input: "x = 3\nx * 2\n").output == "6\n")
    #expect(try Invocation(["-"], input: "def f(n):\n  return n + 1\n\n\nf(1)").output == "2\n")
    let failed = try Invocation([], input: "print(1)\nqwe\nprint(2)\n")
    #expect(failed.output == "1\n")
    #expect(failed.errors.contains("<stdin>:2:1"))
    #expect(failed.status == 1)
  }

  @Test("a file runs, a .py file shows only what it prints, a #! line is a remark")
  func files() throws {
    let folder = Folder()
    let text = "#!/usr/bin/env nn\n1 + 1\nprint(5)\n"
    #expect(try Invocation([folder.file("a.nn", text)]).output == "2\n5\n")
    #expect(try Invocation([folder.file("a.py", text)]).output == "5\n")
    #expect(try Invocation([folder.file("b", "print(argv)"), "x", "-c"]).output == "['x', '-c']\n")
    #expect(try Invocation([folder.file("bom.nn", "\u{FEFF}print(3)\r\n")]).output == "3\n")
    #expect(try Invocation(["-c", "x = 4", folder.file("c.nn", "x")]).output == "4\n")
  }

  /// In processes of their own, for how OpenBLAS adds depends on the threads it is left by whoever trains beside it.
  @Test("equal trainings give equal bits", arguments: [1, 2, 3], ["float64", "float32"])
  func equalBits(threads: Int, dtype: String) throws {
    var lines = [
      "seed 1", "set threads \(threads)", "set dtype \(dtype)", "X = np.random.RandomState(4).randn(305, 300)",
    ]
    lines += ["Y = X[:, :3]", "network 300 -> 120 tanh -> 117 relu -> 3 linear"]
    for batch in [64, 150] {
      for optimizer in ["sgd lr=0.003", "sgd lr=0.003 momentum=0.9", "adam lr=0.01"] {
        lines += ["init he seed=2", "optimizer \(optimizer)", "train 2 batch_size=\(batch) every=0", "W1.tolist()"]
      }
    }
    let script = lines.joined(separator: "\n")
    let first = try Invocation([], input: script)
    #expect(first.status == 0 && first.output.count > 1_000_000)
    #expect(try Invocation([], input: script).output == first.output)
  }

  @Test("-i goes on with what follows", arguments: [("x = 1", 0), ("qwe", 0)] as [(String, Int32)])
  func staying(line: String, status: Int32) throws {
    let run = try Invocation(["-i", "-c", line], input: "print('stayed')")
    #expect(run.output == "stayed\n")
    #expect(run.status == status)
  }

  @Test("exit statuses")
  func statuses() throws {
    #expect(try Invocation(["-c", "x = 1"]).status == 0)
    #expect(try Invocation(["-c", "x"]).status == 1)
    #expect(try Invocation(["-c"]).status == 2)
    #expect(try Invocation(["--help"]).status == 0)
    #expect(try Invocation(["--version"]).output.hasPrefix("nn "))
    let wrong = try Invocation(["--verson"])
    #expect(wrong.status == 2)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("did you mean --version?"))
  }

  @Test(
    "a first word that is no file is a word of nn misspelt, or one of other tools",
    arguments: [
      (["vrify", "f.nn"], "did you mean nn verify?"), (["help"], "did you mean nn --help?"),
      (["version"], "did you mean nn --version?"), (["run", "f.nn"], "nn f.nn runs it"),
      (["lesson", "1"], "nn -c 'lesson 1' runs it"), (["rendr", "f.nn"], "did you mean nn render?"),
    ])
  func wordsOfOthers(_ words: [String], _ hint: String) throws {
    let run = try Invocation(words)
    #expect(run.status == 2)
    #expect(run.errors.contains(hint))
  }

  @Test("a path begins with the home folder's sign")
  func home() throws {
    let run = try Invocation(
      bash: "export HOME=$(mktemp -d); echo 'x = 7' > ~/a.nn; $nn -c 'run ~/a.nn' -c 'print(x)' -c 'run(\"~/a.nn\")' "
        + "-c 'network 2 -> 1' -c 'save ~/n.safetensors' -c 'load \"~/n.safetensors\"' -c 'ls ~'; rm -r \"$HOME\"")
    #expect(run.output == "7\na.nn\nn.safetensors\n")
    #expect(run.errors.isEmpty)
  }

  @Test("Ctrl-C ends a script with status 130")
  func interruption() throws {
    let direct = try Invocation(
      bash: "set -m; $nn -c $'while True:\\n  x = 1' & sleep 0.5; kill -INT $!; wait $!; echo $?")
    #expect(direct.output == "130\n")
  }

  @Test("what is no script gives one clear line and status 1")
  func noScripts() throws {
    let folder = Folder()
    let cases = [
      (folder.path, "is a directory"), (folder.path + "/none.nn", "there is no file"), ("/bin/ls", "is a binary file"),
      (folder.file("latin.nn", Array("x = 1\n# caf".utf8) + [0xE9, 0x0A]), "is not UTF-8 text (line 2)"),
    ]
    for (path, sentence) in cases {
      let run = try Invocation([path])
      #expect(run.status == 1)
      #expect(run.errors.contains(sentence))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("a closed pipe is no error, a full disk is one")
  func brokenOutput() throws {
    let closed = try Invocation(bash: "$nn -c $'for i in range(200000):\\n  print(i)' | head -1; echo ${PIPESTATUS[0]}")
    #expect(closed.output == "0\n141\n")
    #expect(closed.errors.isEmpty)
    let full = try Invocation(bash: "$nn -c 'print(1)' > /dev/full")
    #expect(full.status == 1)
    #expect(full.errors.contains("cannot write to standard output"))
  }

  @Test("output and errors keep their order when both go to one place")
  func order() throws {
    #expect(try Invocation(bash: "$nn -c 'print(1)' -c 'qwe' 2>&1").output.hasPrefix("1\nerror:"))
  }

  @Test("no colours without a terminal, no line drawing without UTF-8")
  func plainness() throws {
    let lines = ["-c", "network 2 -> 3 relu -> 1 sigmoid", "-c", "show network"]
    let unicode = try Invocation(lines)
    #expect(unicode.status == 0)
    #expect(!unicode.output.contains("\u{1B}"))
    for locale in ["C", "POSIX"] {
      let ascii = try Invocation(lines, environment: ["LC_ALL": locale])
      #expect(ascii.status == 0)
      #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 })
    }
    // What the user prints is his own.
    #expect(try Invocation(["-c", "print('→')"], environment: ["LC_ALL": "C"]).output == "→\n")
  }
}
