import Arrays
import Syntax

/// The arguments that NumPy's functions share.
extension Call {
  /// A sequence of arrays: a list or tuple, or an array, whose rows are meant.
  func arrays(_ index: Int) throws -> [NDArray] {
    guard let value = values[index] else { return [] }
    switch value {
    case .list, .tuple, .array, .range, .iterator: return try materialize(value).map { try makeArray($0) }
    default:
      throw Fault(
        .type, "\(builtin.name): \(parameterName(index)) must be a list or tuple of arrays, not \(value.typeName)",
        hint: "put the arrays into one pair of brackets: \(builtin.name)([a, b])")
    }
  }

  /// An int or a sequence of ints.
  func ints(_ index: Int) throws -> [Int] {
    let value = self[index]
    if let single = value.asIndex { return [single] }
    let array = try makeArray(value)
    guard array.count == 0 || array.dtype == .int64 else {
      throw Fault(.type, "\(builtin.name): \(parameterName(index)) must be ints, not \(array.dtype.name)")
    }
    let flat = try array.raveled().contiguous()
    return (0..<flat.count).map { flat.ints[$0] }
  }

  /// A number.
  func scalar(_ index: Int) throws -> Scalar {
    guard let scalar = self[index].asScalar else {
      throw Fault(.type, "\(builtin.name): \(parameterName(index)) must be a number, not \(self[index].typeName)")
    }
    return scalar
  }

  /// One of the words a parameter takes.
  func word(_ index: Int, of words: [String]) throws -> String {
    let word = try string(index)
    guard words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) else {
      throw Fault(
        .value, "\(builtin.name): \(parameterName(index)) must be one of \(words.joined(separator: ", ")), not \(word)",
        hint: didYouMean(word, in: words))
    }
    return word
  }

  /// Whether an `order=` argument asks for columns first.
  func isColumnsFirst(_ index: Int) throws -> Bool {
    guard optional(index) != nil else { return false }
    return try word(index, of: ["C", "F", "A", "K"]) == "F"
  }

  /// A shape given as `*shape`: several ints, or one tuple.
  func variadicShape(_ index: Int, allowsUnknown: Bool = false) throws -> [Int] {
    let name = "\(builtin.name): \(parameterName(index))"
    guard case .tuple(let tuple)? = values[index] else { return [] }
    if tuple.items.count == 1 { return try makeShape(tuple.items[0], name: name, allowsUnknown: allowsUnknown) }
    return try makeShape(.tuple(tuple), name: name, allowsUnknown: allowsUnknown)
  }

  /// The result of a method: an array stays an array, NumPy's scalar a scalar.
  func likeReceiver(_ result: NDArray) -> Value {
    if case .array = self[0] { return .array(result) }
    return .numpy(result)
  }
}

func listValue(_ arrays: [NDArray]) -> Value { .list(ListObject(arrays.map { .array($0) })) }
func tupleValue(_ arrays: [NDArray]) -> Value { .tuple(TupleObject(arrays.map { .array($0) })) }
