import Syntax

/// What names mean where nobody has bound them: Python's builtins, the extras of nn, the call forms of commands, `np`.
enum BuiltinNames {
  static let all: [String: Value] = {
    var names: [String: Value] = [:]
    for (name, builtin) in CommandCatalog.builtins { names[name] = .builtin(builtin) }
    // `np.exp` is declared under that name; here it stands without the module's.
    for builtin in Extras.functions { names[String(builtin.name.split(separator: ".").last!)] = .builtin(builtin) }
    for builtin in PythonBuiltins.all { names[builtin.name] = .builtin(builtin) }
    for (name, type) in PythonBuiltins.types { names[name] = .type(type) }
    names["np"] = .module(Modules.numpy)
    names[mainName.name] = mainName.value
    return names
  }()

  static let mainName = ValueNote(
    "__name__", .text("__main__"), "What Python calls the file that is run: here it is always this.",
    example: "__name__ == '__main__'")

  /// The error for a name of Python that does not exist here.
  static func refusal(of name: String) -> Fault? {
    switch name {
    case "set", "frozenset":
      Fault(
        .unsupported, "sets do not exist here", hint: "np.unique(a) gives the distinct values, a dict keeps keys once")
    case "open": Fault(.unsupported, "open does not exist here", hint: "a table is read by data: \(line: "help data")")
    case "input": Fault(.unsupported, "input does not exist here", hint: "assign the value on a line: n = 10")
    case "super", "object", "property", "staticmethod", "classmethod":
      Fault(
        .unsupported, "classes do not exist here", hint: "examples/article.nn writes the article's class without one")
    case "eval", "exec", "compile", "globals", "locals", "vars", "getattr", "setattr", "hasattr", "complex",
      "bytes", "bytearray", "memoryview", "Exception", "ValueError", "TypeError":
      Fault(.unsupported, "\(name) does not exist here")
    case "plt": Fault(.name, "plt is not defined", hint: "\(line: "import matplotlib.pyplot as plt")")
    case "nan", "inf", "pi", "newaxis": Fault(.name, "\(name) is not defined", hint: "\(line: "np.\(name)") is meant?")
    default: nil
    }
  }
}
