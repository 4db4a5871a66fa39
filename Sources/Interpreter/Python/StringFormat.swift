import Arrays

/// `template.format(*arguments, **keywords)`.
package func formatTemplate(
  _ template: String, _ arguments: [Value], _ keywords: DictionaryObject, options: PrintOptions = PrintOptions()
) throws -> String {
  try checkSize(ofText: 8 * template.utf8.count)
  var formatter = TemplateFormatter(arguments: arguments, keywords: keywords, options: options)
  return try formatter.expand(ArraySlice(template.unicodeScalars), depth: 2)
}

private struct TemplateFormatter {
  let arguments: [Value]
  let keywords: DictionaryObject
  let options: PrintOptions
  /// The next `{}`; nil once a `{0}` was seen.
  private var automatic = 0
  private var isManual = false

  init(arguments: [Value], keywords: DictionaryObject, options: PrintOptions) {
    self.arguments = arguments
    self.keywords = keywords
    self.options = options
  }

  mutating func expand(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws -> String {
    guard depth > 0 else {
      throw Fault(.value, "max string recursion exceeded", hint: "a format spec's fields hold no further fields")
    }
    var result = String.UnicodeScalarView()
    var i = text.startIndex
    while i < text.endIndex {
      let scalar = text[i]
      i += 1
      guard scalar == "{" || scalar == "}" else {
        result.append(scalar)
        continue
      }
      if i < text.endIndex, text[i] == scalar {
        result.append(scalar)
        i += 1
        continue
      }
      if scalar == "}" { throw Fault(.value, "single '}' encountered in format string", hint: "}} writes a brace") }
      guard i < text.endIndex else {
        throw Fault(.value, "single '{' encountered in format string", hint: "{{ writes a brace")
      }
      let start = i
      var open = 1
      while i < text.endIndex {
        if text[i] == "{" { open += 1 } else if text[i] == "}" { open -= 1 }
        if open == 0 { break }
        i += 1
      }
      guard open == 0 else { throw Fault(.value, "expected '}' before end of string", hint: "{{ writes a brace") }
      result.append(contentsOf: try field(text[start..<i], depth: depth).unicodeScalars)
      i += 1
    }
    return String(result)
  }

  /// `name!conversion:spec`, without the braces.
  private mutating func field(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws -> String {
    var end = text.startIndex
    var bracket = false
    while end < text.endIndex {
      if text[end] == "[" { bracket = true } else if text[end] == "]" { bracket = false }
      if !bracket && (text[end] == "!" || text[end] == ":") { break }
      end += 1
    }
    var value = try lookup(text[..<end])
    if end < text.endIndex, text[end] == "!" {
      guard end + 1 < text.endIndex else { throw Fault(.value, "end of string while looking for conversion specifier") }
      let conversion = text[end + 1]
      end += 2
      guard end == text.endIndex || text[end] == ":" else {
        throw Fault(.value, "expected ':' after conversion specifier")
      }
      switch conversion {
      case "r": value = .text(try repr(value, options))
      case "s": value = .text(try str(value, options))
      case "a": value = .text(asciiText(ofRepr: try repr(value, options)))
      default:
        throw Fault(.value, "unknown conversion specifier '\(conversion)'", hint: "the conversions are !r, !s and !a")
      }
    }
    guard end < text.endIndex else { return try format(value, spec: "", options: options) }
    return try format(value, spec: expand(text[(end + 1)...], depth: depth - 1), options: options)
  }

  private mutating func lookup(_ path: ArraySlice<Unicode.Scalar>) throws -> Value {
    var i = path.firstIndex { $0 == "." || $0 == "[" } ?? path.endIndex
    var value = try first(String(String.UnicodeScalarView(path[..<i])))
    while i < path.endIndex {
      let isAttribute = path[i] == "."
      guard isAttribute || path[i] == "[" else {
        throw Fault(.value, "only '.' or '[' may follow ']' in format field specifier")
      }
      let start = i + 1
      let rest = path[start...]
      guard
        let end = isAttribute
          ? rest.firstIndex(where: { $0 == "." || $0 == "[" }) ?? path.endIndex : rest.firstIndex(of: "]")
      else { throw Fault(.value, "missing ']' in format string") }
      let name = String(String.UnicodeScalarView(path[start..<end]))
      if name.isEmpty { throw Fault(.value, "empty attribute in format string") }
      if isAttribute {
        value = try attribute(name, of: value)
        i = end
      } else {
        value = try pythonItem(value, Int(name).map(Value.int) ?? .text(name))
        i = end + 1
      }
    }
    return value
  }

  private mutating func first(_ name: String) throws -> Value {
    var index: Int
    if name.isEmpty {
      if isManual { throw Fault(.value, "cannot switch from manual field specification to automatic field numbering") }
      index = automatic
      automatic += 1
    } else if let number = Int(name), name.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      if automatic > 0 {
        throw Fault(.value, "cannot switch from automatic field numbering to manual field specification")
      }
      isManual = true
      index = number
    } else {
      guard let value = keywords[.string(Text(name))] else { throw missingKey(.text(name), keywords) }
      return value
    }
    guard index < arguments.count else {
      throw Fault(
        .index, "replacement index \(index) out of range for positional args tuple",
        hint: "\(arguments.count) were given")
    }
    return arguments[index]
  }
}
