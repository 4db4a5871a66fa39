import Syntax
import Testing

@Suite struct SuggestionTests {
  @Test func near() {
    let words = ["train", "step", "forward", "backward", "evaluate", "lr", "relu", "X"]
    #expect(nearest("trian", in: words) == "train")
    #expect(nearest("foward", in: words) == "forward")
    #expect(nearest("Relu", in: words) == "relu")
    #expect(nearest("x", in: words) == "X")
    #expect(nearest("evalute", in: words) == "evaluate")
    #expect(nearest("banana", in: words) == nil)
    #expect(nearest("q", in: words) == nil)
    #expect(nearest("", in: words) == nil)
    #expect(nearest(String(repeating: "a", count: 100_000), in: words) == nil)
  }
}
