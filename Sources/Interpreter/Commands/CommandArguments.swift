import Arrays
import Syntax

/// The arguments of a command by name and type; a wrong one is an error that names the option and has its place.
extension CommandInput {
  /// The last argument of this name.
  func item(_ name: String) -> Item? { items.last { $0.parameter == name } }

  func has(_ name: String) -> Bool { item(name) != nil }

  /// All arguments of a repeated parameter.
  func items(_ name: String) -> [Item] { items.filter { $0.parameter == name } }

  func value(_ name: String) -> Value? {
    guard let item = item(name) else { return nil }
    switch item.argument {
    case .value(let value): return value
    case .text(let text): return .text(text)
    default: return nil
    }
  }

  /// A word, a name, a file; also a string value. In a file's path `~` is the home folder.
  func text(_ name: String) throws -> String? {
    guard let item = item(name) else { return nil }
    switch item.argument {
    case .text(let text): return isFile(name) ? HomeFolder.expanded(text) : text
    case .value(.string(let text)): return isFile(name) ? HomeFolder.expanded(text.string) : text.string
    default: throw wrong(item, "a word")
    }
  }

  private func isFile(_ name: String) -> Bool {
    switch command.parameters.first(where: { $0.name == name })?.kind {
    case .file, .wordOrFile: true
    default: false
    }
  }

  func int(_ name: String) throws -> Int? {
    guard let item = item(name) else { return nil }
    guard case .value(let value) = item.argument, let int = value.asWholeNumber else {
      throw wrong(item, "a whole number")
    }
    return int
  }

  func double(_ name: String) throws -> Double? {
    guard let item = item(name) else { return nil }
    guard case .value(let value) = item.argument, let double = value.asDouble else { throw wrong(item, "a number") }
    return double
  }

  /// `True`, `False`, also `on`, `off`, `yes`, `no`.
  func bool(_ name: String) throws -> Bool? {
    guard let item = item(name) else { return nil }
    switch item.argument {
    case .text("on"), .text("yes"), .text("true"): return true
    case .text("off"), .text("no"), .text("false"): return false
    case .value(let value): return try isTrue(value)
    default: throw wrong(item, "True or False")
    }
  }

  /// Numbers as an array; lists are converted.
  func array(_ name: String) throws -> NDArray? {
    guard let item = item(name) else { return nil }
    return try array(item)
  }

  func array(_ item: Item) throws -> NDArray {
    guard case .value(let value) = item.argument else { throw wrong(item, "an array") }
    return try placing(item) { try makeArray(value) }
  }

  /// An int that must be at least `minimum`.
  func int(_ name: String, atLeast minimum: Int) throws -> Int? {
    guard let value = try int(name) else { return nil }
    guard value >= minimum else {
      throw at(name, Fault(.value, "\(command.name): \(name) must be at least \(minimum), not \(value)"))
    }
    return value
  }

  /// A seed of the random generator.
  func seed(_ name: String) throws -> Int? {
    guard let seed = try int(name) else { return nil }
    guard UInt32(exactly: seed) != nil else {
      throw at(name, Fault(.value, "a seed is a whole number from 0 to \(UInt32.max), not \(seed)"))
    }
    return seed
  }

  /// Runs `body`; its error gets the argument's place.
  func placing<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
    guard let item = item(name) else { return try body() }
    return try placing(item, body)
  }

  func placing<Result>(_ item: Item, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
      guard let span = item.span, !(error is PlacedError) else { throw error }
      throw PlacedError(error, span)
    }
  }

  /// An error with the place of an argument.
  func at(_ name: String, _ error: any Error) -> any Error {
    guard let span = item(name)?.span else { return error }
    return PlacedError(error, span)
  }

  private func wrong(_ item: Item, _ wanted: String) -> any Error {
    let given: String
    switch item.argument {
    case .value(let value): given = value.typeName
    case .text(let text): given = text
    case .statement, .equation, .reference, .chain: given = item.text ?? "something else"
    }
    let fault = Fault(.type, "\(command.name): \(item.parameter) must be \(wanted), not \(given)")
    guard let span = item.span else { return fault }
    return PlacedError(fault, span)
  }
}

extension Value {
  /// The value as an int if it is a whole number of any type: 3, 3.0, `np.int64(3)`.
  var asWholeNumber: Int? {
    if let index = asIndex { return index }
    if let scalar = asScalar, case .float(let double) = scalar { return Int(exactly: double) }
    return asScalar.flatMap { Int(exactly: $0.double) }
  }
}
