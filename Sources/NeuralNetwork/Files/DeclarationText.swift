import Support

/// A declaration as strings, for a file's metadata: `dense 10 relu; dropout 0.2; dense 1 leaky_relu alpha=0.1`.
extension NetworkDeclaration {
  var metadata: [String: String] {
    var result = [
      "inputs": String(inputs),
      "layers": layers.map(Self.text).joined(separator: "; "),
      "optimizer": Self.text(optimizer),
      "initializer": Self.text(initializer),
      "convention": convention.rawValue,
    ]
    if precision != .float64 { result["precision"] = precision.rawValue }
    if !classNames.isEmpty { result["names.classes"] = Self.text(classNames) }
    if !featureNames.isEmpty { result["names.features"] = Self.text(featureNames) }
    if let loss { result["loss"] = Self.text(loss) }
    return result
  }

  init(metadata: [String: String]) throws {
    guard let inputs = metadata["inputs"].flatMap({ Int($0) }), let layers = metadata["layers"],
      let convention = metadata["convention"].flatMap(Convention.init(rawValue:))
    else { throw Safetensors.Malformed(reason: "its metadata do not describe a network") }
    guard let precision = Precision(rawValue: metadata["precision"] ?? "float64") else {
      throw Safetensors.Malformed(reason: "its precision is unknown")
    }
    self.init(
      inputs: inputs, layers: try layers.split(separator: ";").map(Self.layer),
      loss: try metadata["loss"].map { try Self.configured($0.split(separator: " ")) },
      optimizer: try Self.configured((metadata["optimizer"] ?? "").split(separator: " ")),
      initializer: try Self.configured((metadata["initializer"] ?? "").split(separator: " ")),
      convention: convention, precision: precision)
    classNames = try Self.names(metadata["names.classes"])
    featureNames = try Self.names(metadata["names.features"])
  }

  private static func text(_ names: [String]) -> String { JSON.array(names.map(JSON.string)).text() }

  private static func names(_ text: String?) throws -> [String] {
    guard let text else { return [] }
    guard case .array(let items)? = try? JSON.parse(Array(text.utf8)) else {
      throw Safetensors.Malformed(reason: "its names are damaged")
    }
    return try items.map { item in
      guard case .string(let name) = item else { throw Safetensors.Malformed(reason: "its names are damaged") }
      return name
    }
  }

  private static func text(_ layer: Layer) -> String {
    switch layer {
    case .dense(let units, let activation): "dense \(units) \(text(activation))"
    case .dropout(let rate): "dropout \(rate)"
    }
  }

  private static func text<Kind>(_ thing: Configured<Kind>) -> String {
    ([thing.name] + thing.changedOptions.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
  }

  private static func layer(_ text: Substring) throws -> Layer {
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == "dropout", let rate = Double(words[1]) { return .dropout(rate: rate) }
    guard words.count >= 3, words[0] == "dense", let units = Int(words[1]) else {
      throw Safetensors.Malformed(reason: "'\(text)' is no layer")
    }
    return .dense(units: units, activation: try configured(Array(words.dropFirst(2))))
  }

  private static func configured<Kind>(_ words: [Substring]) throws -> Configured<Kind> {
    guard let name = words.first else { throw Safetensors.Malformed(reason: "the \(Kind.kind) is missing") }
    var options: [String: Double] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=")
      guard parts.count == 2, let value = Double(parts[1]) else {
        throw Safetensors.Malformed(reason: "'\(word)' is no option")
      }
      options[String(parts[0])] = value
    }
    return try Configured(String(name), options)
  }
}
