import Syntax
import Testing

@Suite struct RobustnessTests {
  private static func repeated(_ text: String, _ times: Int = 10_000) -> String {
    String(repeating: text, count: times)
  }

  @Test(arguments: [
    "(", "[", "{1:", "-", "not ", "lambda: ", "1 if 1 else ", "2**", "1+", "f'{", "relu'(", "[x for x in ", "f(", "a[",
    "time ", "%time ", "~",
  ])
  func deep(opening: String) {
    #expect(read(Self.repeated(opening) + "1").hasPrefix("error: nested too deeply @"))
  }

  @Test(arguments: ["()", ".a", "[0]", "+1"]) func longChains(part: String) {
    #expect(read("f" + Self.repeated(part)).hasPrefix("error: nested too deeply @"))
  }

  @Test func deepBlocks() {
    let lines = (0..<500).map { Self.repeated(" ", $0) + "if x:\n" }.joined()
    #expect(read(lines).hasPrefix("error: nested too deeply @ if"))
  }

  @Test func notTooDeep() {
    #expect(read(Self.repeated("(", 190) + "1" + Self.repeated(")", 190)) == "1")
    #expect(!read("1" + Self.repeated(" + 1", 900)).hasPrefix("error"))
    #expect(!read("a" + Self.repeated(" and a", 20_000)).hasPrefix("error"))
  }

  /// A long line is read, or refused, in one pass.
  @Test(arguments: ["1+", "9", "a", "'", "(", "1, ", "a;", "\\\n", "train ", "?", "\u{3B1}"])
  func long(part: String) {
    let text = Self.repeated(part, 400_000 / part.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? parse(text) }
    #expect(time < .seconds(10))
  }

  /// Programs with bytes changed at random are read or refused, and every span lies in the text.
  @Test func mutations() {
    struct Generator: RandomNumberGenerator {
      var state: UInt64 = 88_172_645_463_325_252
      mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
      }
    }
    var random = Generator()
    let programs = [
      "def f(x, *a, y=2):\n    \"\"\"doc\"\"\"\n    return x[1:2, ...] + f'{x!r:>{w}} {{}}'\n\nfor i in r:\n  train 10 lr=2;\n",
      "network 2 → 10 relu -> 1 sigmoid\nplot loss to \"f.png\"\ncheck dW2 = A1.T @ dZ2 / m\nexplain dW1[0, 3]\n?relu",
      "x = [a if b else c for (d, e) in f if not g]; y -= relu'(Z1) ** -0x1f\nif x == 'a\\x41':\n\tz\nelse: w\ndata moons noise=.2",
    ].map { Array($0.utf8) }
    let pieces = [
      "(", ")", "[", "]", "{", "}", "'", "\"", "f'", "\\", "\n", "\n  ", ":", ";", "#", "->", "→", "%", "?", "=", "\0",
      "0x", "'''",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<6000 {
      var bytes = programs.randomElement(using: &random)!
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: min(place, bytes.count))
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes = Array(bytes[..<min(place, bytes.count)])
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let source = Source(name: "", text: text)
      do throws(SyntaxError) {
        for statement in try Parser.parse(source, commands: commands) { _ = source.text(statement.span) }
      } catch {
        #expect(!error.sentence.isEmpty && error.span.start <= error.span.end)
        #expect(Int(error.span.end) <= source.bytes.count)
      }
      _ = Parser.needsMoreLines(text, commands: commands)
    }
  }
}
