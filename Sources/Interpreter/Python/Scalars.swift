/// Strings as Python sees them: Unicode scalars, compared one by one.
extension Value {
  static func text(scalars: some Sequence<Unicode.Scalar>) -> Value {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return .text(String(view))
  }
}

extension Call {
  func scalars(_ index: Int) throws -> [Unicode.Scalar] {
    let string = try string(index)
    try checkSize(ofText: 4 * string.utf8.count)
    return Array(string.unicodeScalars)
  }
}
