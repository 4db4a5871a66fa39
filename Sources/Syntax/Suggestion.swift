/// The word among the candidates that a misspelt one most likely means: the nearest by edit distance (insertion, deletion,
/// replacement, exchange of neighbours; Damerau 1964), if it is near enough. Letter case hardly counts.
public func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  let typed = Array(word.unicodeScalars.prefix(65))
  guard !typed.isEmpty, typed.count <= 64 else { return nil }
  let lowered = Array(word.lowercased().unicodeScalars)
  var best: (word: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let scalars = Array(candidate.unicodeScalars.prefix(65))
    guard abs(scalars.count - typed.count) <= 3, scalars.count <= 64 else { continue }
    // Only the case differs: as near as can be.
    let distance = Array(candidate.lowercased().unicodeScalars) == lowered ? 0 : editDistance(typed, scalars)
    let limit =
      distance == 0 ? 0 : min(typed.count, scalars.count) <= 3 ? 1 : max(typed.count, scalars.count) <= 7 ? 2 : 3
    guard distance <= limit, distance < scalars.count, distance < typed.count || distance == 0 else { continue }
    if let known = best, known.distance < distance || known.distance == distance && known.word <= candidate { continue }
    best = (candidate, distance)
  }
  return best?.word
}

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
