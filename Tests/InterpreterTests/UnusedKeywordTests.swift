import Foundation
import Interpreter
import Syntax
import Testing

/// An argument that is taken does something: every keyword in the signature of a builtin is given with other values than its default, and changes
/// the result or what it is done to, or is refused. (Signatures are the catalog: a new keyword is tested on arrival.)
@Suite struct UnusedKeywordTests {
  static let catalogs: [(name: String, builtins: [Builtin])] = [
    ("np", NumPyNamespace.functions), ("np.random", NumPyNamespace.random), ("np.linalg", NumPyNamespace.linalg),
    ("ndarray", NumPyNamespace.arrayMethods),
  ]

  /// Keywords that are right to change nothing, and why; of all builtins or of one.
  private static let idle: [String: String] = [
    "kind=": "names a way to sort; the stable one here is right for each",
    "overwrite_input=": "allows a function to use the array for itself, which it need not",
    "prefix=": "its width is what lines are indented by, and only where they are broken",
    "np.seterr all=": "help says that warnings stay as they are", "np.seterr divide=": "the same",
    "np.seterr over=": "the same", "np.seterr under=": "the same", "np.seterr invalid=": "the same",
    "np.var dtype=": "the result is a float; other dtypes are refused", "np.std dtype=": "the same",
    "ndarray.var dtype=": "the same", "ndarray.std dtype=": "the same",
    "np.zeros order=": "says how the elements lie in memory, not which they are", "np.ones order=": "the same",
    "np.empty order=": "the same", "ndarray.copy order=": "the same",
  ]

  @Test(arguments: catalogs.map(\.name)) func everyKeywordDoesSomething(catalog: String) {
    for builtin in Self.catalogs.first(where: { $0.name == catalog })!.builtins {
      if builtin.summary.hasPrefix("Not here:") { continue }
      for parameter in builtin.parameters.items where parameter.kind == .plain || parameter.kind == .keywordOnly {
        if parameter.isRequired || parameter.name == "self" { continue }
        let keyword = "\(builtin.name) \(parameter.name)="
        let isIdle = KeywordTrial(builtin, parameter.name).isIdle
        if Self.idle["\(parameter.name)="] == nil && Self.idle[keyword] == nil {
          #expect(!isIdle, "\(keyword) is taken and changes nothing")
        }
      }
    }
  }
}

/// One keyword of a builtin, given in calls that go well without it.
struct KeywordTrial {
  private let keyword: String
  private let calls: [String]

  init(_ builtin: Builtin, _ keyword: String) {
    self.keyword = keyword
    calls = KeywordTrial.calls(builtin)
  }

  private static let prelude = """
    np.random.seed(1)
    M = np.array([[3.5, -1.25, 2.0], [6.0, 0.5, np.nan]]); I = np.array([[3, 1, 2], [6, 5, 4], [2, 2, 9]])
    v = np.array([0.5, -2.0, 7.0, np.inf]); k = np.array([2, 0, 1, 1]); B = np.array([[True, False], [True, True]])
    long = np.arange(2000) / 3; T = np.zeros((9, 2)); S = np.array([[[1, 2]]])

    """

  /// By the name of the keyword; for some, by the name of the builtin too.
  private static let values: [String: [String]] = [
    "dtype": ["bool", "int", "float"], "axis": ["0", "1", "None"], "axes": ["(1, 0)", "(1, 0, 2)", "0"],
    "order": ["'F'"],
    "keepdims": ["True"], "size": ["3", "(2, 2)"], "weights": ["[1, 2, 3, 4]", "I", "[2, 3, 4]"],
    "p": ["[0, 0, 0, 0, 1]"],
    "mode": ["'wrap'", "'clip'", "'edge'"], "side": ["'right'"], "method": ["'lower'"], "indexing": ["'ij'"],
    "ord": ["1", "np.inf"], "range": ["(0, 3)"], "separator": ["', '"], "suffix": ["'x' * 70"], "nanstr": ["'N'"],
    "infstr": ["'I'"], "sign": ["'+'"], "floatmode": ["'fixed'"], "formatter": ["{}"], "nan": ["7"], "posinf": ["7"],
    "neginf": ["7"], "stop": ["9"], "step": ["2"], "high": ["1000"], "bins": ["3"], "shape": ["(3, 3)", "9"],
    "newshape": ["(3, 3)"], "linewidth": ["20"], "max_line_width": ["20"], "edgeitems": ["1"], "threshold": ["5"],
    "precision": ["2"], "left": ["-5"], "right": ["True", "-5"], "scale": ["3"], "min": ["1"], "max": ["1"],
    "a_min": ["1"],
    "a_max": ["1"], "x": ["k", "5", "[1, 2]"], "y": ["k"], "rtol": ["100"], "atol": ["100"], "default": ["5"],
    "ndmin": ["3"], "copy": ["True", "False"], "constant_values": ["5"], "minlength": ["9"], "decimals": ["-1", "1"],
    "base": ["2"],
  ]

  /// Calls that tell more than the examples do, without the closing bracket.
  private static let telling: [String: [String]] = [
    "np.isclose": ["np.isclose([np.nan, 1], [np.nan, 1.5]"],
    "np.allclose": ["np.allclose([np.nan], [np.nan]", "np.allclose([1], [1.5]"],
    "np.array_equal": ["np.array_equal([np.nan], [np.nan]"], "np.interp": ["np.interp([-9, 9], [1, 2], [10, 20]"],
    "np.nan_to_num": ["np.nan_to_num(np.array([np.nan, np.inf, -np.inf])"],
    "np.fill_diagonal": ["np.fill_diagonal(T, 5"],
    "np.array2string": [
      "np.array2string(v / 3", "np.array2string(long", "np.array2string(long[:50]",
      "np.array2string(np.array([1e-9, 1.0])",
    ],
    "np.array_repr": ["np.array_repr(long[:5]", "np.array_repr(np.array([1e-9, 1.0])"],
    "np.array_str": ["np.array_str(long[:5]", "np.array_str(np.array([1e-9, 1.0])"],
    "np.copy": ["np.copy(M"], "np.average": ["np.average(k"], "np.percentile": ["np.percentile(I, [50]"],
    "np.quantile": ["np.quantile(I, [0.5]"], "np.take": ["np.take(I, [7, 1]", "np.take(I, [0, -1]"],
    "np.random.choice": ["np.random.choice(5", "np.random.choice(5, 5"],
    "np.round": ["np.round(v * 11"], "np.around": ["np.around(v * 11"], "np.linalg.norm": ["np.linalg.norm(I"],
    "np.roll": ["np.roll(I, 1"], "np.digitize": ["np.digitize([1, 2], [1, 2]"], "np.bincount": ["np.bincount(k"],
    "np.histogram": ["np.histogram(k"], "np.searchsorted": ["np.searchsorted([1, 3, 5], 3"], "np.diff": ["np.diff(I"],
    "ndarray.astype": ["np.shares_memory(I, I.astype(int"], "np.array": ["np.shares_memory(I, np.array(I"],
    "np.split": ["np.split(I, [1]"], "np.array_split": ["np.array_split(I, 2"], "np.insert": ["np.insert(I, 0, 7"],
    "np.select": ["np.select([k > 0], [k]"],
    "np.linspace": ["np.linspace(0, 5"], "np.meshgrid": ["np.meshgrid([1, 2, 3], [4, 5]"],
  ]

  /// The calls without their closing brackets: the builtin's own examples, with and without their keywords, and some that suit many.
  private static func calls(_ builtin: Builtin) -> [String] {
    let last = String(builtin.name.split(separator: ".").last!)
    var calls = telling[builtin.name] ?? []
    for line in builtin.example.split(separator: "\n") where line.contains(last + "(") && line.hasSuffix(")") {
      calls.append(String(line.dropLast()))
      if let comma = line.range(of: #", \w+=[^,]*\)$"#, options: .regularExpression) {
        calls.append(String(line[..<comma.lowerBound]))
      }
    }
    if builtin.name.hasPrefix("ndarray.") {
      for array in ["I", "M", "B", "S", "k", "v"] {
        for arguments in ["", "1", "I", "k"] { calls.append("\(array).\(last)(\(arguments)") }
      }
    } else {
      for arguments in [
        "I", "M", "v", "k", "S", "B", "I, I", "k, 1", "I, 1", "(k, k)", "3", "2, 5", "B, I, 7", "I, I, 1",
      ] {
        calls.append("\(builtin.name)(\(arguments)")
      }
    }
    return calls
  }

  /// Whether the keyword is taken with some value, and no value of it changes anything.
  var isIdle: Bool {
    var isTaken = false
    for call in calls {
      let end = String(repeating: ")", count: call.count { $0 == "(" } - call.count { $0 == ")" })
      guard let plain = outcome(call + end) else { continue }
      let comma = call.hasSuffix("(") ? "" : ", "
      if keyword == "out" {
        let given = "OUT = np.full_like(\(call)\(end), 77)\n\(call)\(comma)out=OUT\(end)"
        guard let written = outcome(given, then: "OUT") else { continue }
        isTaken = true
        if !written.contains("77") { return false }
        continue
      }
      for value in Self.values[keyword] ?? ["0", "1", "2", "-1", "True", "False", "0.5", "'x'"] {
        guard let changed = outcome("\(call)\(comma)\(keyword)=\(value)\(end)") else { continue }
        isTaken = true
        if changed != plain { return false }
      }
    }
    return isTaken
  }

  /// What lines give, whose last one is an expression, and what they make of an array; nil if they fail.
  private func outcome(_ lines: String, then: String = "I") -> String? {
    let transcript = Transcript()
    var parts = lines.split(separator: "\n").map(String.init)
    let last = parts.removeLast()
    let text =
      (parts + [
        "print(repr(\(last)))",
        "print(repr(\(then)), repr(T), repr(v), repr(M), str(long), str(1e-9 * v), repr(np.random.rand()))",
      ])
      .joined(separator: "\n")
    guard transcript.failure(Self.prelude + text) == nil else { return nil }
    return transcript.text
  }
}
