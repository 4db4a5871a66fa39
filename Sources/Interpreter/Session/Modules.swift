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
        hint: nearest(path, in: byPath.keys.sorted()).map { "did you mean \($0)?" }
          ?? (path == "time" ? "time LINE says how long a line takes; " : "")
          + "numpy, sklearn.datasets and sklearn.model_selection can be imported; everything else is a command or built in"
      )
    }
    guard let member else { return .module(module) }
    if let value = module.members[member] { return value }
    if let submodule = byPath[path + "." + member] { return .module(submodule) }
    throw Fault(
      .importing, "\(path) has no \(member) here",
      hint: nearest(member, in: module.offeredNames).map { "did you mean \($0)?" })
  }
}
