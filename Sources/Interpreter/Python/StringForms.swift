import Arrays

extension PythonBuiltins {
  /// Methods of strings that change letters and width, and `format`.
  static let strForms: [Builtin] = [
    Builtin("str.upper", "upper(self)", "Returns the string in capitals.", example: "\"relu\".upper()") { call in
      try mapped(call) { scalar, _ in scalar.properties.uppercaseMapping }
    },
    Builtin("str.lower", "lower(self)", "Returns the string in small letters.", example: "\"ReLU\".lower()") { call in
      try mapped(call) { _, small in small() }
    },
    Builtin(
      "str.casefold", "casefold(self)", "Returns the string for comparing without regard to case.",
      example: "\"ReLU\".casefold()"
    ) { call in
      try mapped(call) { scalar, _ in scalar == "ß" ? "ss" : scalar.properties.lowercaseMapping }
    },
    Builtin(
      "str.capitalize", "capitalize(self)", "Returns the string with its first letter capital, the others small.",
      example: "\"loss\".capitalize()"
    ) {
      call in
      var isFirst = true
      return try mapped(call) { scalar, small in
        defer { isFirst = false }
        return isFirst ? scalar.properties.titlecaseMapping : small()
      }
    },
    Builtin(
      "str.title", "title(self)", "Returns the string with each word's first letter capital.",
      example: "\"two moons\".title()"
    ) { call in
      var isInWord = false
      return try mapped(call) { scalar, small in
        defer { isInWord = scalar.properties.isCased }
        return isInWord ? small() : scalar.properties.titlecaseMapping
      }
    },
    Builtin(
      "str.swapcase", "swapcase(self)", "Returns the string with capitals for small letters and the other way round.",
      example: "\"ReLU\".swapcase()"
    ) {
      call in
      try mapped(call) { scalar, small in
        scalar.properties.isUppercase
          ? small() : scalar.properties.isLowercase ? scalar.properties.uppercaseMapping : String(scalar)
      }
    },
    Builtin(
      "str.ljust", "ljust(self, width, fillchar=' ')", "Fills the string up at its end.",
      example: "\"W1\".ljust(6, \".\")"
    ) { call in
      try filled(call) { (0, $0) }
    },
    Builtin(
      "str.rjust", "rjust(self, width, fillchar=' ')", "Fills the string up at its start.", example: "\"0.5\".rjust(6)"
    ) { call in
      try filled(call) { ($0, 0) }
    },
    Builtin(
      "str.center", "center(self, width, fillchar=' ')", "Fills the string up at both ends.",
      example: "\"loss\".center(10, \"-\")"
    ) { call in
      let width = try call.int(1)
      // CPython's: the odd one goes to the left if the width is odd.
      return try filled(call) { ($0 / 2 + ($0 & width & 1), $0 - $0 / 2 - ($0 & width & 1)) }
    },
    Builtin(
      "str.zfill", "zfill(self, width)", "Fills a number's text up with zeros after its sign.",
      example: "\"-7\".zfill(4)"
    ) { call in
      let text = try call.text(0)
      let missing = try width(call, text.count)
      if missing <= 0 { return call[0] }
      let first = text.string.utf8.first
      let sign = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? 1 : 0
      let length = text.string.utf8.count
      return .text(
        try text.cut(0, sign).string + String(repeating: "0", count: missing) + text.cut(sign, length).string)
    },
    Builtin(
      "str.expandtabs", "expandtabs(self, tabsize=8)", "Replaces tabs by spaces up to the next multiple of tabsize.",
      example: "\"a\\tb\".expandtabs(4)"
    ) {
      call in
      let size = try call.int(1)
      guard size <= FormatSpec.longest else {
        throw Fault(.value, "the tab size \(size) is too large", hint: "the largest is \(FormatSpec.longest)")
      }
      let text = try call.text(0)
      return try .text(building: text.string.utf8.count) { result in
        var pace = PaceCounter()
        var column = 0
        for scalar in text.string.unicodeScalars {
          try pace.step()
          guard scalar == "\t" else {
            result += UTF8.encode(scalar)!
            column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            continue
          }
          let gap = size > 0 ? size - column % size : 0
          if result.count + gap > result.capacity { try checkSize(ofText: 2 * (result.count + gap)) }
          result += repeatElement(UInt8(ascii: " "), count: gap)
          column += gap
        }
      }
    },
    Builtin(
      "str.format", "format(self, *args, **kwargs)", "Puts values into the fields {} of the string.",
      example: "\"{:.2f} of {name}\".format(0.5, name=\"loss\")"
    ) {
      call in
      guard case .dictionary(let keywords)? = call.values[2] else { return .none }
      return .text(try formatTemplate(call.string(0), call.arguments(1), keywords, options: call.session.printOptions))
    },
  ]
}

/// The string with each scalar replaced.
/// - Parameter mapping: is given the scalar, and what it is in small letters where it stands: a sigma that ends a word has a form of its own.
private func mapped(_ call: Call, _ mapping: (Unicode.Scalar, _ small: () -> String) -> String) throws -> Value {
  let text = try call.text(0)
  try checkSize(ofText: 4 * text.string.utf8.count)
  let scalars = text.string.unicodeScalars
  func isCased(_ near: some Sequence<Unicode.Scalar>) -> Bool {
    near.first { !$0.properties.isCaseIgnorable }?.properties.isCased ?? false
  }
  var pace = PaceCounter()
  var result = ""
  result.reserveCapacity(text.string.utf8.count)
  for i in scalars.indices {
    try pace.step()
    let scalar = scalars[i]
    result += mapping(scalar) {
      guard scalar == "Σ" else { return scalar.properties.lowercaseMapping }
      let endsWord = isCased(scalars[..<i].reversed()) && !isCased(scalars[scalars.index(after: i)...])
      return endsWord ? "ς" : "σ"
    }
  }
  return .text(result)
}

/// Characters missing to the width.
private func width(_ call: Call, _ count: Int) throws -> Int {
  let width = try call.int(1)
  guard width <= FormatSpec.longest else {
    throw Fault(.value, "the width \(width) is too large", hint: "the largest is \(FormatSpec.longest)")
  }
  return width <= count ? 0 : width - count
}

private func filled(_ call: Call, _ split: (Int) -> (left: Int, right: Int)) throws -> Value {
  let text = try call.text(0)
  let fill = try call.text(2)
  guard fill.count == 1 else { throw Fault(.type, "the fill character must be exactly one character long") }
  let missing = try width(call, text.count)
  if missing <= 0 { return call[0] }
  let (left, right) = split(missing)
  return .text(
    String(repeating: fill.string, count: left) + text.string + String(repeating: fill.string, count: right))
}
