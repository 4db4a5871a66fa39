/// Where in a line the cursor stands, found without parsing it: the line is not finished yet.
struct CompletionContext {
  /// The line up to the cursor.
  let bytes: [UInt8]
  /// The quote that is open at the cursor and where its text begins.
  private(set) var openQuote: (quote: UInt8, start: Int)?
  private(set) var isComment = false
  /// Where the statement begins: behind the last `;` outside brackets, behind the indentation, behind a `:` of a one-line block.
  private(set) var statementStart = 0
  /// Where the innermost open bracket stands.
  var openBracket: Int? { brackets.last }
  private var brackets: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scan()
    while statementStart < bytes.count, bytes[statementStart] == UInt8(ascii: " ") { statementStart += 1 }
  }

  private mutating func scan() {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if let open = openQuote {
        if byte == UInt8(ascii: "\\") { i += 1 } else if byte == open.quote { openQuote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "#"):
          isComment = true
          return
        case UInt8(ascii: "\""): openQuote = (byte, i + 1)
        case UInt8(ascii: "'"): if !isPrime(i) { openQuote = (byte, i + 1) }
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(i)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
        case UInt8(ascii: ";") where brackets.isEmpty: statementStart = i + 1
        default: break
        }
      }
      i += 1
    }
  }

  /// `relu'(Z1)`: behind a name that is no string prefix.
  private func isPrime(_ position: Int) -> Bool {
    let start = wordStart(before: position)
    guard start < position else { return false }
    let word = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    return !["f", "r", "b", "u", "fr", "rf"].contains(word)
  }

  /// Where the name that ends at `position` begins.
  func wordStart(before position: Int) -> Int {
    var start = position
    while start > 0, CompletionContext.isWordByte(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Where the text without a space that ends at the cursor begins; an option's `name=` is not part of it.
  var unquotedStart: Int {
    var start = bytes.count
    while start > 0, bytes[start - 1] != UInt8(ascii: " "), bytes[start - 1] != UInt8(ascii: "=") { start -= 1 }
    return start
  }

  /// `a.b.c` in front of `position`; empty if no name stands there.
  func dottedName(before position: Int) -> [String] {
    var parts: [String] = []
    var end = position
    while true {
      let start = wordStart(before: end)
      guard start < end, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) else { return [] }
      parts.insert(text(start, end), at: 0)
      guard start > 0, bytes[start - 1] == UInt8(ascii: ".") else { return parts }
      end = start - 1
    }
  }

  func text(_ start: Int, _ end: Int? = nil) -> String {
    String(decoding: bytes[start..<(end ?? bytes.count)], as: UTF8.self)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
