import Arrays
import Support
import Syntax

extension Show {
  /// The bound names as a table; what `import` bound is no name of the user's.
  static func names(_ session: Session) throws -> StyledText {
    var table = TextTable([("name", .left), ("type", .left), ("value", .left)])
    var isEmpty = true
    for name in ownNames(session) {
      guard let value = session.lookup(name) else { continue }
      table.add([TextWidth.shortened(name, to: 24), kind(value), try short(value, session)])
      isEmpty = false
    }
    return isEmpty ? "no names yet: x = 3 makes one\n" : table.styled
  }

  /// Without modules, `_`, and what the shell numbers.
  static func ownNames(_ session: Session) -> [String] {
    session.names().filter { name in
      if name.hasPrefix("_"), name.dropFirst().allSatisfy({ $0.isNumber }) { return false }
      if case .module? = session.lookup(name) { return false }
      return true
    }
  }

  private static func kind(_ value: Value) -> String {
    switch value {
    case .array(let array): "array \(array.dtype.name)"
    default: value.typeName
    }
  }

  /// The shape of an array, the length of a container, else the value itself.
  private static func short(_ value: Value, _ session: Session) throws -> String {
    switch value {
    case .array(let array) where array.count > 6 || array.dimensions > 1: return array.shape.text
    case .list(let list) where list.items.count > 6: return counted(list.items.count, "item")
    case .tuple(let tuple) where tuple.items.count > 6: return counted(tuple.items.count, "item")
    case .dictionary(let dictionary) where dictionary.items.count > 3: return counted(dictionary.items.count, "key")
    case .function(let function): return function.code.signature
    case .builtin(let builtin): return builtin.name
    default: break
    }
    let text = try repr(value.withoutNumPyName, session.printOptions)
    return TextWidth.shortened(text.split(separator: "\n").joined(separator: " "), to: 40)
  }
}
