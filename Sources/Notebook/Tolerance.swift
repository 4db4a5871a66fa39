/// When two lines of output count as the same: the same text, with numbers that differ by no more than
/// `absolute + relative · max(|a|, |b|)`. Columns may shift where a number that differs is longer.
public struct Tolerance: Sendable {
  public var relative: Double
  public var absolute: Double

  public init(relative: Double = 1e-9, absolute: Double = 1e-12) {
    self.relative = relative
    self.absolute = absolute
  }

  func accepts(_ expected: String, _ actual: String) -> Bool {
    // By code points: Swift's own comparison takes é in two characters for é in one.
    if expected.utf8.elementsEqual(actual.utf8) { return true }
    let a = Tolerance.tokens(expected)
    let b = Tolerance.tokens(actual)
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      switch (x, y) {
      case (.text(let p), .text(let q)): if p != q { return false }
      case (.number(let p), .number(let q)): if !areClose(p, q) { return false }
      default: return false
      }
    }
    return true
  }

  private func areClose(_ a: Double, _ b: Double) -> Bool {
    if a == b || (a.isNaN && b.isNaN) { return true }
    return abs(a - b) <= absolute + relative * max(abs(a), abs(b))
  }

  private enum Token {
    case text([UInt8])
    case number(Double)
  }

  /// Words and numbers; spaces are dropped.
  private static func tokens(_ line: String) -> [Token] {
    let bytes = Array(line.utf8)
    var tokens: [Token] = []
    var text: [UInt8] = []
    func isDigit(_ i: Int) -> Bool { i < bytes.count && bytes[i] >= 48 && bytes[i] <= 57 }
    func flush() {
      if !text.isEmpty { tokens.append(.text(text)) }
      text = []
    }
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let previousIsWord =
        i > 0 && (bytes[i - 1] == UInt8(ascii: "_") || (bytes[i - 1] | 32) >= 97 && (bytes[i - 1] | 32) <= 122)
      let sign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") ? 1 : 0
      let start = i + sign
      let beginsNumber =
        isDigit(start) || (start < bytes.count && bytes[start] == UInt8(ascii: ".") && isDigit(start + 1))
      if beginsNumber && !previousIsWord {
        var j = start
        while isDigit(j) { j += 1 }
        if j < bytes.count, bytes[j] == UInt8(ascii: ".") {
          j += 1
          while isDigit(j) { j += 1 }
        }
        if j < bytes.count, bytes[j] | 32 == UInt8(ascii: "e") {
          var k = j + 1
          if k < bytes.count, bytes[k] == UInt8(ascii: "-") || bytes[k] == UInt8(ascii: "+") { k += 1 }
          if isDigit(k) {
            while isDigit(k) { k += 1 }
            j = k
          }
        }
        flush()
        tokens.append(.number(Double(String(decoding: bytes[i..<j], as: UTF8.self)) ?? .nan))
        i = j
      } else if byte == UInt8(ascii: " ") {
        flush()
        i += 1
      } else {
        text.append(byte)
        i += 1
      }
    }
    flush()
    return tokens
  }
}
