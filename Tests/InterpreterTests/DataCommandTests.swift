import Foundation
import Interpreter
import Testing

/// `data FILE`: what it binds, what it says, and that its hints lead on.
@Suite struct DataCommandTests {
  /// Runs lines with a file called `FILE` of these contents.
  private func with<Result>(_ content: String, _ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString).csv")
    try Data(content.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  private func run(_ content: String, _ lines: String, interactive: Bool = false) throws -> (
    text: String, warnings: String
  ) {
    try with(content) { path in
      let transcript = Transcript(interactive: interactive)
      let text = transcript.run(lines.replacing("FILE", with: "\"\(path)\""))
      return (
        text.replacing(path, with: "FILE"), transcript.warnings.joined(separator: "\n").replacing(path, with: "FILE")
      )
    }
  }

  static let flowers = "size,color,when,kind\n1.5,red,monday,a\n2.5,blue,tuesday,b\n,red,friday,a\n"

  @Test(arguments: [
    ("ignore=when missing=drop", "(2, 3) [0 1]"), ("ignore=when,color missing=mean", "(3, 1) [0 1 0]"),
    ("ignore=when, color missing=mean", "(3, 1) [0 1 0]"), ("ignore=[when, 1] missing=mean", "(3, 1) [0 1 0]"),
    ("columns=color", "(3, 2) [0 1 0]"), ("columns=\"color\", 2", "(3, 5) [0 1 0]"),
    ("columns=size target=1 missing=drop", "(2, 1) [1 0]"), ("target=-3 ignore=0", "(3, 5) [1 0 1]"),
    ("ignore=(names) missing=drop", "(2, 1) [0 1]"), ("ignore=range(2)", "(3, 3) [0 1 0]"),
  ])
  func columnsAreChosen(options: String, printed: String) throws {
    let lines = "names = ['when', 'color']\ndata FILE \(options)\nprint(X.shape, Y.ravel())"
    #expect(try run(Self.flowers, lines).text == printed + "\n")
  }

  @Test func theCallFormTakesTheSame() throws {
    let call =
      "X, Y = data(FILE, ignore=['when', 1], missing='mean', target='kind', header=True)\nprint(X.ravel(), Y.ravel())"
    #expect(try run(Self.flowers, call).text == "[1.5 2.5 2. ] [0 1 0]\n")
    let several = "data FILE target=[b, c]\nprint(Y.shape, Y.dtype)"
    #expect(try run("a,b,c\n1,2,3\n4,5,6.5\n", several).text == "(2, 2) float64\n")
  }

  @Test func whatWasChangedIsSaid() throws {
    let (_, warned) = try run(Self.flowers, "data FILE ignore=when missing=drop")
    #expect(warned == "FILE: 1 row with missing cells left out, 2 kept; text as one-hot columns: color (2)")
    #expect(try run("a,y\n1,0\n2,1\n", "data FILE").warnings == "")
    #expect(try run("a,y,\n1,0,5\n", "data FILE").warnings == "FILE: column 2, which has no name, is the target")
    let prompt = try run(Self.flowers, "data FILE ignore=when missing=mean", interactive: true)
    #expect(
      prompt.text == """
        X (3, 3), Y (3, 1), target kind, 2 classes a and b; missing cells filled with the mean: size (1); \
        text as one-hot columns: color (2)

        """)
    #expect(prompt.warnings == "")
    #expect(try run("1,2,0\n3,4,1\n", "data FILE", interactive: true).text.contains("the file has no header"))
    #expect(
      try run("2001,2002,2003\n1,2,0\n", "data FILE").warnings
        == "FILE: the first line (2001, 2002, 2003) is taken for data")
  }

  /// A hint that names a line names one that runs.
  @Test(arguments: [
    ("size,price\n10,1\n20,?\n", ""), ("size,price\n10,1\n,2\n", ""), ("a,b,y\n1,2,0\n3,oops,1\n", ""),
    ("a,b c,y\n1,2,0\n3,oops,1\n", ""), ("1,2,0\n3,oops,1\n", ""), ("a,b,y\n1,x,0\n2,,1\n", "missing=mean"),
    ("a,y\n1,0\n2,\n", "missing=mean"), ("a,b,y\n1,2,0\n3,NA,1\n", "target=y"),
    ("a,b,y\n1,0x1f,0\n3,2,1\n", "target=-1"),
    ("a,name,y\n" + (0..<60).map { "\($0),n\($0)n,0\n" }.joined(), ""), ("a,b,y\n,1,0\n2,,1\n", "missing=drop"),
  ])
  func hintsLeadOn(content: String, options: String) throws {
    try with(content) { path in
      let transcript = Transcript()
      let hint = try #require(transcript.failure("data \"\(path)\" \(options)")?.hint)
      let line = try #require(hint.firstMatch(of: #/data ".*?(?= leaves| keeps|$|;)/#), "\(hint)").output
      #expect(transcript.failure(String(line)) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    ("data moons ignore=x", "ignore is an option of files; moons has its own samples and targets"),
    ("data FILE samples=3", "samples is an option of generators, not of files"),
    ("data FILE ignore=wen", "FILE has no column wen"),
    ("data FILE target=4", "FILE has no column 4, its 4 columns are numbered from 0"),
    ("data FILE target=2**62", "FILE has no column 4611686018427387904, its 4 columns are numbered from 0"),
    ("data FILE ignore=[1.5]", "data: ignore takes names and whole numbers, not float"),
    ("data FILE ignore=(None)", "NoneType"), ("data FILE columns=[]", "no features are left in FILE beside the target"),
    ("data FILE target=range(10**12)", "target has more columns than any table"),
    ("data FILE target=kind, size missing=drop", "FILE: kind is text, several targets must be numbers"),
    ("data FILE ignore=kind target=kind", "FILE: kind is both the target and ignored"),
  ])
  func wrongOptions(line: String, sentence: String) throws {
    try with(Self.flowers) { path in
      let failure = Transcript().failure(line.replacing("FILE", with: "\"\(path)\""))
      let said = try #require(failure).sentence.replacing(path, with: "FILE")
      #expect(said.contains(sentence), "\(said)")
    }
  }

  @Test func partsOfAnArchiveAreBound() throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../DatasetsTests/Fixtures/parts.npz").standardized.path
    let transcript = Transcript(interactive: true)
    let text = transcript.run(
      "data \"\(fixture)\"\nprint(X_train.shape, Y_train.shape, X_test.shape, Y_test.shape, X.shape, Y.shape)")
    #expect(
      text == """
        X_train (4, 4), Y_train (4, 1), X_test (2, 4), Y_test (2, 1), target y_train; x_val not read
        (4, 4) (4, 1) (2, 4) (2, 1) (4, 4) (4, 1)

        """)
    // Data of two parts give way to data of one.
    #expect(transcript.failure("data moons samples=10\nX_test") != nil)
  }

  @Test func rareClasses() throws {
    let lines = "X = [[1], [2], [3], [4]]\nY = [0, 1, 2, 2]\nsplit stratify=True"
    #expect(
      Transcript().failure(lines)?.sentence == "classes 0 and 1 have only one sample each and cannot be in both parts")
  }

  @Test func severalTargetsAreShown() throws {
    let shown = Transcript.of("X = np.ones((3, 2))\nY = np.eye(3)[[0, 1, 1]]\nshow data")
    #expect(shown.contains("0: 1, 1: 2"))
    #expect(Transcript.of("X = np.ones((3, 2))\nY = np.ones((3, 2))\nshow data").contains("2 targets"))
  }
}
