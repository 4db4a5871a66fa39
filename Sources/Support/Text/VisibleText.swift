extension String {
  /// The text as a screen may show it: characters that control a terminal, or that make text stand where it is not, become `�`. Line ends
  /// and tabs stay. One for one, so that what points at a column still does.
  package var withVisibleControls: String {
    guard hasControls else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.isControlling ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// By bytes: most texts have none, and some are long.
  private var hasControls: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      switch byte {
      case 0..<0x20: if byte != 0x0A && byte != 0x09 { return true }
      case 0x7F: return true
      case 0x80...0x9F: if previous == 0xC2 { return true }
      default: break
      }
      // U+2000 … and U+10F000 …: where the others are, if there are any.
      if previous == 0xE2 && (byte == 0x80 || byte == 0x81) || previous == 0xF4 && byte == 0x8F {
        return unicodeScalars.contains(where: \.isControlling)
      }
      previous = byte
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isControlling: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Right-to-left marks that reorder what stands around them (Unicode Standard Annex 9).
    case 0x202A...0x202E, 0x2066...0x2069: true
    // What stands for a byte of a file's name.
    case 0x10FE80...0x10FEFF: true
    default: false
    }
  }
}
