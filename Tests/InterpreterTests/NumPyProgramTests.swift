import Foundation
import Interpreter
import Testing

/// Random programs on views, indices, joining, sorting and creation print what NumPy prints (Fixtures/numpy_programs.py).
@Suite struct NumPyProgramTests {
  private struct Program {
    let kind: String
    let source: String
    /// `repr(r)` at the end; nil for an error.
    let expected: String?
  }

  private static let programs: [Program] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/numpy_programs.txt")
    let text = try! String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return Program(
        kind: fields[0], source: plain(fields[1]),
        expected: fields[2] == "!" ? nil : plain(String(fields[2].dropFirst())))
    }
  }()

  private static let kinds = Set(programs.map(\.kind)).sorted()

  @Test(arguments: kinds) func resultsAreNumPys(kind: String) {
    let programs = Self.programs.filter { $0.kind == kind }
    #expect(programs.count >= 20)
    for program in programs {
      let transcript = Transcript(echoes: false)
      let source = program.source + "print(repr(r), end='')"
      if let expected = program.expected {
        let written = transcript.run(source)
        #expect(written == expected, "\(program.source)")
      } else {
        #expect(transcript.failure(source) != nil, "\(program.source) is an error in NumPy")
      }
    }
  }

  /// The text of a field, in which line ends, tabs and backslashes are written out.
  private static func plain(_ field: String) -> String {
    var result = ""
    var isEscaped = false
    for character in field {
      if isEscaped {
        result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
