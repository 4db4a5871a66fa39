import Arrays

/// A dynamic value. Every payload is one word, so a value is two; what is larger is an object that names may share, as in Python.
/// A session is sequential, so values never meet another thread; what is shared between sessions (builtins, modules, types) is never changed.
public enum Value: @unchecked Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// NumPy's scalars: an element of an array, or a reduction. They print otherwise and do not raise on division by zero.
  case numpyBool(Bool)
  case numpyInt(Int)
  case numpyFloat(Double)
  case string(Text)
  case array(NDArray)
  case list(ListObject)
  case tuple(TupleObject)
  case dictionary(DictionaryObject)
  case range(RangeObject)
  case slice(SliceObject)
  case ellipsis
  case function(FunctionObject)
  case builtin(Builtin)
  /// A method taken from its value: `xs.append`.
  case method(BoundMethod)
  case module(ModuleObject)
  /// `int`, `float`, `np.float64`, …: callable, comparable, printable.
  case type(TypeObject)
  /// What `zip`, `enumerate`, `map`, `reversed`, a generator expression give: values one after the other, once.
  case iterator(IteratorObject)
  /// A random generator: `np.random.RandomState(42)`.
  case generator(GeneratorObject)
  /// A dictionary's `keys()`, `values()`, `items()`: live views.
  case dictionaryView(DictionaryView)
}

/// A Python string. Positions count Unicode scalars, as Python's do.
public final class Text: Hashable {
  public let string: String
  /// Number of Unicode scalars.
  public private(set) lazy var count: Int = string.unicodeScalars.count
  public init(_ string: String) { self.string = string }
  public static func == (left: Text, right: Text) -> Bool { left === right || left.string == right.string }
  public func hash(into hasher: inout Hasher) { hasher.combine(string) }
}

public final class ListObject {
  public var items: [Value]
  public init(_ items: [Value]) { self.items = items }
  deinit { if !items.isEmpty { keepIfStackIsLow(items) } }
}

public final class TupleObject {
  public let items: [Value]
  public init(_ items: [Value]) { self.items = items }
  deinit { if !items.isEmpty { keepIfStackIsLow(items) } }
}

public final class RangeObject {
  public let start: Int
  public let stop: Int
  /// Never 0.
  public let step: Int
  public let count: Int
  public init(start: Int, stop: Int, step: Int) {
    self.start = start
    self.stop = stop
    self.step = step
    if step > 0 {
      count =
        stop > start
        ? Int((stop.subtractingReportingOverflow(start).partialValue.magnitude - 1) / step.magnitude) + 1 : 0
    } else {
      count =
        stop < start
        ? Int((start.subtractingReportingOverflow(stop).partialValue.magnitude - 1) / step.magnitude) + 1 : 0
    }
  }
}

public final class SliceObject {
  public let start: Value
  public let stop: Value
  public let step: Value
  public init(start: Value, stop: Value, step: Value) {
    self.start = start
    self.stop = stop
    self.step = step
  }
}

public final class BoundMethod {
  public let receiver: Value
  public let method: Builtin
  public init(receiver: Value, method: Builtin) {
    self.receiver = receiver
    self.method = method
  }
}

/// `np`, `np.random`, `plt`: a name with members.
public final class ModuleObject: @unchecked Sendable {
  public let name: String
  public let members: [String: Value]
  public init(name: String, members: [String: Value]) {
    self.name = name
    self.members = members
  }
}

/// A type as a value.
public final class TypeObject: @unchecked Sendable {
  /// As `type(x)` prints it: `int`, `numpy.ndarray`.
  public let name: String
  /// What a call does: a constructor; nil if it cannot be called.
  public let constructor: Builtin?
  /// The dtype it stands for in `dtype=` and `astype`.
  public let dtype: DType?
  public init(name: String, dtype: DType? = nil, constructor: Builtin? = nil) {
    self.name = name
    self.dtype = dtype
    self.constructor = constructor
  }
}

/// Values one after the other, once.
public final class IteratorObject {
  public let name: String
  public let next: () throws -> Value?
  public init(_ name: String, next: @escaping () throws -> Value?) {
    self.name = name
    self.next = next
  }
}

public final class GeneratorObject {
  public let state: RandomState
  public init(_ state: RandomState) { self.state = state }
}

public final class DictionaryView {
  public enum Kind { case keys, values, items }
  public let dictionary: DictionaryObject
  public let kind: Kind
  public init(_ dictionary: DictionaryObject, _ kind: Kind) {
    self.dictionary = dictionary
    self.kind = kind
  }
}
