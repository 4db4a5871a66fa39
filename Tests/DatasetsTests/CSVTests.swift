import Arrays
import Datasets
import Foundation
import Support
import Testing

@Suite struct CSVTests {
  /// Reads this text as a file called `PATH`, and gives errors that name.
  private func read(_ bytes: some Collection<UInt8>, target: String? = nil) throws -> Dataset {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString).csv")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try readDataset(file.path, target: target)
  }

  /// The case of the error that reading throws, without the path.
  private func failure(_ text: String, target: String? = nil) -> String {
    do {
      _ = try read(Array(text.utf8), target: target)
      return "none"
    } catch {
      return "\(error)".replacing(#/path: "[^"]*"(, )?/#, with: "")
    }
  }

  @Test func headersNamesAndTextTargets() throws {
    let iris = try read("length,width,species\n5.1,3.5,setosa\r\n6.0,2.2,virginica\n\n5.9,3.0,\"setosa\"\n".utf8)
    #expect(text(of: iris.features) == "[[5.1 3.5]\n [6.  2.2]\n [5.9 3. ]]")
    #expect(repr(of: iris.targets) == "array([0, 1, 0])")
    #expect(iris.labelNames == ["setosa", "virginica"])
    #expect(iris.featureNames == ["length", "width"])
    #expect(iris.targetName == "species")
  }

  @Test func labelsAreInAlphabeticalOrder() throws {
    let data = try read("1,zebra\n2,ant\n3,Bee\n4,zebra".utf8)
    #expect(data.labelNames == ["Bee", "ant", "zebra"])
    #expect(repr(of: data.targets) == "array([2, 1, 0, 2])")
    #expect(data.featureNames == [])
  }

  @Test func targetByName() throws {
    let data = try read("a;y;b\n1;0.5;2\n3;1;4\n".utf8, target: "y")
    #expect(text(of: data.features) == "[[1. 2.]\n [3. 4.]]")
    #expect(repr(of: data.targets) == "array([0.5, 1. ])")
    #expect(try repr(of: read("a\tb\n1\t2\n".utf8, target: "a").targets) == "array([1])")
    #expect(
      failure("a,b\n1,2", target: "c") == #"unknownTarget(target: "c", columns: ["a", "b"])"#)
    #expect(
      failure("1,2\n3,4", target: "c") == #"unknownTarget(target: "c", columns: ["column1", "column2"])"#)
  }

  @Test func quotesByteOrderMarksAndLineEnds() throws {
    let data = try read("\u{FEFF}\"a \"\"x\"\"\",\"b\nc\",y\r1, \"2\" ,\"p,q\"\r3,4,r".utf8)
    #expect(data.featureNames == ["a \"x\"", "b\nc"])
    #expect(text(of: data.features) == "[[1. 2.]\n [3. 4.]]")
    #expect(data.labelNames == ["p,q", "r"])
  }

  @Test func numbersAreReadExactly() throws {
    let random = try RandomState(seed: 4)
    var values: [Double] = []
    for _ in 0..<3000 { values.append(random.standardNormal() * pow(10, Double(try random.randint(-30, 30)))) }
    values += [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0x1p53, 0x1.23p80]
    let data = try read(values.map { pythonRepr($0) + ",1\n" }.joined().utf8)
    #expect((0..<values.count).allSatisfy { data.features.doubles[$0].bitPattern == values[$0].bitPattern })
    let forms = try read("+1.,.5,1E2,1e-1,00012,-0,1,9\n".utf8)
    #expect(text(of: forms.features) == "[[  1.    0.5 100.    0.1  12.   -0.    1. ]]")
  }

  @Test func largeFilesAreReadInPieces() throws {
    let rows = (0..<30_000).map { "\($0),\($0 * 2),class\($0 % 3)\n" }
    let data = try read(rows.joined().utf8)
    #expect(data.features.shape == [30_000, 2])
    #expect(data.features.doubles[59_999] == 59_998)
    #expect(data.targets.ints[29_999] == 29_999 % 3)
  }

  @Test func errorsNameTheirPlace() {
    #expect(failure("a,b\n1,2\n3\n") == "raggedRow(line: 3, expected: 2, found: 1)")
    #expect(failure("1,2\n3,4,5\n") == "raggedRow(line: 2, expected: 2, found: 3)")
    #expect(failure("a,b\n1,2\n\nx,4\n") == #"notANumber(line: 4, column: 1, name: "a", text: "x")"#)
    #expect(failure("1,2,3\n1,,3\n") == #"notANumber(line: 2, column: 2, name: "column2", text: "")"#)
    #expect(failure("1,2,3\n1,nan,3\n") == #"notANumber(line: 2, column: 2, name: "column2", text: "nan")"#)
    #expect(failure("1,2\n1,1e999\n2,") == #"notANumber(line: 3, column: 2, name: "column2", text: "")"#)
    #expect(failure("") == "emptyFile()")
    #expect(failure("\n \n") == "emptyFile()")
    #expect(failure("a,b\n") == "noRows()")
    #expect(failure("a\n1\n") == "noFeatures()")
    #expect(failure("a,b\n1,\"2\n3,4\n") == "unclosedQuote(line: 2)")
    #expect(failure("a,b\n1,\u{0}\n") == "binaryFile(line: 2)")
    #expect(failure(String(repeating: "9", count: 1 << 21)) == "lineTooLong(line: 1)")
    #expect(failure(String(repeating: ",", count: 200_000)) == "lineTooLong(line: 1)")
  }

  @Test func filesThatAreNone() {
    #expect(throws: FileError.failed(.read, path: "/tmp", code: 21)) { try readDataset("/tmp") }
    #expect(throws: FileError.notRegular(.read, path: "/dev/zero")) { try readDataset("/dev/zero") }
    #expect(throws: FileError.failed(.open, path: "/no/such", code: 2)) { try readDataset("/no/such") }
    #expect(throws: FileError.failed(.open, path: "a\0b", code: 2)) { try readDataset("a\0b") }
  }

  /// Whatever the bytes are: a dataset or an error.
  @Test func junkIsAnError() throws {
    let random = try RandomState(seed: 2)
    let alphabet = Array("0123456789.,;\t\"\n\r-+eE ax\u{e9}".utf8)
    for _ in 0..<2000 {
      let count = try random.randint(0, 60)
      let bytes = try (0..<count).map { _ in alphabet[try random.randint(0, alphabet.count)] }
      _ = try? read(bytes)
    }
    for _ in 0..<200 { _ = try? read((0..<300).map { _ in UInt8(try random.randint(0, 256)) }) }
  }
}
