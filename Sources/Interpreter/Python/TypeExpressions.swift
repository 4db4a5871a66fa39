/// Types as annotations write them: `list[int]`, `dict[str, float]`, `int | None`.
extension TypeObject {
  /// `list[int]`: calls as the type itself does.
  func with(itemTypes index: Value) throws -> TypeObject {
    guard !isGeneric, alternatives.isEmpty, TypeObject.generic.contains(name) else {
      throw Fault(
        .type, "type \(shortName) has no item types", hint: constructor == nil ? nil : "round brackets call it")
    }
    let items: [Value] = if case .tuple(let tuple) = index { tuple.items } else { [index] }
    let names = try items.map(TypeObject.name(of:)).joined(separator: ", ")
    return TypeObject(name: "\(name)[\(names)]", constructor: constructor, isGeneric: true)
  }

  private static let generic: Set = ["list", "tuple", "dict", "type", "numpy.ndarray"]

  private var shortName: String { String(name.split(separator: ".").last ?? "") }

  static func name(of value: Value) throws -> String {
    switch value {
    case .type(let type): type.name
    case .none: "None"
    case .ellipsis: "..."
    case .list(let list): "[" + (try list.items.map(name(of:)).joined(separator: ", ")) + "]"
    default: try repr(value)
    }
  }
}

/// `a | b` of types and None.
func union(_ a: Value, _ b: Value) -> TypeObject {
  let parts = [a, b].flatMap { value -> [TypeObject] in
    guard case .type(let type) = value else { return [typeOf(.none)] }
    return type.alternatives.isEmpty ? [type] : type.alternatives
  }
  var alternatives: [TypeObject] = []
  for part in parts where !alternatives.contains(where: { $0.name == part.name }) { alternatives.append(part) }
  if alternatives.count == 1 { return alternatives[0] }
  let names = alternatives.map { $0.name == "NoneType" ? "None" : $0.name }
  return TypeObject(name: names.joined(separator: " | "), alternatives: alternatives)
}
