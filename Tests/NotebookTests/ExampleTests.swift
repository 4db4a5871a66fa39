import Foundation
import Notebook
import Testing

/// Every example prints what is recorded in it.
@Suite struct ExampleTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("examples")

  static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".nn") }.sorted()
  }()

  @Test func thereAreExamples() throws { #expect(ExampleTests.files.count >= 5) }

  @Test(arguments: files) func printsWhatIsRecorded(_ file: String) throws {
    let text = try String(contentsOf: ExampleTests.folder.appendingPathComponent(file), encoding: .utf8)
    #expect(text.contains("\n#> "), "nothing is recorded")
    let differences = try NotebookTools.verify(name: file, text: text)
    #expect(differences.isEmpty, "\(differences.prefix(5))")
  }
}
