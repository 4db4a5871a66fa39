import Arrays
import Datasets

/// The options of the generators, from their catalog.
enum DatasetArguments {
  static let parameters: [CommandParameter] = {
    var parameters: [CommandParameter] = []
    for option in DatasetCatalog.all.flatMap(\.options) where !parameters.contains(where: { $0.name == option.name }) {
      let kinds = DatasetCatalog.all.filter { $0.options.contains { $0.name == option.name } }
      let defaults = Set(
        kinds.flatMap(\.options).filter { $0.name == option.name }.map { $0.defaultValue?.text ?? "None" })
      let owners = kinds.count == DatasetCatalog.all.count ? "" : " (\(kinds.map(\.name).joined(separator: ", ")))"
      parameters.append(
        .option(option.name, default: defaults.count == 1 ? defaults.first : nil, option.summary + owners))
    }
    return parameters
  }()
}

extension CommandInput {
  func generate(_ kind: DatasetKind) throws -> Dataset {
    if let item = items.first(where: { item in FileArguments.parameters.contains { $0.name == item.parameter } }) {
      throw at(
        item.parameter,
        Fault(.value, "\(item.parameter) is an option of files; \(kind.name) has its own samples and targets"))
    }
    var given: [String: DatasetKind.Value] = [:]
    for parameter in DatasetArguments.parameters {
      guard let value = value(parameter.name) else { continue }
      if case .none = value { continue }
      // Its place, whether the generator has no such option or not this value.
      given[parameter.name] = try placing(parameter.name) {
        guard let option = kind.options.first(where: { $0.name == parameter.name }) else {
          throw DatasetError.unknownOption(dataset: kind.name, option: parameter.name, known: kind.options.map(\.name))
        }
        return try datasetValue(value, option, kind)
      }
    }
    let random = try ownGenerator()
    return try kind.generate(given, random: random)
  }

  /// A generator seeded by `seed=`, else the global one.
  func ownGenerator() throws -> RandomState {
    guard let seed = try seed("seed") else { return session.generator }
    return try RandomState(seed: seed)
  }

  private func datasetValue(_ value: Value, _ option: DatasetKind.Option, _ kind: DatasetKind) throws
    -> DatasetKind.Value
  {
    switch (option.kind, value) {
    case (.flag, .bool(let flag)), (.flag, .numpyBool(let flag)): return .flag(flag)
    case (.int, _): if let int = value.asWholeNumber { return .int(int) }
    case (.number, _): if let double = value.asDouble { return .number(double) }
    case (.flag, _): if let int = value.asWholeNumber { return .int(int) }
    }
    let expected =
      switch option.kind {
      case .int: "a whole number"
      case .number: "a number"
      case .flag: "True or False"
      }
    throw DatasetError.badOption(
      dataset: kind.name, option: option.name, value: value.asDouble.map { NumberText.short($0) } ?? value.typeName,
      expected: expected)
  }
}
