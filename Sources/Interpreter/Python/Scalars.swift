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
