import Glibc

/// Finds where numbers come from, one function for each kind of value. Rows are samples or inputs, columns units.
struct ElementExplainer {
  let values: PassValues
  let keeping: Int
  private var convention: Convention { values.formulas.convention }

  func explain(_ name: EngineName, _ row: Int, _ column: Int, withChain: Bool = false) -> ElementExplanation {
    let (origin, shut) = origin(name, row, column)
    return ElementExplanation(
      name: name, text: values.element(name, "\(row)", "\(column)"), value: values.value(name, row, column),
      origin: origin, shut: shut, chain: withChain ? chain(from: name, origin, row, column) : [])
  }

  func loss() -> ElementExplanation {
    let m = values.samples
    let terms = TermSum(["loss of sample s"], divisor: m, count: m, keeping: keeping) {
      values.loss($0) / Double(m)
    } term: {
      .init(place: .sample($0), factors: [values.loss($0)], value: $1)
    }
    return ElementExplanation(
      name: .loss, text: "loss", value: values.value(.loss, 0, 0), origin: .sum(terms), shut: nil, chain: [])
  }

  private func origin(
    _ name: EngineName, _ row: Int, _ column: Int
  ) -> (ElementExplanation.Origin, ElementExplanation.Shut?) {
    switch name {
    case .weights, .bias, .activation(0), .batchSize, .loss: return (.given, nil)
    case .preactivation(let layer): return (.sum(weightedSum(layer, row, column)), nil)
    case .activationGradient(let layer) where layer < values.depth: return (.sum(back(layer, row, column)), nil)
    case .activation(let layer) where values.formulas.activations[layer - 1].kind.isRowWise:
      return (.formula(softmax(layer, row, column)), nil)
    case .preactivationGradient(let layer) where isMixed(layer): return (.sum(mixed(layer, row, column)), nil)
    case .weightsGradient(let layer): return gradient(name, layer, input: row, unit: column)
    case .biasGradient(let layer): return gradient(name, layer, input: nil, unit: column)
    case .activation, .prediction, .preactivationGradient, .activationGradient:
      return (.formula(elementwise(name, row, column)), nil)
    }
  }

  // MARK: Sums

  private func weightedSum(_ layer: Int, _ row: Int, _ unit: Int) -> TermSum {
    let inputs = values.units(layer - 1)
    func factors(_ k: Int) -> [Double] {
      [values.value(.activation(layer - 1), row, k), values.value(.weights(layer), k, unit)]
    }
    return TermSum(
      [
        values.element(.activation(layer - 1), "\(row)", "k"), values.element(.weights(layer), "k", "\(unit)"),
      ], count: inputs + 1, keeping: keeping
    ) { k in
      k == inputs ? values.value(.bias(layer), 0, unit) : factors(k)[0] * factors(k)[1]
    } term: { k, value in
      k == inputs
        ? .init(place: .bias, factors: [], value: value) : .init(place: .unit(k), factors: factors(k), value: value)
    }
  }

  private func back(_ layer: Int, _ row: Int, _ unit: Int) -> TermSum {
    func factors(_ k: Int) -> [Double] {
      [
        values.value(.preactivationGradient(layer + 1), row, k),
        values.value(.weights(layer + 1), unit, k, inBackward: true),
      ]
    }
    return TermSum(
      [
        values.element(.preactivationGradient(layer + 1), "\(row)", "k"),
        values.element(.weights(layer + 1), "\(unit)", "k"),
      ], count: values.units(layer + 1), keeping: keeping
    ) {
      factors($0)[0] * factors($0)[1]
    } term: {
      .init(place: .unit($0), factors: factors($0), value: $1)
    }
  }

  /// Whether dZ of a layer mixes the units of a sample: softmax without its own formula.
  private func isMixed(_ layer: Int) -> Bool {
    values.formulas.activations[layer - 1].kind.isRowWise && !isFused(layer)
  }

  private func isFused(_ layer: Int) -> Bool { layer == values.depth && values.formulas.isFused }

  /// dz_j = sum_i da_i · a_i (δ_ij - a_j)
  private func mixed(_ layer: Int, _ row: Int, _ unit: Int) -> TermSum {
    func factors(_ k: Int) -> [Double] {
      let a = values.value(.activation(layer), row, k)
      return [
        values.value(.activationGradient(layer), row, k),
        a * ((k == unit ? 1 : 0) - values.value(.activation(layer), row, unit)),
      ]
    }
    let names = [EngineName.activation(layer), .preactivation(layer)].map { $0.text(convention) }
    return TermSum(
      [
        values.element(.activationGradient(layer), "\(row)", "k"), "d \(names[0]) k / d \(names[1]) \(unit)",
      ], count: values.units(layer), keeping: keeping
    ) {
      factors($0)[0] * factors($0)[1]
    } term: {
      .init(place: .unit($0), factors: factors($0), value: $1)
    }
  }

  /// The mean over samples of input · dA · g'(Z), or input · dZ; a bias has the input 1.
  private func gradient(
    _ name: EngineName, _ layer: Int, input: Int?, unit: Int
  ) -> (ElementExplanation.Origin, ElementExplanation.Shut?) {
    let m = values.samples
    let isDirect = isFused(layer) || isMixed(layer)
    var names = input.map { [values.element(.activation(layer - 1), "s", "\($0)")] } ?? []
    names +=
      isDirect
      ? [values.element(.preactivationGradient(layer), "s", "\(unit)")]
      : [values.element(.activationGradient(layer), "s", "\(unit)"), values.slopeText(layer, "s", "\(unit)")]
    func x(_ s: Int) -> Double { input.map { values.value(.activation(layer - 1), s, $0) } ?? 1 }
    func dz(_ s: Int) -> Double { values.value(.preactivationGradient(layer), s, unit) }
    let terms = TermSum(names, divisor: m, count: m, keeping: keeping) { s in
      x(s) * dz(s) / Double(m)
    } term: { s, value in
      let rest =
        isDirect
        ? [dz(s)] : [values.value(.activationGradient(layer), s, unit), values.slope(layer, s, unit)]
      return .init(place: .sample(s), factors: (input == nil ? [] : [x(s)]) + rest, value: value)
    }
    return (.sum(terms), isDirect ? nil : shut(layer, unit))
  }

  private func shut(_ layer: Int, _ unit: Int) -> ElementExplanation.Shut? {
    let activation = values.formulas.activations[layer - 1]
    guard activation.kind.hasKinkAtZero else { return nil }
    var count = 0
    for s in 0..<values.samples
    where values.value(.preactivation(layer), s, unit) <= 0 && values.slope(layer, s, unit) == 0 { count += 1 }
    return count == 0
      ? nil
      : .init(activation: activation.name, name: values.element(.preactivation(layer), "s", "\(unit)"), count: count)
  }

  // MARK: Formulas of a few numbers

  private func elementwise(_ name: EngineName, _ row: Int, _ column: Int) -> ScalarFormula {
    let pieces = values.formulas.formula(of: name)!.pieces.map { piece -> ScalarFormula.Piece in
      switch piece {
      case .text(let text): return .text(text)
      case .operand(let operand):
        let text: String
        switch operand.source {
        case .slope(let layer): text = values.slopeText(layer, "\(row)", "\(column)")
        case .targetSums: text = "sum of \(convention == .rows ? "Y[\(row)]" : "Y[:, \(row)]")"
        default: text = values.element(operand.text, "\(row)", "\(column)")
        }
        return .operand(text, values.value(operand, row, column, inBackward: true))
      }
    }
    return ScalarFormula(
      target: values.element(name, "\(row)", "\(column)"), pieces: pieces, value: values.value(name, row, column))
  }

  private func softmax(_ layer: Int, _ row: Int, _ column: Int) -> ScalarFormula {
    let z = (0..<values.units(layer)).map { values.value(.preactivation(layer), row, $0) }
    // Where exp would overflow, the engine's way: all less the largest.
    let largest = z.max() ?? 0
    let shift = abs(largest) > 500 ? largest : 0
    let sum = z.reduce(0) { $0 + exp($1 - shift) }
    let name = EngineName.preactivation(layer).text(convention)
    let sample = convention == .rows ? "\(name)[\(row)]" : "\(name)[:, \(row)]"
    let here = ScalarFormula.Piece.operand(values.element(.preactivation(layer), "\(row)", "\(column)"), z[column])
    let shifted: [ScalarFormula.Piece] = shift == 0 ? [] : [.text(" - "), .operand("max(\(sample))", shift)]
    let rest = shift == 0 ? "" : " - max(\(sample))"
    return ScalarFormula(
      target: values.element(.activation(layer), "\(row)", "\(column)"),
      pieces: [.text("exp("), here] + shifted + [.text(") / "), .operand("sum(exp(\(sample)\(rest)))", sum)],
      value: values.value(.activation(layer), row, column))
  }

  // MARK: The chain

  /// From a gradient's largest sample up to the loss, always by the largest term.
  private func chain(
    from name: EngineName, _ origin: ElementExplanation.Origin, _ row: Int, _ column: Int
  ) -> [ElementExplanation] {
    var chain: [ElementExplanation] = []
    var next: (name: EngineName, row: Int, column: Int)? = follow(name, origin, row, column)
    while let (name, row, column) = next {
      let step = explain(name, row, column)
      chain.append(step)
      next = follow(name, step.origin, row, column)
    }
    return chain
  }

  /// The derivative that the largest term of a value comes from; nil at the loss.
  private func follow(
    _ name: EngineName, _ origin: ElementExplanation.Origin, _ row: Int, _ column: Int
  ) -> (EngineName, Int, Int)? {
    var first: TermSum.Place?
    if case .sum(let terms) = origin { first = terms.largest.first?.place }
    switch (name, first) {
    case (.weightsGradient(let layer), .sample(let sample)), (.biasGradient(let layer), .sample(let sample)):
      return (.preactivationGradient(layer), sample, column)
    case (.preactivationGradient(let layer), .unit(let unit)): return (.activationGradient(layer), row, unit)
    case (.preactivationGradient(let layer), _):
      return isFused(layer) ? nil : (.activationGradient(layer), row, column)
    case (.activationGradient(let layer), .unit(let unit)): return (.preactivationGradient(layer + 1), row, unit)
    default: return nil
    }
  }
}
