import Arrays
import NeuralNetwork
import Syntax

/// Parameters and arguments that come from the engine's catalogs: `relu`, `sgd lr=0.1`.
extension Catalog {
  /// The names and their aliases.
  var words: [String] { items.flatMap { [$0.name] + $0.documentation.aliases } }

  /// A parameter for each option that any of the kind has.
  var optionParameters: [CommandParameter] {
    var parameters: [CommandParameter] = []
    for option in items.flatMap(\.documentation.options) where !parameters.contains(where: { $0.name == option.name }) {
      let owners = items.filter { $0.documentation.options.contains { $0.name == option.name } }.map(\.name)
      let defaults = Set(
        items.flatMap { $0.documentation.options.filter { $0.name == option.name }.map(\.defaultValue) })
      parameters.append(
        .option(
          option.name,
          default: defaults.count == 1 ? (option.isSwitch ? "False" : pythonRepr(option.defaultValue)) : nil,
          owners.count == items.count ? option.help : "\(option.help) (\(owners.joined(separator: ", ")))"))
    }
    return parameters
  }
}

extension CommandInput {
  /// The thing named by the word argument `parameter`, with the options given; nil if there is no such argument.
  func configured<Kind: Documented>(_ parameter: String, _: Kind.Type = Kind.self) throws -> Configured<Kind>? {
    guard let name = try text(parameter) else { return nil }
    let kind = try placing(parameter) { try Kind.catalog.find(name) }
    return try configured(kind)
  }

  /// `kind` with the options given.
  func configured<Kind: Documented>(_ kind: Kind) throws -> Configured<Kind> {
    let known = Set(Kind.catalog.items.flatMap { $0.documentation.options.map(\.name) })
    var given: [String: Double] = [:]
    for name in known where has(name) {
      guard let value = try double(name) ?? nil else { continue }
      given[name] = value
      // One option at a time, so that the error gets the place of the option it is about.
      _ = try placing(name) { try Configured(kind, [name: value]) }
    }
    return try Configured(kind, given)
  }
}
