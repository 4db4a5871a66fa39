import Arrays
import Syntax

/// What stands between the brackets: one index or several, slices among them.
struct IndexNode {
  enum Item {
    case value(Node)
    case slice(start: Node?, stop: Node?, step: Node?, Span)
  }
  let items: [Item]
  /// Whether a comma stood there: `a[1,]`.
  let isTuple: Bool

  /// The index as a Python value: a tuple, a slice, or the one value.
  func evaluate(_ frame: Frame) throws -> Value {
    if isTuple { return .tuple(TupleObject(try items.map { try value($0, frame) })) }
    return try value(items[0], frame)
  }

  private func value(_ item: Item, _ frame: Frame) throws -> Value {
    switch item {
    case .value(let node): try node.evaluate(frame)
    case .slice(let start, let stop, let step, _):
      .slice(
        SliceObject(
          start: try start?.evaluate(frame) ?? .none, stop: try stop?.evaluate(frame) ?? .none,
          step: try step?.evaluate(frame) ?? .none))
    }
  }

  /// The index of an array.
  func arrayIndices(_ frame: Frame) throws -> [ArrayIndex] {
    if !isTuple, case .value(let node) = items[0] {
      let value = try node.evaluate(frame)
      if case .tuple(let tuple) = value { return try tuple.items.map { try arrayIndex($0) } }
      return [try arrayIndex(value)]
    }
    var result: [ArrayIndex] = []
    result.reserveCapacity(items.count)
    for item in items {
      switch item {
      case .value(let node): result.append(try arrayIndex(node.evaluate(frame)))
      case .slice(let start, let stop, let step, _):
        result.append(
          .slice(
            start: try bound(start?.evaluate(frame)), stop: try bound(stop?.evaluate(frame)),
            step: try bound(step?.evaluate(frame))))
      }
    }
    return result
  }
}

/// A bound of a slice: an int, or nothing.
private func bound(_ value: Value?) throws -> Int? {
  guard let value else { return nil }
  if case .none = value { return nil }
  guard let index = value.asIndex else {
    throw Fault(.type, "a slice goes from int to int, not to \(article(value.typeName))")
  }
  return index
}

/// One index of an array.
func arrayIndex(_ value: Value) throws -> ArrayIndex {
  switch value {
  case .int(let index), .numpyInt(let index): return .at(index)
  case .none: return .newAxis
  case .ellipsis: return .ellipsis
  case .slice(let slice):
    return .slice(start: try bound(slice.start), stop: try bound(slice.stop), step: try bound(slice.step))
  case .bool, .numpyBool: return .mask(NDArray(scalar: value.asScalar!))
  case .array, .list, .range, .tuple:
    let array = try makeArray(value)
    switch array.dtype {
    case .bool: return .mask(array)
    case .int64: return .integers(array)
    case .float64:
      if array.count == 0 { return .integers(NDArray(uninitialized: array.shape, .int64)) }
      throw ArrayError.badIndex(dtype: .float64)
    }
  case .float, .numpyFloat:
    throw Fault(
      .index, "an index is an int, not a float",
      hint: "int(…) or // makes an int: x.size / 2 is a float, x.size // 2 an int")
  default:
    throw Fault(.index, "\(article(value.typeName)) cannot index an array")
  }
}

/// `value[index]`.
final class SubscriptNode: Node {
  let container: Node
  let index: IndexNode
  init(_ container: Node, _ index: IndexNode, _ span: Span) {
    self.container = container
    self.index = index
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let value = try container.evaluate(frame)
    do { return try item(value, frame) } catch { throw frame.located(error, span) }
  }

  private func item(_ value: Value, _ frame: Frame) throws -> Value {
    switch value {
    case .array(let array):
      if let scalar = try quickItem(array, frame) { return scalar }
      return try selection(array, index.arrayIndices(frame))
    case .list(let list):
      if !index.isTuple, case .value(let node) = index.items[0] {
        let position = try node.evaluate(frame)
        if case .int(let i) = position {
          if i >= 0 && i < list.items.count { return list.items[i] }
          if i < 0 && i >= -list.items.count { return list.items[list.items.count + i] }
        }
        return try pythonItem(value, position)
      }
    case .dictionary(let dictionary):
      if !index.isTuple, case .value(let node) = index.items[0] {
        let key = try node.evaluate(frame)
        if case .string(let text) = key, let found = dictionary[.string(text)] { return found }
        return try pythonItem(value, key)
      }
    case .numpyBool, .numpyInt, .numpyFloat:
      return try selection(NDArray(scalar: value.asScalar!), index.arrayIndices(frame))
    case .module(let module) where module.name == "np.c_" || module.name == "np.r_":
      let key = try index.evaluate(frame)
      let items: [Value] = if case .tuple(let tuple) = key { tuple.items } else { [key] }
      return module.name == "np.c_" ? try concatenateColumns(items) : try concatenateRows(items)
    default: break
    }
    return try pythonItem(value, index.evaluate(frame))
  }

  /// One element is NumPy's scalar, unless `...` asks for an array.
  private func selection(_ array: NDArray, _ indices: [ArrayIndex]) throws -> Value {
    let result = try array.item(indices)
    if result.dimensions == 0, indices.contains(where: { if case .ellipsis = $0 { true } else { false } }) {
      return .array(result)
    }
    return .numpy(result)
  }

  /// `a[i]` of a 1-D and `a[i, j]` of a 2-D array, without making an index list.
  private func quickItem(_ array: NDArray, _ frame: Frame) throws -> Value? {
    if index.isTuple {
      guard index.items.count == 2, array.dimensions == 2, case .value(let first) = index.items[0],
        case .value(let second) = index.items[1], first.isCheap, second.isCheap
      else { return nil }
      guard case .int(let i) = try first.evaluate(frame), case .int(let j) = try second.evaluate(frame) else {
        return nil
      }
      let row = i < 0 ? i + array.shape[0] : i
      let column = j < 0 ? j + array.shape[1] : j
      guard row >= 0, row < array.shape[0], column >= 0, column < array.shape[1] else { return nil }
      return .numpy(array.elementValue(at: row * array.strides[0] + column * array.strides[1]))
    }
    guard case .value(let node) = index.items[0], node.isCheap, array.dimensions >= 1 else { return nil }
    guard case .int(let i) = try node.evaluate(frame) else { return nil }
    let position = i < 0 ? i + array.shape[0] : i
    guard position >= 0, position < array.shape[0] else { return nil }
    return row(array, position)
  }

  /// `container[index] = value`.
  func assign(_ value: Value, _ frame: Frame) throws {
    let target = try container.evaluate(frame)
    do { try setItem(target, to: value, frame) } catch { throw frame.located(error, span) }
  }

  private func setItem(_ target: Value, to value: Value, _ frame: Frame) throws {
    switch target {
    case .array(let array):
      let indices = try index.arrayIndices(frame)
      if case .array(let source) = value {
        try array.setItem(indices, to: source)
      } else if let scalar = value.asScalar {
        try array.setItem(indices, to: scalar)
      } else {
        try array.setItem(indices, to: makeArray(value))
      }
    default: try setPythonItem(target, index.evaluate(frame), to: value)
    }
  }

  func delete(_ frame: Frame) throws {
    let target = try container.evaluate(frame)
    do { try deletePythonItem(target, index.evaluate(frame)) } catch { throw frame.located(error, span) }
  }
}

extension Node {
  /// Whether evaluating twice costs nothing and does nothing.
  var isCheap: Bool { self is ConstantNode || self is LocalNode || self is GlobalNode }
}
