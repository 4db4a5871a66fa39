/// The different words of a column, each with a number in the order in which they came. Words are equal byte by byte: two spellings of `é` are
/// two words.
struct WordTable {
  private var codes: [ArraySlice<UInt8>: Int] = [:]
  private(set) var words: [ArraySlice<UInt8>] = []

  /// The number of a word that came before.
  func known(_ word: ArraySlice<UInt8>) -> Int? { codes[word] }

  mutating func code(_ word: ArraySlice<UInt8>) -> Int {
    if let code = codes[word] { return code }
    // A slice would keep the row.
    let own = Array(word)[...]
    codes[own] = words.count
    words.append(own)
    return words.count - 1
  }

  /// The words in byte order, of those numbers that `isUsed` holds, and for each number its place among them.
  func sorted(_ isUsed: [Bool]) -> (names: [String], place: [Int]) {
    let order = words.indices.filter { isUsed[$0] }.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    var place = [Int](repeating: 0, count: words.count)
    for (i, code) in order.enumerated() { place[code] = i }
    return (order.map { String(decoding: words[$0], as: UTF8.self) }, place)
  }
}
