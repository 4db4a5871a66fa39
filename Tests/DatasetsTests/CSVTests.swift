import Arrays
import Datasets
import Foundation
import Support
import Testing

@Suite struct CSVTests {
  /// Reads this text as a file called `PATH`, and gives errors that name.
  private func read(_ bytes: some Collection<UInt8>, target: String? = nil) throws -> Dataset {
    try read(bytes) { if let target { $0.targets = [.name(target)] } }
  }

  private func read(_ bytes: some Collection<UInt8>, _ choose: (inout ReadingOptions) -> Void) throws -> Dataset {
    var options = ReadingOptions()
    choose(&options)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString).csv")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try readDataset(file.path, options)
  }

  /// The case of the error that reading throws, without the path.
  private func failure(_ text: String, target: String? = nil) -> String {
    failure { try read(Array(text.utf8), target: target) }
  }

  /// A cell is written as its line and column, both from 1, and its text.
  private func failure(_ body: () throws -> Dataset) -> String {
    do {
      _ = try body()
      return "none"
    } catch {
      return "\(error)".replacing(#/path: "[^"]*"(, )?/#, with: "")
        .replacing(#/Datasets.DatasetCell\(line: (\d+), column: (\d+), .*? text: (".*?"), isTarget[^)]*\)/#) { match in
          "\(match.1):\(Int(match.2)! + 1) \(match.3)"
        }
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
      failure("a,b\n1,2", target: "c") == #"unknownColumn(name: "c", columns: ["a", "b"])"#)
    #expect(
      failure("1,2\n3,4", target: "c") == #"unknownColumn(name: "c", columns: ["column1", "column2"])"#)
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
    #expect(failure("a,b\n1,2\n\nx,4\n") == #"notANumber(4:1 "x", numberAt: Optional(2))"#)
    #expect(failure("1,2,3\n1,,3\n") == #"missingCell(2:2 "")"#)
    #expect(failure("1,2,3\n1,nan,3\n") == #"missingCell(2:2 "nan")"#)
    #expect(failure("1,2\n1,1e999\n2,") == #"notANumber(2:2 "1e999", numberAt: Optional(1))"#)
    #expect(failure("") == "emptyFile()")
    #expect(failure("\n \n") == "emptyFile()")
    #expect(failure("a,b\n") == "noRows()")
    #expect(failure("a\n1\n") == "oneColumn()")
    #expect(failure("a,b\n1,\"2\n3,4\n") == "unclosedQuote(line: 2)")
    #expect(failure("a,b\n1,\u{0}\n") == "binaryFile(line: 2)")
    #expect(failure(String(repeating: "9", count: 1 << 21)) == "lineTooLong(line: 1)")
    #expect(failure(String(repeating: ",", count: 200_000)) == "lineTooLong(line: 1)")
  }

  /// One cell that is no number among numbers, wherever it stands, names itself.
  @Test(arguments: [
    "?", "nan", "NA", "inf", "1e400", "oops", "0x10", "1,5", "-", "1_000", "12%", "١٢", "--1", "1e", "",
  ])
  func aColumnIsNumbersOrText(cell: String) {
    for column in 1...2 {
      for row in 0..<4 {
        var rows = [["10", "0"], ["20", "1"], ["30", "0"], ["40", "1"]]
        rows[row][column - 1] = cell
        let text = "a;b\n" + rows.map { $0.joined(separator: ";") + "\n" }.joined()
        #expect(failure(text).contains("\(row + 2):\(column) \"\(cell)\""), "\(text)")
      }
    }
  }

  @Test(arguments: ["1,5", "0x10", "1e400", "inf", "1 000", "1.234.567", "$12", "12%", "−5", "١٢", "nan", "?"])
  func aColumnOfOddNumbersIsNoText(cell: String) {
    #expect(failure("a;b\n1;\(cell)\n2;\(cell)\n").contains("2:2 \"\(cell)\""))
  }

  @Test(arguments: ["2024-03-01", "01.02.2024", "12:30", "10.0.0.1", "3a", "<5", "20-30", "a1", "e5", "é", "True"])
  func wordsAreText(cell: String) throws {
    #expect(try read("a;b\n1;\(cell)\n2;other\n".utf8).labelNames.contains(cell))
  }

  @Test func labelsAreExact() throws {
    #expect(failure("a,b\n1,9007199254740993\n2,1\n") == #"labelTooLarge(2:2 "9007199254740993")"#)
    #expect(failure("a,b\n1,1\n2,-9223372036854775809\n") == #"labelTooLarge(3:2 "-9223372036854775809")"#)
    #expect(failure("a,b\n1,9007199254740993.0\n") == #"labelTooLarge(2:2 "9007199254740993.0")"#)
    #expect(
      try repr(of: read("a,b\n1,9007199254740992\n2,-9007199254740992".utf8).targets)
        == "array([ 9007199254740992, -9007199254740992])")
    #expect(try repr(of: read("a,b\n1,1e300\n2,-1e20".utf8).targets) == "array([ 1.e+300, -1.e+020])")
    #expect(try read("a,b\n1,9007199254740993\n2,0.5".utf8).targets.dtype == .float64)
  }

  @Test func spellingsOfOneLetterAreTwoClasses() throws {
    let data = try read("a,b\n1,caf\u{e9}\n2,cafe\u{301}\n3,\u{212b}\n4,\u{c5}\n5,caf\u{e9}\n".utf8)
    #expect(data.labelNames.count == 4)
    #expect(data.targets.ints[0] == data.targets.ints[4])
    let features = try read("t\u{e9},te\u{301},y\n1,2,0\n".utf8, target: "te\u{301}")
    #expect(features.targets.ints[0] == 2)
  }

  @Test func textFeaturesBecomeOneHot() throws {
    let data = try read("size,color,y\n1,red,0\n2,blue,1\n3,red,0\n".utf8)
    #expect(text(of: data.features) == "[[1. 0. 1.]\n [2. 1. 0.]\n [3. 0. 1.]]")
    #expect(data.featureNames == ["size", "color=blue", "color=red"])
    #expect(data.report?.encoded.map { [$0.column, "\($0.count)"] } == [["color", "2"]])
    #expect(try read("1,a,0\n2,b,1\n".utf8).featureNames == ["column1", "column2=a", "column2=b"])
    let names = (0..<60).map { "\($0),name\($0)x,0\n" }.joined()
    #expect(failure(names) == #"tooManyWords(name: "column2", column: 1, words: 60, samples: 60)"#)
  }

  @Test func missingCells() throws {
    let table = "a,b,y\n1,2,0\n,4,1\n3,NA,0\n5,6,?\n7,8,1\n"
    let kept = try read(table.utf8) { $0.missing = .drop }
    #expect(text(of: kept.features) == "[[1. 2.]\n [7. 8.]]")
    #expect(kept.report?.dropped == 3)
    #expect(failure { try read(table.utf8) { $0.missing = .mean } } == #"noMean(5:3 "?")"#)
    let filled = try read("a,b,y\n1,2,0\n,4,1\n3,null,0\n".utf8) { $0.missing = .mean }
    #expect(text(of: filled.features) == "[[1. 2.]\n [2. 4.]\n [3. 3.]]")
    #expect(filled.report?.filled.map(\.count) == [1, 1])
    // The mean of large numbers does not overflow.
    let large = try read("a,y\n1e308,0\n1.5e308,1\n,0\n".utf8) { $0.missing = .mean }
    #expect(abs(large.features.doubles[2] / 1.25e308 - 1) < 1e-15)
    #expect(failure { try read("a,y\n1,\n,0\n".utf8) { $0.missing = .drop } } == "everyRowDropped(rows: 2)")
    #expect(failure { try read("a,c,y\n1,x,0\n2,,1\n".utf8) { $0.missing = .mean } } == #"noMean(3:2 "")"#)
    // A word that only a dropped row has is no column.
    let words = try read("a,c,y\n1,x,0\n,z,1\n2,y,1\n".utf8) { $0.missing = .drop }
    #expect(words.featureNames == ["a", "c=x", "c=y"])
    // Without missing=, NA among words is a word.
    #expect(try read("a,y\n1,NA\n2,EU\n".utf8).labelNames == ["EU", "NA"])
  }

  @Test func columnsAreChosenByNameAndNumber() throws {
    let table = "a,b,c,d\n1,2,3,4\n5,6,7,8\n"
    func read(_ choose: (inout ReadingOptions) -> Void) throws -> String {
      let data = try self.read(table.utf8, choose)
      return "\(data.featureNames.joined()) \(data.targetName ?? "")"
    }
    #expect(try read { $0.targets = [.number(0)] } == "bcd a")
    #expect(try read { $0.targets = [.number(-4)] } == "bcd a")
    #expect(try read { $0.ignored = [.name("d")] } == "ab c")
    #expect(try read { $0.ignored = [.number(1), .name("a")] } == "c d")
    #expect(try read { $0.columns = [.name("c"), .number(0)] } == "ca d")
    #expect(try read { $0.columns = [.name("c"), .name("d"), .name("c")] } == "c d")
    let several = try self.read(table.utf8) { $0.targets = [.name("b"), .name("d")] }
    #expect(text(of: several.targets) == "[[2 4]\n [6 8]]")
    for wrong in [4, -5, Int.max, Int.min] {
      #expect(failure { try self.read(table.utf8) { $0.targets = [.number(wrong)] } }.hasPrefix("noSuchColumn"))
    }
    #expect(
      failure { try self.read(table.utf8) { ($0.targets, $0.ignored) = ([.name("a")], [.number(0)]) } }
        == #"ignoredTarget(name: "a")"#)
    #expect(failure { try self.read(table.utf8) { $0.columns = [.number(-1)] } } == "noFeatures()")
    #expect(failure("a,a,y\n1,2,0\n", target: "a") == #"ambiguousColumn(name: "a", numbers: [0, 1])"#)
  }

  @Test func headers() throws {
    let years = "2001,2002,2003\n1,2,0\n3,4,1\n"
    let guessed = try read(years.utf8)
    #expect(guessed.features.shape == [3, 2])
    #expect(guessed.report?.firstRow == .doubtfulData(cells: ["2001", "2002", "2003"]))
    let told = try read(years.utf8) { $0.hasHeader = true }
    #expect(told.featureNames == ["2001", "2002"])
    #expect(try read(years.utf8) { ($0.hasHeader, $0.targets) = (true, [.number(2001)]) }.targetName == "2001")
    #expect(try read("1.5,2\n2,3\n".utf8).report?.firstRow == .data)
    #expect(failure { try read("a,b\n1,2\n".utf8) { $0.hasHeader = false } }.contains(#"1:1 "a""#))
    #expect(try read("?,1\n2,3\n".utf8) { $0.missing = .drop }.features.shape == [1, 1])
    let counted = try read(",a,y\n0,5,1\n1,6,0\n2,7,1\n".utf8)
    #expect(counted.report?.rowNumbers == 0)
  }

  @Test func separators() throws {
    for table in ["a|b|y\n1|2|0\n", "a b y\n1 2 0\n", " a  b   y \n  1 2  0\n\n", "a;b;y\n1;2;0\n", "a\tb\ty\n1\t2\t0"]
    {
      let data = try read(table.utf8)
      #expect(data.featureNames == ["a", "b"], "\(table)")
      #expect(text(of: data.features) == "[[1. 2.]]")
    }
    // A comma between digits is a decimal one where semicolons separate.
    #expect(failure("1,5;2,5\n3,5;4,5\n").contains(#"1:1 "1,5""#))
    #expect(try read("a;b\n\"x;y\";1\n".utf8).featureNames == ["a=x;y"])
  }

  @Test func emptyLastColumns() throws {
    for table in ["a,b,y,\n1,4,0,\n2,5,1,\n", "a,b,y\n1,4,0,\n2,5,1,\n", "a,b,y,\n1,4,0\n2,5,1\n", "1,4,0,\n2,5,1,\n"] {
      let data = try read(table.utf8)
      #expect(text(of: data.features) == "[[1. 4.]\n [2. 5.]]")
      #expect(repr(of: data.targets) == "array([0, 1])")
      #expect(data.report?.hasEmptyLastColumn == true)
    }
    #expect(failure("a,y,\n1,0,\n2,1,5\n") == #"cellBehindLast(line: 3, text: "5")"#)
  }

  @Test func commentsAndTitles() throws {
    let data = try read("# made in \"the lab\n# two, lines\na,b,y\n1,2,0\n# later\n3,4,1\n".utf8)
    #expect(data.featureNames == ["a", "b"])
    #expect(data.features.shape == [2, 2])
    #expect(data.report?.comments == 1)
    // As np.savetxt writes it.
    let saved = try read("# a b y\n1.0e+00 2 0\n3 4 1\n".utf8)
    #expect(saved.featureNames == ["a", "b"])
    #expect(saved.report?.firstRow == .headerInComment(line: 1))
    #expect(try read("c,y\n#ff0000,1\n#00ff00,0\n".utf8).featureNames == ["c=#00ff00", "c=#ff0000"])
    #expect(failure("My table\na,b,y\n1,2,0\n") == #"titleLine(line: 1, text: "My table")"#)
    #expect(failure("# only\n# comments\n") == "emptyFile()")
  }

  @Test func onlyUTF8IsText() {
    #expect(failure { try read(Array("a,b,y\n1,2,caf".utf8) + [0xe9, 10]) } == "notUTF8(line: 2, encoding: nil)")
    // A character that the end of the file cuts off, and one that two pieces share.
    #expect(failure { try read(Array("a,y\n1,x\n2,".utf8) + [0xc3]) } == "notUTF8(line: 3, encoding: nil)")
    for shift in 0..<4 {
      let start = "a,y\r\n" + String(repeating: "1,x\r\n", count: 13_105) + String(repeating: " ", count: shift) + "2,"
      let good = start + "ü\u{1f600}\n"
      #expect(failure { try read(good.utf8) } == "none")
      #expect(
        failure { try read(Array(start.utf8) + [0xf0, 0x9f, 0x98, 10]) } == "notUTF8(line: 13107, encoding: nil)")
    }
    for bad: [UInt8] in [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff], [0x80]] {
      #expect(failure { try read(Array("a,y\n1,".utf8) + bad) } == "notUTF8(line: 2, encoding: nil)")
    }
    #expect(failure { try read([0xff, 0xfe, 65, 0, 44, 0]) } == #"notUTF8(line: 1, encoding: Optional("UTF-16"))"#)
    #expect(failure { try read([0x1f, 0x8b, 8, 0]) } == "compressed()")
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
