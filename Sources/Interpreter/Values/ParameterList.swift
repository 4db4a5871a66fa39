import Arrays

/// The parameters of a builtin, read from its signature.
public final class ParameterList: Sendable {
  public enum Kind: Sendable { case plain, keywordOnly, variadic, keywordVariadic }
  public struct Parameter: Sendable {
    public let name: String
    public let kind: Kind
    public let isRequired: Bool
    /// nil for a required parameter and for `x=<>`.
    public let defaultValue: Value?
    /// The default as the signature writes it.
    public let defaultText: String?
  }

  public let items: [Parameter]
  public let hasVariadic: Bool
  /// How many may be given by position (without `*args`).
  public let positionalCount: Int

  /// `name(a, b=None, *args, c=1, **kwargs)`. The signature is ours: a malformed one is our bug.
  public init(parsing signature: String) {
    guard let open = signature.firstIndex(of: "("), signature.last == ")" else {
      preconditionFailure("malformed signature \(signature)")
    }
    let inner = signature[signature.index(after: open)..<signature.index(before: signature.endIndex)]
    var items: [Parameter] = []
    var afterStar = false
    for part in ParameterList.split(inner) {
      if part == "*" {
        afterStar = true
      } else if part == "/" {
        continue
      } else if part.hasPrefix("**") {
        items.append(
          Parameter(
            name: String(part.dropFirst(2)), kind: .keywordVariadic, isRequired: false, defaultValue: nil,
            defaultText: nil))
      } else if part.hasPrefix("*") {
        items.append(
          Parameter(
            name: String(part.dropFirst()), kind: .variadic, isRequired: false, defaultValue: nil, defaultText: nil))
        afterStar = true
      } else if let equals = part.firstIndex(of: "=") {
        let text = String(part[part.index(after: equals)...])
        items.append(
          Parameter(
            name: String(part[..<equals]), kind: afterStar ? .keywordOnly : .plain, isRequired: false,
            defaultValue: ParameterList.literal(text), defaultText: text))
      } else {
        items.append(
          Parameter(
            name: String(part), kind: afterStar ? .keywordOnly : .plain, isRequired: true, defaultValue: nil,
            defaultText: nil))
      }
    }
    self.items = items
    hasVariadic = items.contains { $0.kind == .variadic || $0.kind == .keywordVariadic }
    positionalCount = items.prefix { $0.kind == .plain }.count
  }

  /// Cuts at the commas that stand in no bracket and no string.
  private static func split(_ text: Substring) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "(" || character == "[" {
        depth += 1
      } else if character == ")" || character == "]" {
        depth -= 1
      } else if character == "," && depth == 0 {
        parts.append(current)
        current = ""
        continue
      } else if character == " " && (current.isEmpty) {
        continue
      }
      current.append(character)
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private static func literal(_ text: String) -> Value? {
    switch text {
    case "<>": return nil
    case "None": return Value.none
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "()": return .tuple(TupleObject([]))
    default: break
    }
    if let int = Int(text) { return .int(int) }
    if let double = Double(text) { return .float(double) }
    if text.count >= 2, text.first == "'" || text.first == "\"" {
      return .string(Text(String(text.dropFirst().dropLast())))
    }
    if text.hasPrefix("("), text.hasSuffix(")") {
      return .tuple(TupleObject(split(text.dropFirst().dropLast()).compactMap(literal)))
    }
    preconditionFailure("default \(text) is no literal")
  }
}
