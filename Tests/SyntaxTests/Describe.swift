import Syntax

/// A tree as an S-expression.
func describe(_ expression: Expression) -> String {
  switch expression {
  case .none: "None"
  case .bool(let value, _): value ? "True" : "False"
  case .ellipsis: "..."
  case .integer(let value, _): "\(value)"
  case .float(let value, _): "\(value)"
  case .string(let text, _): quoted(text)
  case .formatted(let pieces, _): "(f \(pieces.map(describe).joined(separator: " ")))"
  case .name(let name): name.name
  case .list(let items, _): form("list", items)
  case .tuple(let items, _): form("tuple", items)
  case .dictionary(let items, _):
    "(dict"
      + items.map { item in " (" + (item.key.map(describe) ?? "**") + " " + describe(item.value) + ")" }.joined() + ")"
  case .unary(let op, let value, _): "(\(op.rawValue) \(describe(value)))"
  case .not(let value, _): "(not \(describe(value)))"
  case .binary(let op, let left, let right, _, _): "(\(op.rawValue) \(describe(left)) \(describe(right)))"
  case .comparison(let first, let rest, _):
    "(compare \(describe(first))" + rest.map { " \($0.operator.rawValue) \(describe($0.operand))" }.joined() + ")"
  case .boolean(let op, let operands, _): form(op.rawValue, operands)
  case .conditional(let test, let body, let otherwise, _): form("if", [test, body, otherwise])
  case .call(let callee, let arguments, _):
    "(call \(describe(callee))" + arguments.map { " " + describe($0) }.joined() + ")"
  case .attribute(let value, let name, _): "(. \(describe(value)) \(name.name))"
  case .subscripted(let value, let index, _): "([] \(describe(value)) \(describe(index)))"
  case .slice(let start, let stop, let step, _):
    "(slice " + [start, stop, step].map { $0.map(describe) ?? "_" }.joined(separator: " ") + ")"
  case .lambda(let parameters, let body, _): "(lambda (\(describe(parameters))) \(describe(body)))"
  case .comprehension(let comprehension, _):
    "(\(comprehension.kind) " + (comprehension.key.map { describe($0) + " " } ?? "") + describe(comprehension.element)
      + comprehension.clauses.map { clause in
        " (for \(describe(clause.target)) \(describe(clause.iterable))"
          + clause.conditions.map { " (if \(describe($0)))" }.joined() + ")"
      }.joined() + ")"
  case .derivative(let name, let arguments, _): "(' \(name.name)" + arguments.map { " " + describe($0) }.joined() + ")"
  case .starred(let value, _): "(* \(describe(value)))"
  }
}

private func form(_ head: String, _ items: [Expression]) -> String {
  "(" + ([head] + items.map(describe)).joined(separator: " ") + ")"
}

private func quoted(_ text: String) -> String {
  "\"" + text.flatMap { $0 == "\n" ? "\\n" : String($0) } + "\""
}

func describe(_ piece: FormattedPiece) -> String {
  switch piece {
  case .text(let text): quoted(text)
  case .value(let value, let source, let conversion, let format):
    "{\(describe(value))" + (source.map { " =" + quoted($0) } ?? "") + (conversion.map { " !\($0.rawValue)" } ?? "")
      + (format.map { " :" + $0.map(describe).joined(separator: " ") } ?? "") + "}"
  }
}

func describe(_ argument: Argument) -> String {
  switch argument {
  case .positional(let value): describe(value)
  case .keyword(let name, let value): "\(name.name)=\(describe(value))"
  case .spread(let value): "*\(describe(value))"
  case .keywordSpread(let value): "**\(describe(value))"
  }
}

func describe(_ parameters: Parameters) -> String {
  parameters.items.map { item in
    let mark =
      switch item.kind {
      case .plain: ""
      case .variadic: "*"
      case .keywordVariadic: "**"
      case .keywordOnly: "/"
      }
    return mark + item.name.name + (item.defaultValue.map { "=" + describe($0) } ?? "")
  }.joined(separator: " ")
}

func describe(_ statement: Statement) -> String {
  switch statement {
  case .expression(let value, _): return describe(value)
  case .assign(let targets, let value, _): return form("=", targets + [value])
  case .annotated(let target, let annotation, let value, _):
    return form(":", [target, annotation] + (value.map { [$0] } ?? []))
  case .augmentedAssign(let op, let target, let value, _, _): return form(op.rawValue + "=", [target, value])
  case .ifElse(let branches, let otherwise, _):
    return "(if" + branches.map { " (\(describe($0.test))\(describe($0.body)))" }.joined() + describeElse(otherwise)
      + ")"
  case .forIn(let target, let iterable, let body, let otherwise, _):
    return "(for \(describe(target)) \(describe(iterable))\(describe(body))\(describeElse(otherwise)))"
  case .whileLoop(let test, let body, let otherwise, _):
    return "(while \(describe(test))\(describe(body))\(describeElse(otherwise)))"
  case .breakLoop: return "break"
  case .continueLoop: return "continue"
  case .pass: return "pass"
  case .define(let function, _):
    let doc = function.docstring.map { " doc=" + quoted($0) } ?? ""
    return "(def \(function.name.name) (\(describe(function.parameters)))\(doc)\(describe(function.body)))"
  case .returnValue(let value, _): return "(return" + (value.map { " " + describe($0) } ?? "") + ")"
  case .global(let names, _): return "(global" + names.map { " " + $0.name }.joined() + ")"
  case .nonlocal(let names, _): return "(nonlocal" + names.map { " " + $0.name }.joined() + ")"
  case .delete(let targets, _): return form("del", targets)
  case .assert(let test, let message, _): return form("assert", [test] + (message.map { [$0] } ?? []))
  case .importModule(let items, _): return "(import" + items.map { " " + describe($0) }.joined() + ")"
  case .importNames(let module, let names, _):
    return "(from \(module.name)" + names.map { " " + describe($0) }.joined() + ")"
  case .command(let call): return describe(call)
  case .commandUnlessBound(let word, let call, let python, _):
    return "(unless-bound \(word.name) \(describe(call)) \(describe(python)))"
  }
}

func describe(_ item: ImportItem) -> String {
  item.name.name + (item.alias.map { ":" + $0.name } ?? "")
}

private func describe(_ body: [Statement]) -> String { body.map { " " + describe($0) }.joined() }

private func describeElse(_ body: [Statement]) -> String { body.isEmpty ? "" : " (else\(describe(body)))" }

/// `<train epochs:1000 lr:lr>`; texts stand in quotes.
func describe(_ call: CommandCall) -> String {
  "<" + ([call.word.name] + call.arguments.map { $0.parameter + ":" + describe($0.value) }).joined(separator: " ") + ">"
}

func describe(_ value: CommandArgument.Value) -> String {
  switch value {
  case .expression(let value): return describe(value)
  case .text(let text): return quoted(text)
  case .statement(let statement): return describe(statement)
  case .equation(let name, let value): return "(\(name.name) = \(describe(value)))"
  case .reference(let name, let index): return "&" + name.name + (index.map { "[" + describe($0) + "]" } ?? "")
  case .chain(let stages):
    return stages.map { stage in
      "["
        + stage.map { piece in
          switch piece {
          case .expression(let value): describe(value)
          case .word(let word): "'" + word.name
          case .option(let name, let value): name.name + "=" + describe(value)
          }
        }.joined(separator: " ") + "]"
    }.joined(separator: "->")
  }
}
