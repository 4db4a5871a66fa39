import Syntax

/// What an assignment, a `for`, a comprehension binds.
class TargetNode {
  let span: Span
  init(_ span: Span) { self.span = span }
  func assign(_ value: Value, _ frame: Frame) throws { preconditionFailure("assign is not overridden") }
  func delete(_ frame: Frame) throws { throw frame.located(Fault(.unsupported, "this cannot be deleted"), span) }

  /// Takes the value out for a moment, so that nobody else refers to it while it is changed; `assign` puts it back. nil where that cannot be.
  func take(_ frame: Frame) -> Value? { nil }
}

final class GlobalTarget: TargetNode {
  let variable: Variable
  init(_ variable: Variable, _ span: Span) {
    self.variable = variable
    super.init(span)
  }
  override func assign(_ value: Value, _ frame: Frame) throws {
    if variable.mayBeParameter, try assignParameter(value, frame) { return }
    variable.value = value
  }

  override func take(_ frame: Frame) -> Value? {
    if variable.mayBeParameter { return nil }
    defer { variable.value = nil }
    return variable.value
  }

  /// A live parameter takes the value over; the name keeps meaning the network's own array.
  private func assignParameter(_ value: Value, _ frame: Frame) throws -> Bool {
    let model = frame.session.model
    guard model.isParameter(variable.name) else { return false }
    do { try model.assignParameter(variable.name, value) } catch { throw frame.located(error, span) }
    return true
  }

  override func delete(_ frame: Frame) throws {
    guard variable.value != nil else { throw frame.located(frame.session.unknownName(variable.name), span) }
    if variable.mayBeParameter, frame.session.model.isParameter(variable.name) {
      throw frame.located(
        Fault(
          .network, "\(variable.name) belongs to the network and cannot be deleted", hint: "reset forgets the network"),
        span)
    }
    variable.value = nil
  }
}

final class LocalTarget: TargetNode {
  let slot: Int
  let name: String
  init(_ slot: Int, name: String, _ span: Span) {
    self.slot = slot
    self.name = name
    super.init(span)
  }
  override func assign(_ value: Value, _ frame: Frame) throws { frame.locals[slot] = value }
  override func take(_ frame: Frame) -> Value? {
    defer { frame.locals[slot] = nil }
    return frame.locals[slot]
  }
  override func delete(_ frame: Frame) throws {
    guard frame.locals[slot] != nil else { throw frame.located(unboundLocal(name), span) }
    frame.locals[slot] = nil
  }
}

final class CellTarget: TargetNode {
  let index: Int
  let name: String
  init(_ index: Int, name: String, _ span: Span) {
    self.index = index
    self.name = name
    super.init(span)
  }
  override func assign(_ value: Value, _ frame: Frame) throws { frame.cells[index].value = value }
  override func take(_ frame: Frame) -> Value? {
    defer { frame.cells[index].value = nil }
    return frame.cells[index].value
  }
  override func delete(_ frame: Frame) throws { frame.cells[index].value = nil }
}

final class SubscriptTarget: TargetNode {
  let node: SubscriptNode
  init(_ node: SubscriptNode) {
    self.node = node
    super.init(node.span)
  }
  override func assign(_ value: Value, _ frame: Frame) throws { try node.assign(value, frame) }
  override func delete(_ frame: Frame) throws { try node.delete(frame) }
}

final class AttributeTarget: TargetNode {
  let node: AttributeNode
  init(_ node: AttributeNode) {
    self.node = node
    super.init(node.span)
  }
  override func assign(_ value: Value, _ frame: Frame) throws {
    let object = try node.object.evaluate(frame)
    throw frame.located(
      Fault(
        .attribute, "the attribute \(node.name) of \(article(object.typeName)) cannot be set",
        hint: node.name == "shape" ? "reshape gives the array another shape" : nil), span)
  }
}

/// `a, b = …`, `a, *rest = …`.
final class UnpackTarget: TargetNode {
  let targets: [TargetNode]
  /// The position of the starred target.
  let star: Int?
  init(_ targets: [TargetNode], star: Int?, _ span: Span) {
    self.targets = targets
    self.star = star
    super.init(span)
  }

  override func assign(_ value: Value, _ frame: Frame) throws {
    let values: [Value]
    do { values = try unpacked(value) } catch { throw frame.located(error, span) }
    if let star {
      let after = targets.count - star - 1
      for i in 0..<star { try targets[i].assign(values[i], frame) }
      try targets[star].assign(.list(ListObject(Array(values[star..<(values.count - after)]))), frame)
      for i in 0..<after { try targets[star + 1 + i].assign(values[values.count - after + i], frame) }
    } else {
      for (target, value) in zip(targets, values) { try target.assign(value, frame) }
    }
  }

  private func unpacked(_ value: Value) throws -> [Value] {
    var values: [Value] = []
    switch value {
    case .tuple(let tuple): values = tuple.items
    case .list(let list): values = list.items
    default:
      if star != nil {
        values = try materialize(value)
        break
      }
      // An endless iterator is read no further than one value too many.
      let next = try iterate(value)
      while values.count <= targets.count, let item = try next() { values.append(item) }
    }
    let least = star == nil ? targets.count : targets.count - 1
    if values.count < least || (star == nil && values.count > targets.count) {
      let many = values.count > targets.count && star == nil
      let wanted = star == nil ? "\(targets.count)" : "at least \(least)"
      let got = many && !isCounted(value) ? "more" : "\(values.count)"
      throw Fault(
        .value, "\(wanted) name\(targets.count == 1 ? "" : "s") cannot take \(got) value\(values.count == 1 ? "" : "s")"
      )
    }
    return values
  }

  private func isCounted(_ value: Value) -> Bool {
    switch value {
    case .tuple, .list: true
    default: false
    }
  }

  override func delete(_ frame: Frame) throws {
    for target in targets { try target.delete(frame) }
  }
}
