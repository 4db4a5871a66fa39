/// Numbers as a row of blocks of eight heights: `▇▅▃▂▁▁`.
public enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One block for each number, from the smallest to the largest of them; `×` where there is none (nan, inf).
  public static func text(_ values: [Double]) -> String {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return String(repeating: "×", count: values.count) }
    // Halved, so that the span of the largest doubles is no infinity.
    let span = high / 2 - low / 2
    return String(
      values.map { value -> Character in
        guard value.isFinite else { return "×" }
        return span == 0 ? blocks[0] : blocks[Int(((value / 2 - low / 2) / span * 7).rounded())]
      })
  }
}
