/// The engine's formulas as one types them, in either convention.
struct FormulaText {
  let convention: Convention

  func name(_ name: EngineName) -> String { name.text(convention) }
  func z(_ layer: Int) -> String { name(.preactivation(layer)) }
  func a(_ layer: Int) -> String { name(.activation(layer)) }
  func dz(_ layer: Int) -> String { name(.preactivationGradient(layer)) }
  func da(_ layer: Int) -> String { name(.activationGradient(layer)) }

  /// `A1 @ W2`, `W2 @ a1`
  func weighted(_ input: String, _ weights: String) -> String {
    product(input, weights)
  }

  /// `A1.T @ dZ2`, `dz2 @ a1.T`
  func outer(_ input: String, _ derivative: String) -> String {
    product(bracketed(input) + ".T", bracketed(derivative))
  }

  /// `dZ2 @ W2.T`, `W2.T @ dz2`
  func back(_ derivative: String, _ weights: String) -> String {
    product(derivative, weights + ".T")
  }

  /// `first @ second` in rows.
  private func product(_ first: String, _ second: String) -> String {
    let (left, right) = convention.ordered(first, second)
    return "\(left) @ \(right)"
  }

  /// `dZ2.sum(axis=0, keepdims=True)`
  func samplesSum(_ derivative: String) -> String {
    "\(bracketed(derivative)).sum(axis=\(convention.samplesAxis), keepdims=True)"
  }

  /// An operand of `.T`, `@` and `/`, in parentheses where it is no name.
  func bracketed(_ text: String) -> String {
    text.contains(" ") || text.hasPrefix("-") ? "(\(text))" : text
  }
}
