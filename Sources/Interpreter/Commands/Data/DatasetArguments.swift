import Arrays
import Datasets
import Glibc
import Support

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
    if let item = item("target") {
      throw at(item.parameter, Fault(.value, "target is an option of files; \(kind.name) has its own targets"))
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

  func read(_ path: String) throws -> Dataset {
    for parameter in DatasetArguments.parameters + command.parameters
    where parameter.name != "target" && parameter.name != "source" {
      if has(parameter.name) {
        throw at(parameter.name, Fault(.value, "\(parameter.name) is an option of generators, not of files"))
      }
    }
    let target = try targetName()
    return try placing(target == nil ? "source" : "target") {
      do { return try readDataset(path, target: target) } catch let error as FileError {
        // A misspelt generator looks like a file that is not there.
        if case .failed(.open, _, ENOENT) = error, !path.contains("."), !path.contains("/") {
          throw DatasetError.unknownDataset(name: path, known: DatasetCatalog.all.map(\.name))
        }
        throw error
      }
    }
  }

  /// `target=species`, `target="petal length"`.
  private func targetName() throws -> String? {
    guard has("target") else { return nil }
    return try text("target")
  }
}
