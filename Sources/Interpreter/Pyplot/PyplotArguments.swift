import Arrays
import Plotting
import Syntax

/// Arguments of `plt`'s functions by name.
extension Call {
  var pyplot: Pyplot { session.pyplot }

  private func place(_ name: String) -> Int { builtin.parameters.items.firstIndex { $0.name == name }! }

  /// The argument, nil if it is missing or None.
  func named(_ name: String) -> Value? { optional(place(name)) }

  /// The first of several spellings that was given: `linewidth`, `lw`.
  func named(anyOf names: [String]) -> Value? { names.lazy.compactMap { named($0) }.first }

  func number(_ name: String) throws -> Double? {
    guard let value = named(name) else { return nil }
    guard let number = value.asDouble else { throw wrong(name, "a number", value) }
    return number
  }

  func words(_ name: String) throws -> String? {
    guard let value = named(name) else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "a str", value) }
    return text.string
  }

  /// A flat list of numbers.
  func numbers(_ name: String) throws -> [Double]? { try named(name).map { try makeArray($0).doubleValues } }

  func color(anyOf names: [String]) throws -> Color? {
    guard let value = named(anyOf: names) else { return nil }
    return try PyplotColor.color(value, builtin.name)
  }

  func map(_ name: String, default fallback: String) throws -> Colormap {
    let text = try words(name) ?? fallback
    if let map = Colormap(named: text) { return map }
    throw Fault(
      .value, "\(builtin.name): there is no colour map \(text)",
      hint: nearest(text, in: Colormap.names).map { "did you mean \($0)?" } ?? "viridis, RdYlBu, RdBu, …")
  }

  func wrong(_ name: String, _ wanted: String, _ value: Value) -> Fault {
    Fault(.type, "\(builtin.name): \(name) must be \(wanted), not \(value.typeName)")
  }

  /// Two arrays of numbers of the same length.
  func pair(_ x: Value, _ y: Value) throws -> ([Double], [Double]) {
    let (x, y) = (try makeArray(x).doubleValues, try makeArray(y).doubleValues)
    guard x.count == y.count else {
      throw Fault(.value, "\(builtin.name): x has \(counted(x.count, "value")), y has \(y.count)")
    }
    return (x, y)
  }
}

enum PyplotColor {
  /// A name, or red, green, blue between 0 and 1.
  static func color(_ value: Value, _ function: String) throws -> Color {
    if case .string(let text) = value {
      if let color = Color(named: text.string) { return color }
      throw Fault(
        .value, "\(function): there is no colour \(text.string)", hint: "such as red, tab:blue, C0, k, #1f77b4, 0.5")
    }
    let parts = try makeArray(value).doubleValues
    guard (3...4).contains(parts.count), parts.allSatisfy({ (0...1).contains($0) }) else {
      throw Fault(.value, "\(function): a colour is a name, or three numbers between 0 and 1")
    }
    func level(_ share: Double) -> UInt8 { UInt8((share * 255).rounded()) }
    let color = Color(level(parts[0]), level(parts[1]), level(parts[2]))
    return parts.count == 4 ? color.withOpacity(parts[3]) : color
  }
}
