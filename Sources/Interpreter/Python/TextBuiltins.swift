import Arrays

extension PythonBuiltins {
  /// Functions of text.
  static let texts: [Builtin] = [
    Builtin(
      "print", "print(*values, sep=' ', end=None, file=None, flush=False)",
      "Writes the values, separated by sep, and end after them: a new line if end is None.",
      example: "print(\"loss:\", 0.25)"
    ) { call in
      if call.optional(3) != nil {
        throw Fault(.unsupported, "print writes to the output only: files do not exist here")
      }
      func separator(_ index: Int, _ standard: String) throws -> String {
        guard let value = call.optional(index) else { return standard }
        guard case .string(let text) = value else {
          throw Fault(.type, "\(call.parameterName(index)) must be None or a string, not \(value.typeName)")
        }
        return text.string
      }
      let between = try separator(1, " ")
      let end = try separator(2, "\n")
      let options = call.session.printOptions
      var text = ""
      for (i, value) in call.arguments(0).enumerated() {
        if i > 0 { text += between }
        let written = try Interpreter.str(value, options)
        try Pace.check(2 * (written.utf8.count + between.utf8.count), for: "the line")
        text += written
      }
      call.session.emit(.printed(text + end))
      return .none
    },
    Builtin(
      "repr", "repr(object)", "Writes a value as one would type it: strings in quotes.", example: "repr(\"a\")"
    ) { call in .text(try Interpreter.repr(call[0], call.session.printOptions)) },
    Builtin(
      "ascii", "ascii(object)", "Writes a value as repr does, other than ASCII characters escaped.",
      example: "ascii(\"é\")"
    ) { call in .text(asciiText(ofRepr: try Interpreter.repr(call[0], call.session.printOptions))) },
    Builtin(
      "format", "format(value, format_spec='')", "Writes a value by a format specification, as an f-string does.",
      example: "format(3.14159, \".2f\")"
    ) { call in .text(try Interpreter.format(call[0], spec: call.string(1), options: call.session.printOptions)) },
    Builtin("chr", "chr(i)", "Returns the character of a code.", example: "chr(97)") { call in
      .text(String(try character(call.int(0))))
    },
    Builtin("ord", "ord(c)", "Returns the code of a character.", example: "ord(\"a\")") { call in
      guard case .string(let text) = call[0] else {
        throw Fault(.type, "ord() expected string of length 1, but \(call[0].typeName) found")
      }
      guard text.count == 1, let scalar = text.string.unicodeScalars.first else {
        throw Fault(.type, "ord() expected a character, but string of length \(text.count) found")
      }
      return .int(Int(scalar.value))
    },
  ]
}
