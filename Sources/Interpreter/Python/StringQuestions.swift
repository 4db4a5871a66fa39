import Arrays

extension PythonBuiltins {
  /// Methods of strings that ask of what kind their characters are.
  static let strQuestions: [Builtin] = [
    question("isdigit", "digits", "\"42\"") {
      $0.properties.numericType == .decimal || $0.properties.numericType == .digit
    },
    question("isdecimal", "decimal digits", "\"42\"") { $0.properties.numericType == .decimal },
    question("isnumeric", "numeric characters", "\"42\"") { $0.properties.numericType != nil },
    question("isalpha", "letters", "\"abc\"", isLetter),
    question("isalnum", "letters and digits", "\"W1\"") { isLetter($0) || $0.properties.numericType != nil },
    question("isspace", "white space", "\"  \"", isSpace),
    Builtin(
      "str.isupper", "isupper(self)", "Tells whether all letters are capitals, and there are any.",
      example: "\"MSE\".isupper()"
    ) { call in
      .bool(hasCase(try call.scalars(0), wanted: { $0.properties.isUppercase }))
    },
    Builtin(
      "str.islower", "islower(self)", "Tells whether all letters are small, and there are any.",
      example: "\"mse\".islower()"
    ) { call in
      .bool(hasCase(try call.scalars(0), wanted: { $0.properties.isLowercase }))
    },
    Builtin(
      "str.istitle", "istitle(self)", "Tells whether each word starts with a capital and goes on small.",
      example: "\"Two Moons\".istitle()"
    ) { call in
      var isInWord = false
      var found = false
      for scalar in try call.scalars(0) {
        let properties = scalar.properties
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
          if isInWord { return .bool(false) }
          (isInWord, found) = (true, true)
        } else if properties.isLowercase {
          if !isInWord { return .bool(false) }
        } else {
          isInWord = false
        }
      }
      return .bool(found)
    },
    Builtin("str.isascii", "isascii(self)", "Tells whether all characters are ASCII.", example: "\"abc\".isascii()") {
      call in
      .bool(try call.string(0).utf8.allSatisfy { $0 < 128 })
    },
    Builtin(
      "str.isidentifier", "isidentifier(self)", "Tells whether the string could be a name.",
      example: "\"W1\".isidentifier()"
    ) { call in
      let text = try call.scalars(0)
      guard let first = text.first, first == "_" || first.properties.isXIDStart else { return .bool(false) }
      return .bool(text.dropFirst().allSatisfy { $0.properties.isXIDContinue })
    },
  ]
}

private func question(
  _ name: String, _ what: String, _ example: String, _ test: @escaping (Unicode.Scalar) -> Bool
) -> Builtin {
  Builtin(
    "str.\(name)", "\(name)(self)", "Tells whether the string consists of \(what) only, and is not empty.",
    example: "\(example).\(name)()"
  ) { call in
    let text = try call.text(0)
    var pace = PaceCounter()
    for scalar in text.string.unicodeScalars {
      try pace.step()
      if !test(scalar) { return .bool(false) }
    }
    return .bool(text.count > 0)
  }
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
  default: false
  }
}

private func hasCase(_ text: [Unicode.Scalar], wanted: (Unicode.Scalar) -> Bool) -> Bool {
  let cased = text.filter {
    $0.properties.isUppercase || $0.properties.isLowercase || $0.properties.generalCategory == .titlecaseLetter
  }
  return !cased.isEmpty && cased.allSatisfy(wanted)
}
