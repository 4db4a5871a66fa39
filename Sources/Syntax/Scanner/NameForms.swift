@_spi(_Unicode) import Swift

extension Parser {
  /// The name between two offsets as Python takes it, in Unicode's form NFKC: `ﬁ` is `fi`, and an é of two characters the same as one of one.
  func name(_ start: Int, _ end: Int) -> String {
    let name = text(start, end)
    return bytes[start..<end].contains { $0 >= 0x80 } ? NameForms.normalized(name) : name
  }
}

enum NameForms {
  static func normalized(_ name: String) -> String {
    var meant = String.UnicodeScalarView()
    for scalar in name._nfd {
      if let form = forms[scalar] { meant.append(contentsOf: form) } else { meant.append(scalar) }
    }
    var result = String.UnicodeScalarView()
    for scalar in String(meant)._nfc { result.append(scalar) }
    return String(result)
  }

  /// Read from ``compatibilityForms`` when the first name asks that is not ASCII.
  private static let forms: [Unicode.Scalar: [Unicode.Scalar]] = {
    func scalars(_ text: Substring) -> [Unicode.Scalar] {
      text.split(separator: ",").compactMap { UInt32($0, radix: 16).flatMap { Unicode.Scalar($0) } }
    }
    var forms: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for entry in compatibilityForms.split(whereSeparator: \.isWhitespace) {
      let sides = entry.split(separator: "=")
      let source = sides[0].split { $0 == "*" || $0 == "+" }
      let (first, form) = (scalars(source[0])[0], scalars(sides[1]))
      let count = source.count == 1 ? 1 : UInt32(source[1], radix: 16)!
      for i in 0..<count {
        let shift = sides[0].contains("+") ? i : 0
        forms[Unicode.Scalar(first.value + i)!] = shift == 0 ? form : [Unicode.Scalar(form[0].value + shift)!]
      }
    }
    return forms
  }()
}
