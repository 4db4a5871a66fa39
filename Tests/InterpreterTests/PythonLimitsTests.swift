import Testing

/// Inputs that ask for too much, nest too deep or are no numbers: an error each time, never a crash.
@Suite struct PythonLimitsTests {
  /// The largest and the smallest int.
  private static let ends = "high = 9223372036854775807; low = -high - 1\n"

  @Test(arguments: [
    "[0] * 10**12", "(0,) * 10**13", "'ab' * 10**15", "10**12 * [1]", "f'{1:1000000000}'", "f'{1.5:.1000000000f}'",
    "'%1000000000d' % 1", "'%.*f' % (10**15, 1.5)", "'%*d' % (low, 1)", "'x'.ljust(10**12)",
    "'{:{}}'.format(1, 10**12)",
    "list(range(10**15))", "sorted(range(10**15))", "tuple(range(10**15))", "range(low, high)", "'x'.zfill(10**12)",
    "round(high, -1)", "abs(low)", "int(1e300)", "int('9' * 30)", "int(float('inf'))", "divmod(low, -1)",
    "sum([high, 1])", "pow(2, 64)", "pow(2, -1, 5)", "chr(10**12)", "chr(0xd800)", "'\\t'.expandtabs(10**12)",
    "round(1.7e308, -308)", "len(5)", "max()", "min([])", "[].pop()", "[1, 2][2**62]", "'abc'[::0]", "{}['x']",
    "hex(1.5)",
    "'{0.__class__}'.format(1)", "'%c' % -1", "next(iter([]))", "sorted([1, 'a', None])", "dict(5)", "list(5)",
    "enumerate(5)", "'{:d}'.format('a')", "int('1', 37)", "[1, 2, 3][1.5]", "'a'.join([1])", "map(abs)",
  ])
  func tooMuchIsAnError(line: String) throws {
    let failure = Transcript().failure(Self.ends + line)
    #expect(failure != nil, "\(line) is an error")
    #expect(failure?.sentence.isEmpty == false)
  }

  @Test(arguments: [
    ("'abc'[2**62:]", "''"), ("[1, 2, 3][low:high]", "[1, 2, 3]"), ("[1, 2, 3][::low]", "[3]"),
    ("[1, 2, 3][::high]", "[1]"), ("range(10)[::2**62]", "range(0, 10, 4611686018427387904)"),
    ("round(1.5, 2**62)", "1.5"),
    ("round(123456, -(2**62))", "0"), ("'a' * low", "''"), ("[] * 10**18", "[]"), ("'abc'.find('c', low, high)", "2"),
    ("len(range(2**62))", "4611686018427387904"), ("sum([])", "0"),
    ("list(range(high - 2, high, 5))", "[9223372036854775805]"),
    ("'é'[0]", "'é'"), ("len('e\\u0301')", "2"), ("'a\\r\\nb'.split('\\n')", "['a\\r', 'b']"),
    ("'a\\r\\nb'.count('\\r')", "1"),
    ("[1, 2, 3].index(3, low)", "2"),
  ])
  func theFarEndsOfIntAreQuiet(line: String, written: String) {
    #expect(Transcript.of(Self.ends + line) == written + "\n")
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let build = "x = []\nfor i in range(100000):\n    x = [x]\n"
    for use in ["print(x)", "repr(x)", "str(x)", "f'{x}'", "'%s' % x", "x == [x]"] {
      let transcript = Transcript()
      #expect(transcript.failure(build + use) != nil, "\(use)")
    }
  }
}
