import Arrays

/// Python's repr of a string: single quotes unless only double ones avoid a backslash; what cannot be printed as `\n`, `\x07`, `\u200b`.
package func stringRepr(_ string: String) -> String {
  let bytes = string.utf8
  let quote: Unicode.Scalar =
    bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\"")) ? "\"" : "'"
  var result = String.UnicodeScalarView()
  result.append(quote)
  var count = 0
  for scalar in string.unicodeScalars {
    count &+= 1
    // Whoever asked for it looks at Ctrl-C too, and forgets the piece.
    if count & (Cancellation.stride - 1) == 0, Cancellation.isRequested { break }
    switch scalar {
    case quote, "\\":
      result.append("\\")
      result.append(scalar)
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case "\r": result.append(contentsOf: "\\r".unicodeScalars)
    case "\t": result.append(contentsOf: "\\t".unicodeScalars)
    default:
      if isPrintable(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: escaped(scalar).unicodeScalars)
      }
    }
  }
  result.append(quote)
  return String(result)
}

/// Python's `ascii`: the repr with all that is not ASCII escaped.
func asciiText(ofRepr text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII { result.unicodeScalars.append(scalar) } else { result += escaped(scalar) }
  }
  return result
}

/// `\x07`, `\u200b`, `\U000e0001`.
private func escaped(_ scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16)
  let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
  return "\\" + letter + String(repeating: "0", count: width - hex.utf8.count) + hex
}

/// Python's `isprintable` of one character: no control, format, private, unassigned characters and no spaces but the plain one.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
    return false
  default: return true
  }
}
