import Foundation
import Testing

/// record, verify and render as programs, and what they do where a file cannot be read or written.
@Suite struct NotebookCommandTests {
  static let text = "seed 1\nnp.random.rand(2)\n1 / 0\n"

  @Test func recordThenVerify() throws {
    let folder = Folder()
    let file = folder.file("a.nn", "seed 1\nnp.random.rand(2)\n")
    let first = try Invocation(["record", file])
    #expect(first.status == 0 && first.output == "" && first.errors == "recorded \(file): 1 output\n")
    let recorded = try #require(folder.text("a.nn"))
    #expect(recorded == "seed 1\nnp.random.rand(2)\n#> [0.417022   0.72032449]\n")
    #expect(try Invocation(["verify", file]).status == 0)
    #expect(try Invocation(["record", file]).status == 0 && folder.text("a.nn") == recorded)
    // A changed digit, a missing line, an extra line, another seed; all files in one run.
    let digit = folder.file("digit.nn", recorded.replacing("0.72032449", with: "0.72032448"))
    let missing = folder.file("missing.nn", "seed 1\nnp.random.rand(2)\n")
    let extra = folder.file("extra.nn", recorded + "#> more\n")
    let seed = folder.file("seed.nn", recorded.replacing("seed 1", with: "seed 2"))
    let all = try Invocation(["verify", digit, missing, file, extra, seed])
    #expect(all.status == 1)
    #expect(
      all.output.contains(
        "\(digit):3\n    recorded  [0.417022   0.72032448]\n    printed   [0.417022   0.72032449]\n"))
    #expect(
      all.output.contains("differs  \(missing)\n  nothing is recorded: nn record \(missing)\n")
        && all.output.contains("ok  \(file)\n"))
    #expect(all.output.contains("\(extra):4\n    recorded  more\n    printed   nothing\n"))
    #expect(all.output.contains("differs  \(seed)\n"))
    #expect(try Invocation(["verify", digit, "--tolerance=1e-6"]).status == 0)
    #expect(try Invocation(["verify", digit, "--tolerance", "0"]).status == 1)
    #expect(try Invocation(["verify", digit, "--tolerance=much"]).status == 2)
  }

  @Test func drawsWithoutASeedAreSaid() throws {
    let folder = Folder()
    let unseeded = folder.file("u.nn", "x = 2\nx\nnp.random.rand(2)\nnp.random.rand(2000).sum()\n")
    let record = try Invocation(["record", unseeded])
    let words = "draws random numbers without a seed (line 4)"
    #expect(record.errors == "recorded \(unseeded): 3 outputs\nnn: \(unseeded) \(words): the next run draws others\n")
    #expect(try Invocation(["verify", unseeded]).output.hasSuffix("  it \(words)\n"))
    for line in [
      "np.random.rand(1000)\nseed 1", "network 2 -> 3 relu -> 1 sigmoid", "def f():\n    return np.random.rand()\nf()",
      "np.random.RandomState().rand()", "np.random.seed()\nnp.random.rand()",
    ] {
      let run = try Invocation(["record", folder.file("w.nn", line + "\n")])
      #expect(run.errors.contains("without a seed"), "\(line): \(run.errors)")
    }
    for line in [
      "seed 1\nnp.random.rand(1000)", "np.random.RandomState(3).rand()", "data moons seed=1",
      "np.random.seed(2)\nnetwork 2 -> 1",
    ] {
      let run = try Invocation(["record", folder.file("w.nn", line + "\n")])
      #expect(!run.errors.contains("seed"), "\(line): \(run.errors)")
    }
  }

  /// As on machines with other processors: the library chooses other kernels and adds in another order.
  @Test(arguments: ["Haswell", "Prescott"]) func examplesAreTheSameOnOtherProcessors(_ core: String) throws {
    let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("examples").path
    let verified = try Invocation(
      bash: "$nn verify '\(examples)'/*.nn '\(examples)'/lessons/*.nn", environment: ["OPENBLAS_CORETYPE": core])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test(arguments: ["html", "md", "ipynb"]) func renderWritesThePageAndFailsWhereTheScriptFails(_ ending: String) throws
  {
    let folder = Folder()
    let page = "\(folder.path)/page.\(ending)"
    let good = try Invocation(["render", folder.file("good.nn", "1 + 1\n"), "-o", page])
    #expect(good.status == 0 && good.output == "" && good.errors == "")
    let first = try #require(folder.text("page.\(ending)"))
    #expect(!first.contains("division by zero"))
    let bad = try Invocation(["render", folder.file("bad.nn", NotebookCommandTests.text), "-o", page])
    #expect(bad.status == 1 && bad.errors.hasPrefix("error: division by zero\n"))
    #expect(try #require(folder.text("page.\(ending)")).contains("division by zero"))
  }

  @Test(arguments: [
    (["render", "x.nn"], "needs the page's name"), (["render", "x.nn", "-o", "x.pdf"], "is .html, .md or .ipynb"),
    (["render", "-o", "x.html"], "a file is missing"), (["render", "a.nn", "b.nn", "-o", "x.md"], "of one file"),
    (["render", "x.md", "-o", "x.md"], "overwrite"), (["render", "x.nn", "-p", "x.md"], "unknown option -p"),
  ])
  func wrongUsage(_ words: [String], _ message: String) throws {
    let run = try Invocation(words)
    #expect(run.status == 2 && run.errors.hasPrefix("nn: ") && run.errors.contains(message))
  }

  // MARK: - Files that cannot be read or written

  /// Nothing but the notebook is left behind, and it is as it was.
  private func expectUntouched(_ folder: Folder, _ text: String) throws {
    #expect(folder.text("a.nn") == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test func aDirectoryIsNoNotebookAndNoPage() throws {
    let folder = Folder()
    let file = folder.file("a.nn", "1 + 1\n")
    for command in ["record", "verify"] {
      let run = try Invocation([command, folder.path])
      #expect(run.status == 1 && run.errors == "nn: \(folder.path) is a directory\n")
    }
    try FileManager.default.createDirectory(atPath: folder.path + "/page.html", withIntermediateDirectories: true)
    let run = try Invocation(["render", file, "-o", folder.path + "/page.html"])
    #expect(run.status == 1 && run.errors.hasPrefix("nn: ") && run.errors.contains("directory"))
    for (name, line, reason) in [
      ("p.svg", "plot [1, 2] to", "directory"), ("h.nn", "1 + 1\nhistory save", "is there already"),
    ] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
      let run = try Invocation(["-"], input: "\(line) \"\(folder.path)/\(name)\"\n")
      #expect(run.status == 1 && run.errors.contains(reason), "\(run.output)\(run.errors)")
    }
    try expectUntouched(folder, "1 + 1\n")
  }

  /// A file system of its own: root may write into a folder without write permission, but not into one that is mounted read-only.
  @Test(arguments: ["ro", "size=8k"]) func aReadOnlyFolderAndAFullDiskLeaveTheFile(_ option: String) throws {
    let folder = Folder()
    let line = """
      mkdir disk && mount -t tmpfs -o size=8k none disk || exit 77
      printf '%s' "$text" > disk/a.nn
      if [ "$option" = ro ]; then mount -o remount,ro disk; else cat /dev/zero > disk/full 2>/dev/null; fi
      before=$(cat disk/a.nn)
      $nn record disk/a.nn; echo "record $?"
      for page in html md ipynb; do $nn render disk/a.nn -o disk/page.$page; echo "render $?"; done
      $nn -c 'plot [1, 2] to "disk/p.png"'; echo "plot $?"
      printf '1 + 1\nhistory save "disk/h.nn"\n' | script -qec "$nn" /dev/null | grep -c "cannot write disk/h.nn: $reason"
      [ "$before" = "$(cat disk/a.nn)" ] && echo intact
      ls -A disk
      """
    let text = "print('x' * 6000)\n"
    let reason = option == "ro" ? "read-only" : "no space left"
    let run = try Invocation(
      bash: "cd '\(folder.path)' && unshare -m bash -c \"$script\"",
      environment: ["script": line, "text": text, "option": option, "reason": reason])
    // Where nobody may mount (a container without the right) there is nothing to test.
    if run.status == 77 || run.errors.contains("unshare") { return }
    let ends = ["record 1", "render 1", "render 1", "render 1", "plot 1", "1", "intact", "a.nn"]
    #expect(run.output.hasPrefix(ends.joined(separator: "\n") + "\n"), "\(run.output)\(run.errors)")
    #expect(run.errors.components(separatedBy: reason).count == 6, "\(run.errors)")
    #expect(!run.output.contains(".nn-save"))
  }

  @Test func aClosedPipeEndsVerifyQuietly() throws {
    let folder = Folder()
    let file = folder.file("a.nn", "1 + 1\n#> 3\n")
    let run = try Invocation(
      bash: "files=(); for i in {1..2000}; do files+=('\(file)'); done; $nn verify \"${files[@]}\" | head -1")
    #expect(run.output == "differs  \(file)\n" && run.errors == "")
  }

  @Test func aClosedPipeEndsAPictureAndAPageQuietly() throws {
    let folder = Folder()
    let file = folder.file("a.nn", "for i in range(20000):\n    print(i)\nplot [1, 2]\n")
    for line in [
      "$nn '\(file)' | head -1", "$nn render '\(file)' -o /dev/stdout.html | head -c 1", "$nn record '\(file)' | true",
    ] {
      let run = try Invocation(bash: line)
      #expect(!run.errors.contains("Fatal") && !run.errors.contains("Broken pipe"), "\(line): \(run.errors)")
    }
    #expect(try #require(folder.text("a.nn")).contains("#> [1, 2], 2 values"))
  }

  // MARK: - A session as a notebook

  @Test func theSessionBecomesANotebookThatVerifies() throws {
    let folder = Folder()
    let shell = try PseudoTerminal()
    shell.expect("nn [1]> ")
    for line in [
      "seed 3", "network 2 -> 3 relu -> 1 sigmoid", "nn [7]> W1.sum()", "W9", "for i in range(2):", "    print(i)", "",
      "_3 * 0",
      "'alone'", "history 1", "history save \(folder.path)/lesson.nn",
    ] { shell.enter(line) }
    shell.expect("saved 6 inputs to")
    let saved = try #require(folder.text("lesson.nn"))
    #expect(
      saved.hasPrefix("# %% [markdown]\n# # lesson\n\n# %%\nseed 3\nnetwork 2 -> 3 relu -> 1 sigmoid\nW1.sum()\n#> "))
    #expect(saved.contains("_3 = _\n") && saved.contains("    print(i)\n#> 0\n#> 1\n") && !saved.contains("W9"))
    #expect(!saved.contains("history") && saved.hasSuffix("'alone'\n"))
    #expect(try Invocation(["verify", folder.path + "/lesson.nn"]).status == 0)
    // It may write its own file again, with the lines that failed.
    shell.enter("history save \(folder.path)/lesson.nn all=True")
    shell.expect("saved 7 inputs to")
    #expect(try #require(folder.text("lesson.nn")).contains("# W9\n#   error: "))
    #expect(try Invocation(["verify", folder.path + "/lesson.nn"]).status == 0)
    // Not what somebody has written into it since.
    _ = folder.file("lesson.nn", "my work\n")
    shell.enter("history save \(folder.path)/lesson.nn")
    shell.expect("is there already")
    #expect(folder.text("lesson.nn") == "my work\n")
  }

  @Test func aFileOfSomebodyElseIsNotOverwritten() throws {
    let folder = Folder()
    _ = folder.file("mine.nn", "my work\n")
    let refused = try Invocation(["-c", "history save \(folder.path)/mine.nn"])
    #expect(refused.status == 1 && refused.errors.contains("is there already"))
    #expect(folder.text("mine.nn") == "my work\n")
    let name = try Invocation(["-c", "history save \(folder.path)/mine.txt"])
    #expect(name.status == 1 && name.errors.contains("ends in .nn"))
  }
}
