/// A text that is read: a file, a line typed, a cell. Places in it are byte offsets.
public final class Source: Sendable {
  /// As errors show it: `article.nn`, `<stdin>`, `line 3`.
  public let name: String
  /// UTF-8.
  public let bytes: [UInt8]
  /// The number that the first line bears in messages (1 for a file; a shell may number its inputs).
  public let firstLine: Int
  private let lineStarts: [Int]
  /// The numbers of the lines, where they are not consecutive.
  private let lineNumbers: [Int]?

  /// - Parameter lineNumbers: the number of every line, for a text from which lines were left out.
  public init(name: String, text: String, firstLine: Int = 1, lineNumbers: [Int]? = nil) {
    self.name = name
    self.lineNumbers = lineNumbers
    bytes = Array(text.utf8)
    self.firstLine = firstLine
    var starts = [0]
    for (i, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(i + 1) }
    lineStarts = starts
  }

  /// Zero-based line and byte column of an offset.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low, offset - lineStarts[low])
  }

  /// The number that messages show for a zero-based line.
  public func number(ofLine line: Int) -> Int {
    if let lineNumbers { return line < lineNumbers.count ? lineNumbers[line] : (lineNumbers.last ?? 0) + 1 }
    return line + firstLine
  }

  /// The bytes of a zero-based line without its line end.
  public func line(_ index: Int) -> ArraySlice<UInt8> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<max(start, end)]
  }

  /// The text of a span.
  public func text(_ span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}

/// A stretch of a source: byte offsets, the end excluded.
public struct Span: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The smallest span that holds both.
  public func joined(_ other: Span) -> Span {
    Span(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}
