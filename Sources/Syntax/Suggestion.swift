/// The word among the candidates that a typed one most likely means: one that differs only in case or in underscores, the only one that
/// begins with it, or the nearest by edit distance (insertion, deletion, replacement, exchange of neighbours; Damerau 1964), if it is
/// near enough. Every "did you mean" of nn asks this function; what to offer where, the asker says by its candidates.
public func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  let typed = Array(word.unicodeScalars.prefix(65))
  guard !typed.isEmpty, typed.count <= 64 else { return nil }
  let candidates = candidates.filter { $0 != word }
  let plain = plainForm(word)
  if let same = candidates.filter({ plainForm($0) == plain }).min() { return same }
  // Half a word is meant whole: net for network.
  let whole = Set(typed.count >= 3 ? candidates.filter { $0.hasPrefix(word) } : [])
  if whole.count == 1 { return whole.first }

  var best: (word: String, rank: Rank)?
  for candidate in candidates {
    let scalars = Array(candidate.unicodeScalars.prefix(65))
    guard abs(scalars.count - typed.count) <= 3, scalars.count <= 64 else { continue }
    let distance = editDistance(typed, scalars)
    let (shorter, longer) = (min(typed.count, scalars.count), max(typed.count, scalars.count))
    // Among a handful, such as the options of a command, a word of four letters may differ in two.
    let limit = shorter < 4 || shorter == 4 && candidates.count > 20 ? 1 : longer <= 8 ? 2 : 3
    guard distance <= limit, distance < scalars.count, distance < typed.count else { continue }
    let rank = Rank(distance, typed, scalars)
    if let known = best, known.rank < rank || known.rank == rank && known.word <= candidate { continue }
    best = (candidate, rank)
  }
  return best?.word
}

/// Of words at the same distance the one of the same letters comes first, then the one that begins alike.
private struct Rank: Comparable {
  private let order: [Int]

  init(_ distance: Int, _ typed: [Unicode.Scalar], _ candidate: [Unicode.Scalar]) {
    let hasSameLetters = Set(typed) == Set(candidate)
    let common = zip(typed, candidate).prefix { $0 == $1 }.count
    order = [distance, hasSameLetters ? 0 : 1, -common]
  }

  static func < (a: Rank, b: Rank) -> Bool { a.order.lexicographicallyPrecedes(b.order) }
}

private func plainForm(_ word: String) -> String { word.lowercased().filter { $0 != "_" } }

/// A word in quotes, as the parser's sentences show it.
func quoted(_ word: String) -> String { "'\(word)'" }

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var current = [i] + [Int](repeating: 0, count: b.count)
    for j in stride(from: 1, through: b.count, by: 1) {
      var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
      current[j] = cost
    }
    (beforeLast, last) = (last, current)
  }
  return last[b.count]
}
