import Interpreter
import Testing

/// Every name behind `np.` has a sentence and an example that runs.
@Suite struct NumPyExampleTests {
  private static let lists: [(name: String, builtins: [Builtin])] = [
    ("np", NumPyNamespace.functions), ("np.random", NumPyNamespace.random), ("np.linalg", NumPyNamespace.linalg),
    ("ndarray", NumPyNamespace.arrayMethods), ("RandomState", NumPyNamespace.generatorMethods),
  ]

  @Test(arguments: lists.map(\.name)) func examplesRun(list: String) {
    for builtin in Self.lists.first(where: { $0.name == list })!.builtins {
      #expect(builtin.summary.hasSuffix("."), "\(builtin.name)")
      if builtin.summary.hasPrefix("Not here:") { continue }
      #expect(!builtin.example.isEmpty, "\(builtin.name)")
      let failure = Transcript().failure(builtin.example)
      #expect(failure == nil, "\(builtin.name): \(failure?.sentence ?? "")")
    }
  }

  @Test(arguments: lists.map(\.name)) func namesAreUnique(list: String) {
    let names = Self.lists.first { $0.name == list }!.builtins.map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: [
    "np.random.default_rng(42)", "np.float32(1)", "np.zeros(2, dtype=np.float32)", "np.load('a.npy')",
    "np.loadtxt('a.csv')",
    "np.zeros(3, dtype=object)",
  ]) func whatIsMissingSaysSo(line: String) {
    #expect(Transcript().failure(line) != nil)
  }

  @Test func aMisspeltNameSuggestsTheNearest() {
    #expect(Transcript().failure("np.zeroes(3)")?.hint?.contains("np.zeros") == true)
  }
}
