import Foundation
import Testing

/// Lines of builtins, methods, formatting and sequences print what CPython prints (Fixtures/python_lines.py), and fail where it fails.
@Suite struct PythonLinesTests {
  @Test func linesPrintWhatPythonPrints() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/python_lines.txt")
    let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n----\n").filter {
      !$0.isEmpty
    }
    #expect(blocks.count > 100)
    for block in blocks {
      let parts = block.components(separatedBy: "\n====\n")
      try #require(parts.count == 2)
      if parts[1] == "!" {
        #expect(Transcript(echoes: false).failure(parts[0]) != nil, "\(parts[0])\n is an error in Python")
      } else {
        var written = "~" + Transcript(echoes: false).run(parts[0])
        if written.hasSuffix("\n") { written.removeLast() }
        #expect(written == parts[1], "\(parts[0])")
      }
    }
  }
}
