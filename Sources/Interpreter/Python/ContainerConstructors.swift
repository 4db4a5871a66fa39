import Arrays

extension PythonBuiltins {
  static let strConstructor = Builtin(
    "str", "str(object='')", "Writes a value as text, as print does.", example: "str(2.5) + \" cm\""
  ) { call in
    if case .string = call[0] { return call[0] }
    return .text(try Interpreter.str(call[0], call.session.printOptions))
  }

  static let listConstructor = Builtin(
    "list", "list(iterable=())", "Makes a list of the items.", example: "list(range(3))"
  ) { call in .list(ListObject(try materialize(call[0]))) }

  static let tupleConstructor = Builtin(
    "tuple", "tuple(iterable=())", "Makes a tuple of the items.", example: "tuple([1, 2])"
  ) { call in
    if case .tuple = call[0] { return call[0] }
    return .tuple(TupleObject(try materialize(call[0])))
  }

  static let dictConstructor = Builtin(
    "dict", "dict(items=(), **entries)", "Makes a dict of pairs, of another dict, or of name=value arguments.",
    example: "dict(rate=0.1, epochs=100)"
  ) { call in
    let dictionary = DictionaryObject()
    try addItems(of: call[0], to: dictionary)
    if case .dictionary(let entries)? = call.values[1] { try addItems(of: .dictionary(entries), to: dictionary) }
    return .dictionary(dictionary)
  }

  static let rangeConstructor = Builtin(
    "range", "range(start, stop=<>, step=1)",
    "Counts from start (0 if only stop is given) up to stop, which is left out.",
    example: "list(range(2, 10, 3))"
  ) { call in
    func bound(_ index: Int) throws -> Int {
      guard let value = call[index].asIndex else {
        let hint: String? =
          switch call[index] {
          case .float, .numpyFloat: "int(…) or // makes an int; np.arange counts in floats"
          case .list, .string, .tuple, .array, .dictionary:
            "a sequence is gone over itself: for x in xs; range(len(xs)) counts its places"
          default: nil
          }
        throw Fault(.type, "range counts in ints, not in \(call[index].typeName)", hint: hint)
      }
      return value
    }
    let step = try bound(2)
    if step == 0 { throw Fault(.value, "range() arg 3 must not be zero") }
    let (start, stop) = call.values[1] == nil ? (0, try bound(0)) : (try bound(0), try bound(1))
    // The distance must be countable.
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    if overflow || distance == .min { throw integerOverflow("the length of the range") }
    return .range(RangeObject(start: start, stop: stop, step: step))
  }

  static let sliceConstructor = Builtin(
    "slice", "slice(start, stop=<>, step=None)", "Makes a slice to index with: x[slice(1, 3)] is x[1:3].",
    example: "[4, 5, 6, 7][slice(1, 3)]"
  ) { call in
    guard let stop = call.values[1] else { return .slice(SliceObject(start: .none, stop: call[0], step: .none)) }
    return .slice(SliceObject(start: call[0], stop: stop, step: call[2]))
  }

  static let typeConstructor = Builtin(
    "type", "type(object)", "Returns the type of a value.", example: "type(2.5)"
  ) { call in .type(typeOf(call[0])) }
}

/// Adds another dict's entries, or pairs.
func addItems(of value: Value, to dictionary: DictionaryObject) throws {
  if case .dictionary(let other) = value {
    try dictionary.store(other)
    return
  }
  let next = try iterate(value)
  var number = 0
  var pace = PaceCounter()
  while let pair = try next() {
    try pace.step()
    guard let items = try? materialize(pair) else {
      throw Fault(
        .type, "cannot convert dictionary update sequence element #\(number) to a sequence",
        hint: "a dict is made of pairs: dict([(\"a\", 1)])")
    }
    guard items.count == 2 else {
      throw Fault(.value, "dictionary update sequence element #\(number) has length \(items.count); 2 is required")
    }
    try dictionary.store(items[0], items[1])
    number += 1
  }
}
