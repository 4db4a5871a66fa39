import Foundation
import Interpreter
import Notebook
import Testing

/// The README's first lesson can be typed as it stands.
@Suite struct ReadmeTests {
  @Test func theFirstLessonRuns() throws {
    let file = ExampleTests.folder.deletingLastPathComponent().appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let lesson = try #require(
      readme.components(separatedBy: "## A first lesson").last?.components(separatedBy: "\n## ").first)
    let lines = lesson.components(separatedBy: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
    #expect(lines.count >= 12)
    let recorded = NotebookTools.record(name: "README.md", text: lines.joined(separator: "\n") + "\n")
    #expect(recorded.failure == nil)
    #expect(recorded.text.contains("np.allclose(sigmoid(relu(Z1) @ W2 + b2), A2)\n#> True\n"))
  }
}
