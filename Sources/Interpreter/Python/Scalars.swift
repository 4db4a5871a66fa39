/// Strings as Python sees them: Unicode scalars, compared one by one.
extension Value {
  static func text(scalars: some Sequence<Unicode.Scalar>) -> Value {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return .text(String(view))
  }
}

extension Call {
  func scalars(_ index: Int) throws -> [Unicode.Scalar] { Array(try string(index).unicodeScalars) }
}

/// Where `part` first stands in `whole[from..<to]`.
func find<Element: Equatable>(_ part: [Element], in whole: [Element], from: Int, to: Int) -> Int? {
  guard from <= to, to - from >= part.count else { return nil }
  guard let first = part.first else { return from }
  var i = from
  let last = to - part.count
  while i <= last {
    if whole[i] == first {
      var k = 1
      while k < part.count && whole[i + k] == part[k] { k += 1 }
      if k == part.count { return i }
    }
    i += 1
  }
  return nil
}

/// Where `part` last stands in `whole[from..<to]`.
func findLast<Element: Equatable>(_ part: [Element], in whole: [Element], from: Int, to: Int) -> Int? {
  guard from <= to, to - from >= part.count else { return nil }
  var i = to - part.count
  while i >= from {
    var k = 0
    while k < part.count && whole[i + k] == part[k] { k += 1 }
    if k == part.count { return i }
    i -= 1
  }
  return nil
}
