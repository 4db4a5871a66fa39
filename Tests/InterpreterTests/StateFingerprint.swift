import Arrays
import Interpreter
import NeuralNetwork

/// Everything a session is, as text: what its names refer to (and which of them are one object or share memory), and every stored property of the
/// session, the model and the network, so that a property that is added later is compared too.
struct StateFingerprint: Equatable {
  private(set) var lines: [String: String] = [:]

  /// - Parameter objects: the numbers of objects, kept from one fingerprint to the next: the same object has the same number.
  init(_ session: Session, _ objects: ObjectNumbers) {
    for name in session.names() where name != "_" {
      lines["name " + name] = objects.text(session.lookup(name)!)
    }
    for (what, object) in [("session", session as Any), ("model", session.model as Any)] {
      for child in Mirror(reflecting: object).children {
        let label = child.label ?? ""
        let isElsewhere = [
          "sink", "session", "globals", "inputs", "warnedPlaces", "underscore", "callDepth", "callIsLine",
          "isStatementSilent",
          "$__lazy_storage_$_model", "timeline", "interrupt", "interruptFlag", "keptOutput", "firstWithOutput",
          "sourceDepth", "options",
          "inputNumber", "exitStatus", "runDepth",
          "writtenNotebooks", "requestedLesson",
        ].contains(label)
        if !isElsewhere { lines["\(what) \(label)"] = objects.text(of: child.value) }
      }
    }
    if let network = session.model.network {
      lines["network"] = objects.text(of: network.snapshot())
      for name in network.parameterNames {
        lines["parameter \(name)"] = objects.text(.array(network.parameter(name)!))
      }
    }
  }

  /// What differs, to be read by a person.
  func difference(_ other: Self) -> String {
    Set(lines.keys).union(other.lines.keys).sorted().filter { lines[$0] != other.lines[$0] }
      .map { "\($0): \(lines[$0] ?? "–") | \(other.lines[$0] ?? "–")" }.joined(separator: "\n")
  }
}

/// Numbers objects, and keeps them so that no other gets their place in memory.
final class ObjectNumbers {
  private var numbers: [ObjectIdentifier: Int] = [:]
  private var kept: [AnyObject] = []

  func number(_ object: AnyObject) -> Int {
    if let number = numbers[ObjectIdentifier(object)] { return number }
    kept.append(object)
    numbers[ObjectIdentifier(object)] = kept.count
    return kept.count
  }

  func text(_ value: Value, depth: Int = 0) -> String {
    if depth > 6 { return "…" }
    switch value {
    case .array(let array):
      return
        "array \(number(array)) in \(number(array.root)) at \(array.bytes - array.root.bytes) \(array.shape.text) \(bits(array))"
    case .list(let list):
      return "list \(number(list)) [\(list.items.map { text($0, depth: depth + 1) }.joined(separator: ", "))]"
    case .tuple(let tuple):
      return "tuple \(number(tuple)) [\(tuple.items.map { text($0, depth: depth + 1) }.joined(separator: ", "))]"
    case .dictionary(let dictionary):
      let items = dictionary.items.map { text($0.key, depth: depth + 1) + ": " + text($0.value, depth: depth + 1) }
      return "dict \(number(dictionary)) {\(items.joined(separator: ", "))}"
    case .function(let function): return "function \(number(function))"
    case .iterator(let iterator): return "iterator \(number(iterator))"
    case .generator(let generator): return "generator \(number(generator))"
    case .float(let double): return "float \(double.bitPattern)"
    case .numpyFloat(let double): return "np.float \(double.bitPattern)"
    case .int(let int): return "int \(int)"
    case .string(let string): return "str \(string.string)"
    default: return (try? repr(value, PrintOptions())) ?? "?"
    }
  }

  private func bits(_ array: NDArray) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    array.forEachElement { scalar in
      hash = (hash ^ scalar.double.bitPattern) &* 1_099_511_628_211
      hash ^= hash >> 29
    }
    return "\(array.dtype) \(hash)"
  }

  /// Any value of Swift.
  func text(of any: Any, depth: Int = 0) -> String {
    switch any {
    case let array as NDArray: return text(.array(array))
    case let random as RandomState: return "random \(number(random)) \(text(of: random.state))"
    case let state as RandomState.State:
      return "\(state.position) \(state.key.hashValue) \(state.gauss?.bitPattern ?? 0)"
    case let doubles as [Double]: return doubles.map { String($0.bitPattern, radix: 36) }.joined(separator: " ")
    case let double as Double: return "\(double.bitPattern)"
    case let network as Network: return "network \(number(network))"
    case let dictionary as [String: Any]:
      return dictionary.keys.sorted().map { "\($0): \(text(of: dictionary[$0]!, depth: depth + 1))" }.joined(
        separator: ", ")
    case let set as Set<String>: return set.sorted().joined(separator: ", ")
    default: break
    }
    let mirror = Mirror(reflecting: any)
    if mirror.displayStyle == .class {
      // Numbers are told by their bits.
      let children = Dictionary(mirror.children.map { ($0.label ?? "", $0.value) }) { first, _ in first }
      if let bytes = children["bytes"] as? UnsafeMutableRawPointer, let count = children["count"] as? Int,
        let precision = children["precision"] as? Precision
      {
        let size = count * (precision == .float64 ? 8 : 4)
        return "\(precision) "
          + UnsafeRawBufferPointer(start: bytes, count: size).map { "\($0)" }.joined(separator: " ")
      }
      // What else is no array is told by what it is only: networks' passes and layers.
      return "\(type(of: any)) \(number(any as AnyObject)) "
        + mirror.children.filter { $0.label == "array" }.map { text(of: $0.value, depth: depth + 1) }.joined()
    }
    if mirror.children.isEmpty || depth > 8 { return "\(any)" }
    return "("
      + mirror.children.map { "\($0.label ?? ""): \(text(of: $0.value, depth: depth + 1))" }.joined(separator: ", ")
      + ")"
  }
}
