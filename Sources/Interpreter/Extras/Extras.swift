/// The bare functions that Python does not have: `exp`, `sqrt`, `mean`, `relu`, …. They may be redefined.
enum Extras {
  static let functions: [Builtin] = {
    let numpy = Dictionary(NumPyNamespace.functions.map { ($0.name, $0) }) { first, _ in first }
    let taken = Set(ActivationFunctions.all.map(\.name))
    return ActivationFunctions.all
      + names.filter { !taken.contains($0) }.compactMap { numpy["np." + $0] ?? numpy[$0] }
  }()

  /// Those of NumPy's functions that a formula on paper uses without a prefix.
  private static let names = [
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "square", "sin", "cos", "tan", "tanh", "sinh", "cosh",
    "arctan",
    "mean", "std", "var", "median", "argmax", "argmin", "maximum", "minimum", "clip", "dot", "outer", "zeros", "ones",
    "eye",
    "array", "arange", "linspace", "sign", "floor", "ceil",
  ]
}
