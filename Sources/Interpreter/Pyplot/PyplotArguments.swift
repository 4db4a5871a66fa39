import Arrays
import Plotting
import Syntax

/// Arguments of `plt`'s functions by name.
extension Call {
  var pyplot: Pyplot { session.pyplot }

  private func place(_ name: String) -> Int { builtin.parameters.items.firstIndex { $0.name == name }! }

  /// The argument, nil if it is missing or None.
  func named(_ name: String) -> Value? { optional(place(name)) }

  /// The one of several spellings that was given: `linewidth`, `lw`.
  func named(anyOf names: [String]) throws -> (name: String, value: Value)? {
    let given = names.compactMap { name in named(name).map { (name: name, value: $0) } }
    guard given.count < 2 else {
      throw Fault(.type, "\(builtin.name): \(given[0].name) and \(given[1].name) are the same argument")
    }
    return given.first
  }

  func number(_ name: String) throws -> Double? {
    guard let value = named(name) else { return nil }
    guard let number = value.asDouble else { throw wrong(name, "a number", value) }
    return number
  }

  /// A size, a width, a share: a number that can be drawn.
  func size(_ names: String..., within legal: ClosedRange<Double>) throws -> Double? {
    guard let (name, value) = try named(anyOf: names) else { return nil }
    guard let number = value.asDouble else { throw wrong(name, "a number", value) }
    return try checked(number, name, legal)
  }

  /// Likewise, but a word stands for its absence.
  func size(_ name: String, unless word: String, within legal: ClosedRange<Double>) throws -> Double? {
    named(name)?.isText(word) == true ? nil : try size(name, within: legal)
  }

  func checked(_ number: Double, _ name: String, _ legal: ClosedRange<Double>) throws -> Double {
    guard legal.contains(number) else {
      throw Fault(
        .value,
        "\(builtin.name): \(name) must be \(NumberText.short(legal.lowerBound)) to \(NumberText.short(legal.upperBound)), not \(NumberText.short(number))"
      )
    }
    return number
  }

  func opacity() throws -> Double { try size("alpha", within: 0...1) ?? 1 }

  func words(_ name: String) throws -> String? {
    guard let value = named(name) else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "a str", value) }
    return text.string
  }

  /// One of several words.
  func choice<Choice>(_ name: String, _ choices: KeyValuePairs<String, Choice>) throws -> Choice? {
    guard let word = try words(name) else { return nil }
    if let choice = choices.first(where: { $0.key == word }) { return choice.value }
    let known = choices.map { "'\($0.key)'" }
    throw Fault(
      .value, "\(builtin.name): \(name) must be \(list(known, "or")), not '\(word)'")
  }

  /// A flat list of numbers.
  func numbers(_ name: String) throws -> [Double]? { try named(name).map { try makeArray($0).doubleValues } }

  /// A flat list of numbers, each within some range, at least one.
  func sizes(_ name: String, within legal: ClosedRange<Double>) throws -> [Double]? {
    guard let numbers = try numbers(name) else { return nil }
    guard !numbers.isEmpty else { throw Fault(.value, "\(builtin.name): \(name) is empty") }
    return try numbers.map { try checked($0, name, legal) }
  }

  func color(anyOf names: String...) throws -> Color? {
    guard let (_, value) = try named(anyOf: names) else { return nil }
    return try PyplotColor.color(value, builtin.name)
  }

  func map(_ name: String, default fallback: String) throws -> Colormap {
    let text = try words(name) ?? fallback
    if let map = Colormap(named: text) { return map }
    throw Fault(
      .value, "\(builtin.name): there is no colour map \(text)",
      hint: didYouMean(text, in: Colormap.names) ?? "viridis, RdYlBu, RdBu, …")
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

extension Value {
  func isText(_ words: String) -> Bool {
    if case .string(let text) = self { return text.string == words }
    return false
  }

  var isText: Bool {
    if case .string = self { return true }
    return false
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
