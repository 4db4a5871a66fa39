import Foundation
import Notebook
import Testing

/// What is in a page: of HTML, Markdown and Jupyter.
@Suite struct PageTests {
  static let notebook = """
    #!/usr/bin/env nn
    # %% [markdown]
    # # A page
    #
    # | name | value |
    # |---|---|
    # | lr | ~~0.1~~ 0.2 |
    #
    # - [x] done

    # %% First
    x = [1, 2]  # a list
    x
    print("a"); print("b")
    np.log(0)

    for i in range(2):
        print(f"{i} <")

    # %%
    network 2 -> 3 relu -> 1 sigmoid
    show network
    1 / 0
    print("never")

    """

  private func page(_ format: PageFormat, _ text: String = notebook) -> String {
    NotebookTools.render(name: "folder/page.nn", text: text, format: format).text
  }

  @Test func everyCellAndOutputIsInTheHTML() {
    let html = page(.html)
    #expect(html.contains("<title>A page</title>") && html.contains("<h1>A page</h1>"))
    #expect(html.contains("<table>") && html.contains("<del>0.1</del>") && html.contains("checkbox"))
    #expect(html.components(separatedBy: "<section class=\"code\">").count == 3)
    #expect(html.contains("<p class=\"title\">First</p>"))
    #expect(html.contains("<span class=\"comment\"># a list</span>"))
    #expect(html.contains("<span class=\"command\">network</span> <span class=\"number\">2</span>"))
    #expect(html.contains("<samp>[1, 2]\n</samp>") && html.contains("<samp>a\nb\n</samp>"))
    #expect(html.contains("0 &lt;\n1 &lt;\n") && !html.contains("0 <\n"))
    #expect(html.contains("class=\"output warning\"") && html.contains("divide by zero"))
    #expect(html.contains("class=\"output failure\"") && html.contains("division by zero"))
    #expect(!html.contains("#!/usr/bin/env") && !html.contains("http://") && !html.contains("https://"))
  }

  @Test func everyCellAndOutputIsInTheMarkdown() {
    let markdown = page(.markdown)
    #expect(markdown.hasPrefix("# A page\n\n| name | value |\n"))
    #expect(markdown.contains("**First**\n\n```python\nx = [1, 2]  # a list\nx\n```\n\n```text\n[1, 2]\n```\n"))
    #expect(markdown.contains("```text\na\nb\n```"))
    #expect(markdown.contains("```text\n0 <\n1 <\n```"))
    #expect(markdown.contains("```text\nerror: division by zero\n```") && markdown.contains("print(\"never\")\n```\n"))
  }

  /// The structure that nbformat's schema of version 4.5 asks for.
  @Test func theJupyterNotebookHasTheFormatsStructure() throws {
    let object = try JSONSerialization.jsonObject(with: Data(page(.jupyter).utf8))
    let notebook = try #require(object as? [String: Any])
    #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
    let metadata = try #require(notebook["metadata"] as? [String: Any])
    #expect((metadata["kernelspec"] as? [String: String])?["name"] == "nn")
    #expect((metadata["language_info"] as? [String: String])?["name"] == "nn")
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    #expect(cells.map { $0["cell_type"] as? String } == ["markdown", "code", "code"])
    let ids = cells.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == 3 && ids.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    for cell in cells {
      #expect(cell["metadata"] is [String: Any] && cell["source"] is [String])
      let allowed =
        ["cell_type", "id", "metadata", "source"]
        + (cell["cell_type"] as? String == "code" ? ["execution_count", "outputs"] : [])
      #expect(Set(cell.keys) == Set(allowed))
    }
    let outputs = try #require(cells[1]["outputs"] as? [[String: Any]])
    #expect(outputs.map { $0["output_type"] as? String } == ["stream", "stream", "stream"])
    #expect(outputs.map { $0["name"] as? String } == ["stdout", "stderr", "stdout"])
    #expect(outputs[0]["text"] as? [String] == ["[1, 2]\n", "a\n", "b\n"])
    let last = try #require(cells[2]["outputs"] as? [[String: Any]])
    #expect(last.map { $0["output_type"] as? String } == ["stream", "error"])
    #expect(last[1]["evalue"] as? String == "division by zero" && last[1]["traceback"] is [String])
    #expect((cells[1]["source"] as? [String])?.first == "x = [1, 2]  # a list\n")
  }

  @Test func theValueThatEndsACellIsItsResult() throws {
    let text = page(.jupyter, "print(1)\n2 + 3\n")
    let cells = try #require(
      (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?["cells"] as? [[String: Any]])
    let outputs = try #require(cells[0]["outputs"] as? [[String: Any]])
    #expect(outputs.map { $0["output_type"] as? String } == ["stream", "execute_result"])
    #expect((outputs[1]["data"] as? [String: [String]])?["text/plain"] == ["5"])
    #expect(outputs[1]["execution_count"] as? Int == 1)
  }

  @Test func anErrorIsGivenBackBesideThePage() {
    let rendered = NotebookTools.render(name: "t.nn", text: "x = \n", format: .html)
    #expect(rendered.failure != nil && rendered.text.contains("class=\"output failure\""))
    #expect(NotebookTools.render(name: "t.nn", text: "", format: .html).text.contains("<main>"))
  }

  @Test(arguments: PageFormat.allCases) func hostileTextStaysText(_ format: PageFormat) throws {
    let text = page(format, Hostile.notebook)
    switch format {
    case .html:
      #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("<iframe") && !text.contains("<b "))
      #expect(text.components(separatedBy: "</svg>").count == 2)
      #expect(text.contains("&lt;script&gt;document.title=") && text.contains(String(repeating: "x", count: 100_000)))
      #expect(!text.contains("href=\"javascript") && !text.contains("\u{7}") && !text.contains("\u{1B}"))
    case .markdown:
      // Nothing gets out of its block of code: the fence is longer than what is in it.
      #expect(text.contains("````text\n") && text.contains("carriage\\rreturn \\x1b[31m bell \\x07 nul"))
      #expect(text.contains("**A title with &lt;script\\>"))
    case .jupyter:
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(((object as? [String: Any])?["cells"] as? [Any])?.count == 3)
    }
  }

  @Test func pictureThatATextNamesIsInThePage() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("GIF89a".utf8).write(to: URL(fileURLWithPath: folder + "/a b.gif"))
    let text = "# %% [markdown]\n# ![a \"picture\"](a%20b.gif) ![far](https://example.org/x.png) ![up](../a.gif)\n"
    let html = NotebookTools.render(name: folder + "/page.nn", text: text, format: .html).text
    #expect(html.contains("<img src=\"data:image/gif;base64,R0lGODlh\" alt=\"a &quot;picture&quot;\">"))
    #expect(html.contains("[far]") && html.contains("[up]") && !html.contains("https://"))
  }

  /// Whatever a text calls it: no page holds a file from outside the notebook's folder, and none that is not a picture.
  @Test func onlyPicturesOfTheFolderAreInThePage() throws {
    let files = FileManager.default
    let outer = files.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString)").path
    let folder = outer + "/book"
    try files.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: outer) }
    for path in [outer + "/secret.gif", folder + "/in.gif", folder + "/sub/deep.png"] {
      try Data("GIF89a".utf8).write(to: URL(fileURLWithPath: path))
    }
    try Data("a secret".utf8).write(to: URL(fileURLWithPath: folder + "/text.gif"))
    for (link, target) in [
      ("out.gif", "../secret.gif"), ("alias.gif", "in.gif"), ("outer", ".."), ("fake.gif", "/etc/passwd"),
    ] { try files.createSymbolicLink(atPath: folder + "/" + link, withDestinationPath: target) }
    mkfifo(folder + "/pipe.gif", 0o600)
    let refused = [
      "%2e%2e/secret.gif", "..%2Fsecret.gif", "../secret.gif", "out.gif", "outer/secret.gif", "fake.gif", "text.gif",
      "pipe.gif", "sub", "none.gif", "/etc/passwd", "file:///etc/passwd", outer + "/secret.gif", "%00in.gif",
    ]
    let shown = ["in.gif", "alias.gif", "sub/deep.png", "sub/../in.gif", "../book/in.gif", "outer/book/in.gif"]
    for name in [folder + "/page.nn", folder + "/sub/../page.nn"] {
      for (addresses, isShown) in [(refused, false), (shown, true)] {
        for address in addresses {
          let text = "# %% [markdown]\n# ![alt](\(address))\n"
          let html = NotebookTools.render(name: name, text: text, format: .html).text
          #expect(html.contains("<img src=\"data:image/gif;base64,R0lGODlh\"") == isShown, "\(address)")
          #expect(html.contains("<img") == isShown, "\(address)")
        }
      }
    }
  }

  @Test func codeInATextCellAndTextInACodeCellAreKept() {
    let text = "# %% [markdown]\n# Words\nx = 3\nx\n# %%\n# a remark\n'''\n# %% no cell\n#> no output\n'''\nx + 1\n"
    let html = page(.html, text)
    #expect(html.components(separatedBy: "<section class=\"code\">").count == 3)
    #expect(html.components(separatedBy: "<section class=\"text\">").count == 2)
    #expect(html.contains("# %% no cell\n#&gt; no output") && html.contains("<samp>4\n"))
  }

  @Test func picturesAreInEveryPage() throws {
    let text =
      "data moons samples=20 seed=1\nnetwork 2 -> 2 relu -> 1 sigmoid\ntrain 3 every=0;\nplot loss\nplot loss\n"
    let html = NotebookTools.render(name: "t.nn", text: text, format: .html).text
    #expect(html.components(separatedBy: "<figure class=\"picture\">\n<svg role=\"img\"").count == 3)
    #expect(html.contains("<figcaption>loss ") && !html.contains("<?xml") && !html.contains("<!DOCTYPE svg"))
    // What a picture refers to is its own.
    let ids = html.matches(of: /\sid=["']([^"']*)["']/).map(\.output.1)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("picture1-") || $0.hasPrefix("picture2-") })
    let references = html.matches(of: /href=["']#([^"']*)["']/).map(\.output.1)
    #expect(references.allSatisfy { ids.contains($0) })
    let markdown = NotebookTools.render(name: "t.nn", text: text, format: .markdown, stem: "my page")
    #expect(markdown.files.map(\.name) == ["my page-1.svg", "my page-2.svg"])
    #expect(markdown.text.contains("](my%20page-1.svg)") && markdown.text.contains("](my%20page-2.svg)"))
    #expect(markdown.files.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains("<svg") })
    let jupyter = NotebookTools.render(name: "t.nn", text: text, format: .jupyter).text
    // The first bytes of a PNG file.
    #expect(jupyter.components(separatedBy: "\"image/png\": \"iVBORw0KGgo").count == 3)
    #expect(jupyter.components(separatedBy: "\"display_data\"").count == 3)
  }
}
