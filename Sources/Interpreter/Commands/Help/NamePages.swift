import Arrays
import NeuralNetwork
import Syntax

/// Help on names of a session: functions, modules, types, what the engine binds, the user's own functions.
enum NamePages {
  static func page(for topic: String, _ session: Session, includingMethods: Bool) -> StyledText? {
    if let name = EngineName(topic, convention: session.model.convention),
      !isFunction(session.lookup(topic))
    {
      return EnginePage(name, session).text
    }
    if let value = value(topic, session) { return page(value, topic, isUsers: session.lookup(topic) != nil) }
    if includingMethods, let builtin = others.first(where: { $0.name == topic || $0.name.hasSuffix("." + topic) }) {
      return page(builtin)
    }
    return nil
  }

  static func names(_ session: Session) -> [String] {
    var names = session.names() + BuiltinNames.all.keys.sorted() + others.filter { !$0.isRefusal }.map(\.name)
    for path in modules {
      if case .module(let module)? = value(path, session) {
        names += module.offeredNames.map { "\(path).\($0)" }
      }
    }
    return names
  }

  private static let modules = ["np", "np.random", "np.linalg", "np.testing"]

  /// What is no name of its own: methods, and the functions that must be imported.
  private static let others: [Builtin] =
    NumPyNamespace.arrayMethods + PythonBuiltins.strMethods + PythonBuiltins.listMethods + PythonBuiltins.dictMethods
    + PythonBuiltins.tupleMethods + PythonBuiltins.otherMethods + NumPyNamespace.generatorMethods
    + ScikitLearn.datasets + ScikitLearn.modelSelection + ScikitLearn.metrics

  private static func isFunction(_ value: Value?) -> Bool {
    switch value {
    case .function, .builtin: true
    default: false
    }
  }

  /// `exp`, `np.exp`, `np.random.rand`; `exp` alone is looked for in np too.
  private static func value(_ path: String, _ session: Session) -> Value? {
    var parts = path.split(separator: ".").map(String.init)
    guard !parts.isEmpty else { return nil }
    let first = parts.removeFirst()
    var current = session.lookup(first) ?? session.builtin(first)
    if first == "numpy" { current = session.builtin("np") }
    if current == nil, parts.isEmpty, case .module(let numpy)? = session.builtin("np") {
      current = numpy.members[first]
    }
    for part in parts {
      guard case .module(let module)? = current else { return nil }
      current = module.members[part]
    }
    return current
  }

  /// A page on a value; without a name for what no name is known.
  static func page(_ value: Value, _ name: String?, _ session: Session) -> StyledText {
    switch value {
    case .builtin, .function, .module, .type: break
    case .array(let array):
      var page = HelpText()
      page.title(
        "array", "a value of shape \(array.shape.text) and type \(array.dtype.name); help NAME explains a method.")
      return withMethods(&page, value)
    default:
      var page = HelpText()
      page.title(value.typeName, "a value.")
      return withMethods(&page, value)
    }
    let known: String =
      switch value {
      case .function(let function): function.name
      case .module(let module): module.name
      case .type(let type): type.name
      default: name ?? value.typeName
      }
    return page(value, known, isUsers: true)
  }

  private static func withMethods(_ page: inout HelpText, _ value: Value) -> StyledText {
    let names = MethodTables.names(of: value).filter { !$0.hasPrefix("_") }
    if !names.isEmpty {
      page.blank()
      page.paragraph("Methods and attributes: \(names.joined(separator: ", "))", indent: 2)
    }
    return page.text
  }

  private static func page(_ value: Value, _ name: String, isUsers: Bool) -> StyledText {
    if !isUsers, let note = note(name) { return page(note) }
    var page = HelpText()
    switch value {
    case .builtin(let builtin): return NamePages.page(builtin)
    case .function(let function):
      page.title(name, "a function of yours.")
      page.blank()
      let parameters = function.code.parameters.map(\.name).joined(separator: ", ")
      page.paragraph("\(function.name)(\(parameters))", indent: 2, .code)
      if let docstring = function.docstring { page.block("\n" + docstring) }
    case .module(let module):
      page.title(name, "a module. help \(name).NAME explains a member.")
      page.blank()
      page.paragraph(module.offeredNames.joined(separator: ", "), indent: 2)
    case .type(let type):
      if let constructor = type.constructor { return NamePages.page(constructor) }
      page.title(name, "a type.")
    default: page.title(name, "your value, of type \(value.typeName).")
    }
    return page.text
  }

  /// What is said of a value that is no function: `pi`, `np.pi`.
  private static func note(_ name: String) -> ValueNote? {
    if name == BuiltinNames.mainName.name { return BuiltinNames.mainName }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    guard name == last || name == "np.\(last)" || name == "numpy.\(last)" else { return nil }
    return NumPyNamespace.constants.first { $0.name == last && !$0.summary.isEmpty }
  }

  private static func page(_ note: ValueNote) -> StyledText {
    var page = HelpText()
    let prefix = note.name.hasPrefix("__name") ? "" : "np."
    page.title(prefix + note.name, note.summary)
    switch note.value {
    case .float, .string:
      page.blank()
      page.paragraph((try? repr(note.value, PrintOptions())) ?? "", indent: 2, .code)
    default: break
    }
    page.examples(note.example.isEmpty ? [] : [note.example])
    return page.text
  }

  static func page(_ builtin: Builtin) -> StyledText {
    var page = HelpText()
    page.title(builtin.name, builtin.summary)
    page.blank()
    page.paragraph(builtin.signature.replacingMissing, indent: 2, .code)
    page.examples(builtin.example.split(separator: "\n").map(String.init))
    return page.text
  }
}

extension String {
  /// A signature without the mark of an optional parameter without default.
  var replacingMissing: String { split(separator: "=<>").joined() }
}
