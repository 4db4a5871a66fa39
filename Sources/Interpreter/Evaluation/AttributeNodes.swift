import Arrays
import Syntax

/// `value.name`.
final class AttributeNode: Node {
  let object: Node
  let name: String
  /// Whether this is `.T`, the attribute that stands in every backward pass.
  private let isTranspose: Bool
  private var cachedModule: ModuleObject?
  private var cachedMember: Value?

  init(_ object: Node, name: String, _ span: Span) {
    self.object = object
    self.name = name
    isTranspose = name == "T"
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let value = try object.evaluate(frame)
    if isTranspose, case .array(let array) = value { return .array(array.transposed) }
    return try member(of: value, frame)
  }

  /// A module's members are looked up once per place; a module does not change.
  func member(of value: Value, _ frame: Frame) throws -> Value {
    if case .module(let module) = value {
      if let cachedMember, cachedModule === module { return cachedMember }
      if let member = module.members[name] {
        cachedModule = module
        cachedMember = member
        return member
      }
    }
    do { return try attribute(name, of: value) } catch { throw frame.located(error, span) }
  }

  private lazy var arrayMethod = MethodTables.array[name]
  private lazy var textMethod = MethodTables.text[name]
  private lazy var listMethod = MethodTables.list[name]
  private lazy var dictionaryMethod = MethodTables.dictionary[name]

  /// The method of that name, looked up once per place and type.
  func method(of value: Value) -> Builtin? {
    switch value {
    case .array: arrayMethod
    case .string: textMethod
    case .list: listMethod
    case .dictionary: dictionaryMethod
    default: MethodTables.method(name, of: value)
    }
  }
}

/// `value.name` as a value.
func attribute(_ name: String, of value: Value) throws -> Value {
  switch value {
  case .array(let array):
    if let found = NumPyNamespace.attribute(name, of: array) { return found }
  case .numpyBool, .numpyInt, .numpyFloat:
    if let found = NumPyNamespace.attribute(name, of: NDArray(scalar: value.asScalar!)) { return found }
  case .module(let module):
    if let found = module.members[name] { return found }
    throw Fault(
      .attribute, "\(module.name) has no \(name) here",
      hint: didYouMean(name, in: module.offeredNames) { "\(module.name).\($0)" })
  case .function(let function):
    switch name {
    case "__name__": return .text(function.name)
    case "__doc__": return function.docstring.map(Value.text) ?? .none
    default: break
    }
  case .type(let type) where name == "__name__":
    return .text(String(type.name.split(separator: ".").last ?? ""))
  case .type(let type):
    if let method = MethodTables.ofType(type.name)[name] {
      // Called on the class there is no dictionary to make keys for: a new one stands in.
      return name == "fromkeys"
        ? .method(BoundMethod(receiver: .dictionary(DictionaryObject()), method: method)) : .builtin(method)
    }
  default: break
  }
  if let method = MethodTables.method(name, of: value) {
    return .method(BoundMethod(receiver: value, method: method))
  }
  let known = MethodTables.names(of: value)
  throw Fault(
    .attribute, "\(article(value.typeName)) has no attribute \(name)",
    hint: didYouMean(name, in: known) { ".\($0)" })
}

/// Methods by the type of their receiver.
enum MethodTables {
  static let array = table(NumPyNamespace.arrayMethods)
  static let text = table(PythonBuiltins.strMethods)
  static let list = table(PythonBuiltins.listMethods)
  static let dictionary = table(PythonBuiltins.dictMethods)
  static let tuple = table(PythonBuiltins.tupleMethods)
  static let range = table(PythonBuiltins.rangeMethods)
  static let float = table(PythonBuiltins.floatMethods)
  static let int = table(PythonBuiltins.intMethods)
  static let generator = table(NumPyNamespace.generatorMethods)

  /// By the last part of the declared name: `str.join` is found under `join`.
  private static func table(_ methods: [Builtin]) -> [String: Builtin] {
    var table: [String: Builtin] = [:]
    for method in methods { table[String(method.name.split(separator: ".").last!)] = method }
    return table
  }

  /// `str.upper`, `dict.fromkeys`: the methods by the name of their class.
  static func ofType(_ name: String) -> [String: Builtin] {
    switch name {
    case "str": text
    case "list": list
    case "dict": dictionary
    case "tuple": tuple
    case "float": float
    case "int": int
    case "numpy.ndarray": array
    default: [:]
    }
  }

  static func methods(of value: Value) -> [String: Builtin] {
    switch value {
    case .array, .numpyBool, .numpyInt, .numpyFloat: array
    case .string: text
    case .list: list
    case .dictionary: dictionary
    case .tuple: tuple
    case .range: range
    case .float: float
    case .int, .bool: int
    case .generator: generator
    default: [:]
    }
  }

  static func method(_ name: String, of value: Value) -> Builtin? { methods(of: value)[name] }

  static func names(of value: Value) -> [String] {
    var names = methods(of: value).filter { !$0.value.isRefusal }.map(\.key)
    if case .array = value { names += NumPyNamespace.attributeNames }
    if case .module(let module) = value { names += module.offeredNames }
    return names.sorted()
  }
}
