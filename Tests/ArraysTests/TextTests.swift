import Arrays
import Foundation
import Testing

/// Where the fixtures of this target lie.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

@Suite struct TextTests {
  @Test func arraysAreWrittenAsNumPyWritesThem() throws {
    let file = try String(contentsOf: fixtures.appendingPathComponent("text.txt"), encoding: .utf8)
    let cases = file.components(separatedBy: "\n----\n").filter { !$0.isEmpty }
    #expect(cases.count > 250)
    for entry in cases {
      let end = entry.firstIndex(of: "\n")!
      let words = entry[..<end].split(separator: " ")
      var options = PrintOptions()
      options.precision = Int(words[2])!
      options.threshold = Int(words[3])!
      options.edgeItems = Int(words[4])!
      options.lineWidth = Int(words[5])!
      options.suppress = words[6] == "1"
      options.floatMode = try #require(PrintOptions.FloatMode(rawValue: String(words[7])))
      let dimensions = Int(words[8])!
      let shape = Dims(words[9..<(9 + dimensions)].map { Int($0)! })
      let elements = words[(9 + dimensions)...]
      let array =
        switch words[1] {
        case "float64": NDArray(elements.map { Double(bitPattern: UInt64($0, radix: 16)!) }, shape: shape)
        case "int64": NDArray(elements.map { Int($0)! }, shape: shape)
        default: NDArray(elements.map { $0 == "1" }, shape: shape)
        }
      let written = words[0] == "str" ? text(of: array, options: options) : repr(of: array, options: options)
      #expect(written == entry[entry.index(after: end)...], "\(words.prefix(12))")
    }
  }

  @Test func viewsAreWrittenInTheirOwnOrder() {
    let array = NDArray([1.0, 2, 3, 4, 5, 6], shape: [2, 3])
    let transposed = NDArray(viewing: array, shape: [3, 2], strides: [1, 3], offset: 0)
    #expect(text(of: transposed) == "[[1. 4.]\n [2. 5.]\n [3. 6.]]")
    #expect(repr(of: NDArray(viewing: array, shape: [3], strides: [-2], offset: 4)) == "array([5., 3., 1.])")
  }

  @Test(arguments: [
    (0.1, "0.1"), (1e16, "1e+16"), (1e15, "1000000000000000.0"), (123_456_789_012_345_680.0, "1.2345678901234568e+17"),
    (1e-5, "1e-05"),
    (0.0001, "0.0001"), (-0.0, "-0.0"), (100, "100.0"), (Double.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"),
    (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (9_007_199_254_740_992, "9007199254740992.0"),
    (1e22, "1e+22"),
    (2.5e-7, "2.5e-07"), (1.0 / 3, "0.3333333333333333"),
  ])
  func floatsAreWrittenAsPythonWritesThem(value: Double, written: String) {
    #expect(pythonRepr(value) == written)
  }
}
