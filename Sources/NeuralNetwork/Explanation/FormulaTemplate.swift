/// A formula as one types it, cut at its names: `2 * (A - Y) / outputs`.
enum FormulaTemplate {
  enum Token: Equatable {
    case name(String)
    case text(String)
  }

  /// Names are letters, digits and `_`, do not start with a digit, and do not follow a dot: `np.log` is `np`, `.log`.
  static func tokens(_ template: String) -> [Token] {
    var tokens: [Token] = []
    var text = ""
    var name = ""
    func isLetter(_ c: Character) -> Bool { c.isLetter || c == "_" }
    for c in template {
      if isLetter(c) || (!name.isEmpty && c.isNumber) {
        if name.isEmpty, let last = text.last, last == "." || isLetter(last) || last.isNumber {
          text.append(c)
          continue
        }
        if !text.isEmpty { tokens.append(.text(text)) }
        text = ""
        name.append(c)
      } else {
        if !name.isEmpty { tokens.append(.name(name)) }
        name = ""
        text.append(c)
      }
    }
    if !name.isEmpty { tokens.append(.name(name)) }
    if !text.isEmpty { tokens.append(.text(text)) }
    return tokens
  }
}

/// The formulas of a loss as templates in which `A` stands for the output, `Y` for the targets, `outputs` for their number, `m` for the batch size,
/// `units` for the axis of a sample's units, and an option's name for its value.
struct LossFormulas: Sendable {
  /// The loss, given the options.
  let value: @Sendable (_ options: [Double]) -> String
  /// dL/dA of each sample.
  let gradient: String
  /// dL/dZ of each sample where there is one formula for it.
  let fused: String?
  /// The same for targets that do not add up to 1 for each sample, where that makes a difference.
  let fusedForAnySum: String?

  init(
    value: @escaping @Sendable ([Double]) -> String, gradient: String, fused: String? = nil,
    fusedForAnySum: String? = nil
  ) {
    self.value = value
    self.gradient = gradient
    self.fused = fused
    self.fusedForAnySum = fusedForAnySum
  }

  init(value: String, gradient: String, fused: String? = nil) {
    self.init(value: { _ in value }, gradient: gradient, fused: fused)
  }
}
