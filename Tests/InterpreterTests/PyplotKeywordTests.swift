import Glibc
import Interpreter
import Plotting
import Syntax
import Testing

/// No function of `plt` takes a keyword that changes nothing.
@Suite struct PyplotKeywordTests {
  /// Lines in front of a call, and its arguments by position; nil: it is its example.
  private static let calls: [String: (before: String, arguments: String)] = [
    "plot": ("", "[1, 3, 2], '-o'"), "scatter": ("", "[1, 2, 3], [3, 4, 6]"),
    "fill_between": ("", "[0, 1], [1, 2]"), "axhline": ("", ""), "axvline": ("", ""), "text": ("", "1, 2, 'a'"),
    "contourf": ("", "[[1, 2, 4], [3, 7, 9]]"), "contour": ("", "[[1, 2, 4], [3, 7, 9]]"),
    "pcolormesh": ("", "[[1, 2, 4], [3, 7, 9]]"), "imshow": ("", "[[1, 2, 4], [3, 7, 9]]"),
    "colorbar": ("plt.imshow([[1, 2], [3, 4]])\n", ""), "bar": ("", "[1, 2], [3, 4]"), "hist": ("", "[1, 2, 2, 5]"),
    "title": ("", "'t'"), "xlabel": ("", "'t'"), "ylabel": ("", "'t'"), "suptitle": ("", "'t'"),
    "xlim": ("plt.plot([1, 2])\n", ""), "ylim": ("plt.plot([1, 2])\n", ""), "xscale": ("plt.plot([1, 2])\n", ""),
    "yscale": ("plt.plot([1, 2])\n", ""), "xticks": ("", "[0, 1]"), "yticks": ("", "[0, 1]"),
    "grid": ("", ""), "legend": ("plt.plot([1, 2], label='a')\n", ""), "axis": ("", ""), "figure": ("", ""),
    "close": ("plt.plot([1])\nplt.figure(7)\nplt.plot([2])\n", ""),
    "savefig": ("plt.plot([1, 2])\n", "PATH"),
  ]

  /// A value other than the default, by function and keyword or by keyword.
  private static let values: [String: String] = [
    "alpha": "0.5", "bins": "3", "c": "'red'", "color": "'red'", "colors": "['red', 'blue']", "cmap": "'plasma'",
    "dpi": "150", "edgecolor": "'red'", "edgecolors": "'red'", "facecolor": "'red'", "figsize": "(3, 2)",
    "fontsize": "17", "fontweight": "'bold'", "frameon": "False", "ha": "'right'", "va": "'top'", "label": "'word'",
    "labelpad": "20", "labels": "['p', 'q']", "levels": "[2, 3]", "linestyle": "'--'", "ls": "'--'",
    "linestyles": "'--'", "linewidth": "5", "lw": "5", "linewidths": "5", "loc": "'right'", "marker": "'s'",
    "markersize": "11", "ms": "11", "ncol": "2", "ncols": "2", "num": "5", "origin": "'lower'", "pad": "30",
    "range": "(0, 9)", "rotation": "45", "s": "99", "shrink": "0.5", "ticks": "[1, 2, 3]", "title": "'T'",
    "transparent": "True", "vmin": "2", "vmax": "3", "visible": "False", "width": "0.3", "zorder": "7", "y2": "0.5",
    "x": "3", "y": "3", "aspect": "'auto'", "extent": "(0, 1, 0, 1)", "interpolation": "'bilinear'", "axis": "'x'",
    "left": "0", "right": "9", "bottom": "0", "top": "9", "shading": "'gouraud'", "fig": "1", "arg": "'off'",
    "value": "'log'",
  ]

  /// Keywords that change nothing, each with its reason.
  private static let without: [String: String] = [
    "show.block": "the picture is shown and nn goes on: there is no window that could keep it",
    "tight_layout.pad": "panels never overlap, so there is nothing to lay out",
    "grid.which": "'major' is the only word taken: there are no marks between those with numbers",
    "colorbar.mappable": "refused: functions return None here, only None is taken",
    "colorbar.ax": "refused: only None is taken",
    "savefig.bbox_inches": "'tight' is the only word taken: a picture has no wide margins to cut",
    "figure.num": "names the figure for a later plt.figure and plt.close; tested in figuresHaveNumbers",
  ]

  private static func required(_ parameter: ParameterList.Parameter) -> Bool {
    parameter.isRequired || parameter.kind == .variadic || parameter.kind == .keywordVariadic
  }

  /// What the call leaves behind: figures as text that tells every part, or the bytes of the file.
  private func result(_ name: String, _ before: String, _ arguments: String) -> (text: String, failure: String?) {
    let transcript = Transcript()
    let path = Self.freshPath
    defer { unlink(path) }
    let call = arguments.split(separator: "PATH", omittingEmptySubsequences: false).joined(separator: "'\(path)'")
    let failure = transcript.failure("import matplotlib.pyplot as plt\n\(before)plt.\(name)(\(call))")
    if name == "savefig" { return ("\(Self.bytes(path))", failure?.sentence) }
    _ = transcript.failure("plt.show()")
    return ("\(transcript.pictures.map(\.figure))", failure?.sentence)
  }

  /// Tests run at the same time.
  private static var freshPath: String { "/tmp/nn-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).png" }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  @Test func everyKeywordChangesThePicture() throws {
    for builtin in PyplotModule.functions where !builtin.isRefusal {
      let name = String(builtin.name.dropFirst(4))
      for parameter in builtin.parameters.items where !Self.required(parameter) {
        if Self.without["\(name).\(parameter.name)"] != nil { continue }
        let call = try #require(Self.calls[name], "no call of \(name) to try \(parameter.name)= with")
        let value = try #require(Self.values[parameter.name], "no value for \(name)(\(parameter.name)=)")
        var arguments = call.arguments
        // Colours by numbers.
        if name == "scatter", ["cmap", "vmin", "vmax"].contains(parameter.name) { arguments += ", c=[1, 2, 5]" }
        if name == "scatter", parameter.name == "linewidths" { arguments += ", edgecolors='k'" }
        if ["xticks", "yticks"].contains(name), parameter.name == "ticks" { arguments = "" }
        let plain = result(name, call.before, arguments)
        let separator = arguments.isEmpty ? "" : ", "
        let changed = result(name, call.before, "\(arguments)\(separator)\(parameter.name)=\(value)")
        #expect(plain.failure == nil, "\(name)(\(arguments))")
        #expect(changed.failure == nil, "\(name)(\(parameter.name)=\(value))")
        let isChanged = plain.text != changed.text
        #expect(isChanged, "\(name)(\(parameter.name)=\(value)) changes nothing")
      }
    }
  }

  /// A wrong type, an unknown word and a number without a bound are errors, never ignored.
  @Test func wrongValuesAreErrors() throws {
    for builtin in PyplotModule.functions where !builtin.isRefusal {
      let name = String(builtin.name.dropFirst(4))
      for parameter in builtin.parameters.items where !Self.required(parameter) {
        guard let call = Self.calls[name], Self.without["\(name).\(parameter.name)"] == nil,
          !["frameon", "transparent", "visible", "label", "title", "labels", "y2", "num", "fig"].contains(
            parameter.name)
        else { continue }
        let separator = call.arguments.isEmpty ? "" : ", "
        for value in ["print", "{1: 2}", "'no such word'", "1e300", "-2**63", "2**62", "np.nan", "[np.inf, 'a']"] {
          // Numbers that such an argument may be: a place on an axis has no bound.
          if ["x", "y", "left", "right", "bottom", "top", "vmin", "vmax", "width", "levels", "ticks", "zorder"]
            .contains(
              parameter.name), value.first!.isNumber || value.hasPrefix("-") || value == "np.nan"
          {
            continue
          }
          let failure = result(name, call.before, "\(call.arguments)\(separator)\(parameter.name)=\(value)").failure
          #expect(failure != nil, "\(name)(\(parameter.name)=\(value)) is taken")
        }
      }
    }
  }

  @Test func figuresHaveNumbers() {
    let transcript = Transcript()
    let failure = transcript.failure(
      """
      import matplotlib.pyplot as plt
      plt.figure(1)
      plt.plot([1])
      plt.figure(2)
      plt.plot([2])
      plt.figure(1)
      plt.plot([3])
      plt.figure('a')
      plt.plot([4])
      plt.close(2)
      plt.show()
      """)
    #expect(failure == nil)
    #expect(transcript.pictures.map { $0.figure.panels[0].series.count } == [2, 1])
  }

  @Test(arguments: [("", 640, 480), ("dpi=50", 320, 240), ("dpi='figure'", 640, 480)])
  func sizesAreInchesTimesDots(_ options: String, _ width: Int, _ height: Int) {
    for (before, factor) in [("", 1.0), ("plt.figure(figsize=(12.8, 9.6))\n", 2.0)] {
      let transcript = Transcript()
      let path = Self.freshPath
      defer { unlink(path) }
      let failure = transcript.failure(
        "import matplotlib.pyplot as plt\n\(before)plt.plot([1, 2])\nplt.savefig('\(path)'\(options.isEmpty ? "" : ", ")\(options))"
      )
      #expect(failure == nil)
      let bytes = Self.bytes(path)
      func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
      #expect(number(16) == Int(Double(width) * factor) && number(20) == Int(Double(height) * factor))
    }
  }

  @Test func namesThatRefuseAreNotOffered() {
    let session = Transcript().session
    _ = session.evaluate(CodeCell(Source(name: "test", text: "import matplotlib.pyplot as plt")))
    for module in ["np", "np.random", "plt"] {
      let line = module + "."
      let names = Completion.candidates(line: line, cursor: line.utf8.count, session: session).candidates
      #expect(names.count > 5)
      for name in names {
        let failure = Transcript().failure("import matplotlib.pyplot as plt\n\(module).\(name)()")
        #expect(failure?.sentence.contains("does not exist here") != true, "\(module).\(name)")
        #expect(failure?.sentence.contains("do not exist here") != true, "\(module).\(name)")
      }
      let page = Transcript.of("import matplotlib.pyplot as plt\nhelp \(module)")
      for name in ["subplots", "gca", "genfromtxt", "loadtxt", "savez", "int16", "complex64"] {
        #expect(!names.contains(name) && !page.contains(" \(name),"), "\(module).\(name)")
      }
    }
    #expect(Transcript.of("import matplotlib.pyplot as plt\nplt.subplots()").contains("hint: plt.figure"))
    #expect(Transcript.of("np.genfromtxt('a.csv')").contains("hint: data"))
  }
}
