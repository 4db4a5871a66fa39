import Arrays
import Foundation
import Interpreter
import Testing

/// Thousands of format specs, reprs, roundings and readings of numbers against what CPython made of them (Fixtures/python_format.py).
@Suite struct PythonFormatTests {
  private struct Case {
    let kind: String
    let value: String
    let spec: String
    /// nil for an error.
    let expected: String?
  }

  private static let cases: [Case] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/python_format.txt")
    let text = try! String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Case(
        kind: fields[0], value: fields[1], spec: unescaped(fields[2]),
        expected: fields[3] == "!" ? nil : unescaped(String(fields[3].dropFirst())))
    }
  }()

  /// The lines that make each kind's result from `x` and `spec`.
  private static let programs: [String: String] = [
    "float": "format(x, spec)", "int": "format(x, spec)", "bool": "format(x, spec)", "str": "format(x, spec)",
    "percent-float": "spec % (x,)", "percent-int": "spec % (x,)", "percent-str": "spec % (x,)", "repr-str": "repr(x)",
    "repr-float": "repr(x)", "round": "repr(round(x, int(spec)))", "round-int": "repr(round(x))",
    "round-of-int": "repr(round(x, int(spec)))", "read-int": "repr(int(x, int(spec)))", "read-float": "repr(float(x))",
  ]

  @Test(arguments: programs.keys.sorted()) func resultsArePythons(kind: String) throws {
    let cases = Self.cases.filter { $0.kind == kind }
    #expect(cases.count > 8)
    let program = try #require(Self.programs[kind])
    let transcript = Transcript(echoes: false)
    for entry in cases {
      transcript.session.bind("x", try Self.value(entry))
      transcript.session.bind("spec", .string(Text(entry.spec)))
      if let expected = entry.expected {
        let written = transcript.run("print(\(program), end='')")
        #expect(
          written.unicodeScalars.elementsEqual(expected.unicodeScalars),
          "\(kind) \(entry.value) \(entry.spec.debugDescription): \(written.debugDescription), not \(expected.debugDescription)"
        )
      } else {
        #expect(
          transcript.failure("print(\(program), end='')") != nil,
          "\(kind) \(entry.value) \(entry.spec.debugDescription) is an error in Python")
      }
    }
  }

  private static func value(_ entry: Case) throws -> Value {
    if entry.kind.hasSuffix("str") || entry.kind.hasPrefix("read") { return .string(Text(unescaped(entry.value))) }
    if entry.kind == "bool" { return .bool(entry.value == "1") }
    if entry.value.count == 16, let bits = UInt64(entry.value, radix: 16),
      !entry.kind.hasSuffix("int") || entry.kind == "round-int"
    {
      return .float(Double(bitPattern: bits))
    }
    return .int(try #require(Int(entry.value)))
  }

  /// Undoes Python's `unicode_escape`.
  private static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = ArraySlice(Array(text.unicodeScalars))
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let letter = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch letter {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "x", "u", "U":
        let count = letter == "x" ? 2 : letter == "u" ? 4 : 8
        let hex = String(String.UnicodeScalarView(rest.prefix(count)))
        rest = rest.dropFirst(count)
        result.append(Unicode.Scalar(UInt32(hex, radix: 16)!)!)
      default: result.append(letter)
      }
    }
    return String(result)
  }
}
