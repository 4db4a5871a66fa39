extension CommandGrammar {
  /// The command in one line: `train [epochs] [batch_size=…] [to file]`.
  public var usage: String {
    var parts = [name]
    for parameter in parameters {
      let part: String
      switch parameter.position {
      case .positional: part = parameter.name.uppercased()
      case .repeated: part = parameter.name.uppercased() + " …"
      case .option: part = parameter.name + "=…"
      case .keyword: part = parameter.name + " …"
      }
      parts.append(parameter.isRequired ? part : "[\(part)]")
    }
    return parts.joined(separator: " ")
  }

  /// A parameter as a sentence names it.
  func description(of parameter: Parameter) -> String {
    switch parameter.position {
    case .positional, .repeated: parameter.name.uppercased()
    case .option: parameter.name + "=…"
    case .keyword: "'\(parameter.name) …'"
    }
  }
}
