/// Where one number of a pass comes from.
public struct ElementExplanation: Sendable, Equatable {
  public enum Origin: Sendable, Equatable {
    case sum(TermSum)
    /// From a few numbers at the same place.
    case formula(ScalarFormula)
    /// An input, or a parameter: nothing in the pass computes it.
    case given
  }

  /// A relu that is shut, or the like: its derivative is 0.
  public struct Shut: Sendable, Equatable {
    public let activation: String
    /// `Z1[s, 3]`
    public let name: String
    public let count: Int
  }

  public let name: EngineName
  /// `dW1[0, 3]`, in the convention's order; `loss` without an index.
  public let text: String
  /// The engine's.
  public let value: Double
  public let origin: Origin
  /// For the gradient of a parameter: of how many samples the activation is shut.
  public let shut: Shut?
  /// From the largest sample's derivative up to the loss: each explains a factor of the one before.
  public let chain: [ElementExplanation]

  init(name: EngineName, text: String, value: Double, origin: Origin, shut: Shut?, chain: [ElementExplanation]) {
    self.name = name
    self.text = text
    self.value = value
    self.origin = origin
    self.shut = shut
    self.chain = chain
  }

  /// An element that nothing computes.
  public init(given name: EngineName, at index: [Int], _ value: Double, _ convention: Convention) {
    self.init(
      name: name, text: name.text(convention) + "[\(index[0]), \(index[1])]", value: value, origin: .given, shut: nil,
      chain: [])
  }
}

extension Network {
  /// Where the element of a value at `index` (as the convention shows it; empty for `loss` and `m`) comes from, with the values the last passes
  /// used. nil where the passes have not computed it, or the index is outside.
  /// - Parameter keeping: so many of the largest terms of a sum.
  public func explain(_ name: EngineName, at index: [Int], keeping: Int = 4) -> ElementExplanation? {
    guard let values = PassValues(self), values.has(name), name.layer ?? 0 <= depth else { return nil }
    let explainer = ElementExplainer(values: values, keeping: max(keeping, 1))
    switch name {
    case .loss: return explainer.loss()
    case .batchSize: return nil
    default: break
    }
    guard index.count == 2 else { return nil }
    let (row, column) = declaration.convention == .rows ? (index[0], index[1]) : (index[1], index[0])
    let size = values.size(name)
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return nil }
    takeImages()
    return explainer.explain(name, row, column, withChain: true)
  }

  /// The parameters that are no longer as the last forward pass, or the last backward pass, used them.
  public var parametersChangedSincePass: [EngineName] {
    takeImages()
    let now = ParameterValues(layers).buffers
    return parameterNames.enumerated().compactMap { index, name in
      let used = [forwardPass?.parameters, backwardPass?.parameters].compactMap { parameters -> Buffer? in
        guard let buffers = parameters?.buffers, index < buffers.count else { return nil }
        return buffers[index]
      }
      return used.allSatisfy { $0 == now[index] } ? nil : name
    }
  }
}
