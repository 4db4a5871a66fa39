import Syntax

/// The modules that exist here, by path.
enum Modules {
  static let numpy: ModuleObject = {
    var members: [String: Value] = [:]
    for constant in NumPyNamespace.constants { members[constant.name] = constant.value }
    for builtin in NumPyNamespace.functions { members[lastPart(builtin.name)] = .builtin(builtin) }
    members["random"] = .module(random)
    members["linalg"] = .module(linalg)
    return ModuleObject(name: "np", members: members)
  }()

  static let random = module("np.random", NumPyNamespace.random)
  static let linalg = module("np.linalg", NumPyNamespace.linalg)
  static let datasets = module("sklearn.datasets", ScikitLearn.datasets)
  static let modelSelection = module("sklearn.model_selection", ScikitLearn.modelSelection)
  static let metrics = module("sklearn.metrics", ScikitLearn.metrics)
  static let sklearn = ModuleObject(
    name: "sklearn",
    members: ["datasets": .module(datasets), "model_selection": .module(modelSelection), "metrics": .module(metrics)])

  static let pyplot: ModuleObject = {
    var members: [String: Value] = [:]
    for builtin in PyplotModule.functions { members[lastPart(builtin.name)] = .builtin(builtin) }
    members["cm"] = .module(PyplotModule.maps)
    return ModuleObject(name: "plt", members: members)
  }()
  static let matplotlib = ModuleObject(
    name: "matplotlib", members: ["pyplot": .module(pyplot), "cm": .module(PyplotModule.maps)])

  private static let byPath: [String: ModuleObject] = [
    "numpy": numpy, "numpy.random": random, "numpy.linalg": linalg, "sklearn": sklearn, "sklearn.datasets": datasets,
    "sklearn.model_selection": modelSelection, "sklearn.metrics": metrics,
    "matplotlib": matplotlib, "matplotlib.pyplot": pyplot, "matplotlib.cm": PyplotModule.maps,
  ]

  /// A part of a package that is here is looked for among its parts.
  private static func hint(forMissing path: String) -> Hint {
    if let dot = path.lastIndex(of: "."), byPath[String(path[..<dot])] != nil {
      let parts = paths.filter { $0.hasPrefix(path[...dot]) }
      let known = parts.map { String($0.dropFirst(path[...dot].count)) }
      return didYouMean(String(path[path.index(after: dot)...]), in: known) { path[...dot] + $0 }
        ?? (parts.isEmpty ? "\(path[..<dot]) has no parts here" : "there are \(list(parts))")
    }
    return ForeignModules.hint(path) ?? didYouMean(path, in: paths) ?? "these can be imported: \(list(paths))"
  }

  /// What can be imported.
  static let paths = byPath.keys.sorted()

  private static func module(_ name: String, _ builtins: [Builtin]) -> ModuleObject {
    var members: [String: Value] = [:]
    for builtin in builtins { members[lastPart(builtin.name)] = .builtin(builtin) }
    return ModuleObject(name: name, members: members)
  }

  private static func lastPart(_ name: String) -> String { String(name.split(separator: ".").last!) }

  /// The module of that path, or its member.
  static func value(_ path: String, member: String?) throws -> Value {
    guard let module = byPath[path] else {
      throw Fault(
        .importing, "there is no module \(path) here",
        hint: hint(forMissing: path))
    }
    guard let member else { return .module(module) }
    if let value = module.members[member] { return value }
    if let submodule = byPath[path + "." + member] { return .module(submodule) }
    throw Fault(
      .importing, "\(path) has no \(member) here",
      hint: didYouMean(member, in: module.offeredNames))
  }
}
