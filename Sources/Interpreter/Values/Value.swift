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

public final class ListObject {
  private var stored: [Value]
  @exclusivity(unchecked) var journal: WriteJournal?
  @exclusivity(unchecked) var stamp: UInt64 = 0
  public init(_ items: [Value]) { stored = items }

  public var items: [Value] {
    @inline(__always) _read { yield stored }
    @inline(__always) _modify {
      willChange()
      yield &stored
    }
  }

  /// Adds an item, if there is memory for it.
  func append(_ item: Value) throws {
    if stored.count == stored.capacity { try checkLength(2 * stored.count + 4, "a list") }
    willChange()
    stored.append(item)
  }

  func append(contentsOf items: [Value]) throws {
    if stored.count + items.count > stored.capacity { try checkLength(stored.count + items.count, "a list") }
    willChange()
    stored += items
  }

  func insert(_ item: Value, at place: Int) throws {
    if stored.count == stored.capacity { try checkLength(2 * stored.count + 4, "a list") }
    willChange()
    stored.insert(item, at: place)
  }

  deinit { if !stored.isEmpty { Teardown.release(&stored, leaving: []) } }
}

extension ListObject: Recordable {
  var contents: Contents {
    get { .items(stored) }
    set { if case .items(let items) = newValue { stored = items } }
  }
}

public final class TupleObject {
  @exclusivity(unchecked) public private(set) var items: [Value]
  /// Whether ``Adoption`` has looked at the items.
  @exclusivity(unchecked) var isNoted = false
  public init(_ items: [Value]) { self.items = items }
  deinit { if !items.isEmpty { Teardown.release(&items, leaving: []) } }
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
  private var bounds: (start: Value, stop: Value, step: Value)
  /// Whether ``Adoption`` has looked at the bounds.
  @exclusivity(unchecked) var isNoted = false
  public var start: Value { bounds.start }
  public var stop: Value { bounds.stop }
  public var step: Value { bounds.step }
  public init(start: Value, stop: Value, step: Value) { bounds = (start, stop, step) }
  deinit { Teardown.release(&bounds, leaving: (.none, .none, .none)) }
}

public final class BoundMethod {
  public private(set) var receiver: Value
  public let method: Builtin
  public init(receiver: Value, method: Builtin) {
    self.receiver = receiver
    self.method = method
  }
  deinit { Teardown.release(&receiver, leaving: .none) }
}

/// `np`, `np.random`, `plt`: a name with members.
public final class ModuleObject: @unchecked Sendable {
  public let name: String
  public let members: [String: Value]
  public init(name: String, members: [String: Value]) {
    self.name = name
    self.members = members
  }

  /// The names that help and completion offer, sorted: those of members that exist not only to refuse.
  public var offeredNames: [String] { members.filter { !$0.value.isRefusal }.keys.sorted() }
}

extension Value {
  fileprivate var isRefusal: Bool {
    switch self {
    case .builtin(let builtin): builtin.isRefusal
    case .type(let type): type.isRefusal
    default: false
    }
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
  /// Of `int | float`: the types it stands for; empty for a single one.
  public let alternatives: [TypeObject]
  /// Whether this is a type with those of its items: `list[int]`.
  public let isGeneric: Bool
  /// Whether it exists only to be refused by name.
  public let isRefusal: Bool
  public init(
    name: String, dtype: DType? = nil, constructor: Builtin? = nil, alternatives: [TypeObject] = [],
    isGeneric: Bool = false, isRefusal: Bool = false
  ) {
    self.isRefusal = isRefusal
    self.name = name
    self.dtype = dtype
    self.constructor = constructor
    self.alternatives = alternatives
    self.isGeneric = isGeneric
  }
}

/// Values one after the other, once.
public final class IteratorObject {
  public let name: String
  /// What it takes its values from, where that can change.
  private(set) var sources: [Value]
  /// What gives the values. (A closure by itself would be copied into another form on its way to ``Teardown``, and not be freed there.)
  private struct Source {
    let next: () throws -> Value?
  }
  /// nil only while it is freed.
  private var source: Source?
  /// What was taken since someone first asked to go back, and how much of it counts now: what lies ahead is given again.
  private var taken: [Value] = []
  private var position = 0
  private var keepsTaken = false
  @exclusivity(unchecked) var journal: WriteJournal?
  @exclusivity(unchecked) var stamp: UInt64 = 0

  public init(_ name: String, over sources: [Value] = [], next: @escaping () throws -> Value?) {
    self.name = name
    self.sources = sources
    source = Source(next: next)
  }

  deinit {
    Teardown.release(&source, leaving: nil)
    if !sources.isEmpty { Teardown.release(&sources, leaving: []) }
    if !taken.isEmpty { Teardown.release(&taken, leaving: []) }
  }

  /// The next value; iterators may be nested deeper than the stack.
  public func next() throws -> Value? {
    try checkStack()
    willChange()
    if position < taken.count {
      position += 1
      return taken[position - 1]
    }
    let value = try source!.next()
    if let value, keepsTaken {
      taken.append(value)
      position += 1
    }
    return value
  }
}

extension IteratorObject: Recordable {
  var contents: Contents {
    get {
      keepsTaken = true
      return .position(position)
    }
    set { if case .position(let position) = newValue { self.position = min(position, taken.count) } }
  }
}

public final class GeneratorObject {
  private let random: RandomState
  @exclusivity(unchecked) var journal: WriteJournal?
  @exclusivity(unchecked) var stamp: UInt64 = 0
  public init(_ state: RandomState) { random = state }

  /// To draw from.
  public var state: RandomState {
    willChange()
    return random
  }
}

extension GeneratorObject: Recordable {
  var contents: Contents {
    get { .random(random.state) }
    set { if case .random(let state) = newValue { random.state = state } }
  }
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
