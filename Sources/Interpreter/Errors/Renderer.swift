import Plotting
import Support
import Syntax

/// The one place where a diagnostic becomes text:
///
///     error: shapes (800, 2) and (3, 10) do not fit in X @ W1
///       article.nn:12:6
///        12 | Z1 = X @ W1 + b1
///           |      ^^^^^^
///       hint: X has 2 features, the network's input has 3
///
/// - Parameters:
///   - word: `error` or `warning`.
///   - width: columns of the terminal; a longer source line is cut around the place.
///   - isWrapped: whether a long sentence or hint goes on in another line; else the terminal breaks it, and a file keeps it in one.
public func render(
  _ diagnostic: Diagnostic, word: String = "error", width: Int = 80, isWrapped: Bool = false
) -> StyledText {
  func fitted(_ text: String, after column: Int) -> String {
    let text = sanitized(shortened(text))
    guard isWrapped, width > column + 20 else { return text }
    let first = String(repeating: " ", count: column)
    let lines = TextWidth.wrapped(first + text, to: width - 1, indent: "    ")
    return String(lines.joined(separator: "\n").dropFirst(column))
  }
  var text = StyledText()
  if diagnostic.isInterruption {
    text.append(sanitized(shortened(diagnostic.sentence)) + "\n", .warning)
  } else {
    text.append(word + ": ", word == "error" ? .bad : .warning)
    text.append(fitted(diagnostic.sentence, after: word.count + 2) + "\n", .strong)
  }
  if let source = diagnostic.source, let span = diagnostic.span, !diagnostic.isInterruption {
    for call in diagnostic.calls {
      text.append("  in \(call.function), called at \(place(call.source, call.span))\n", .dim)
    }
    appendPlace(source, span, width, &text)
  }
  if let hint = diagnostic.hint { text.append("  hint: \(fitted(hint, after: 8))\n", .good) }
  return text
}

private func place(_ source: Source, _ span: Span) -> String {
  let (line, column) = source.position(of: min(Int(span.start), source.bytes.count))
  return "\(source.name):\(source.number(ofLine: line)):\(column + 1)"
}

private func appendPlace(_ source: Source, _ span: Span, _ width: Int, _ text: inout StyledText) {
  let start = min(Int(span.start), source.bytes.count)
  let (line, column) = source.position(of: start)
  let bytes = source.line(line)
  let columnStart = min(column, bytes.count)
  let columnEnd = max(columnStart, min(Int(span.end) - start + column, bytes.count))
  // A line may be megabytes long: only what is near the place is looked at.
  let near = 4096
  let before = characters(bytes.prefix(columnStart).suffix(near))
  let marked = characters(bytes.dropFirst(columnStart).prefix(min(near, columnEnd - columnStart)))
  let after = characters(bytes.dropFirst(columnEnd).prefix(near))
  // Bytes that begin a scalar.
  let scalarsBefore = bytes.prefix(columnStart).count { $0 & 0xC0 != 0x80 }
  text.append("  \(source.name):\(source.number(ofLine: line)):\(scalarsBefore + 1)\n", .dim)

  // A long line is cut so that the place is seen.
  let number = String(source.number(ofLine: line))
  let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
  let room = max(20, width - gutter.count - 4)
  var shown = before + marked + after
  var offset = before.count
  var length = min(max(marked.count, 1), room)
  if shown.count > room {
    let from = max(0, min(offset - room / 3, shown.count - room))
    shown = Array(shown[from..<min(from + room, shown.count)])
    if from > 0, !shown.isEmpty { shown[0] = "…" }
    if from + room < before.count + marked.count + after.count { shown[shown.count - 1] = "…" }
    offset -= from
    length = min(length, max(1, room - offset))
  }
  text.append("\(gutter) | ", .dim)
  text.append(shown.joined() + "\n")
  text.append(String(repeating: " ", count: gutter.count) + " | ", .dim)
  let indent = shown.prefix(max(0, offset)).map { String(repeating: " ", count: $0.screenWidth) }.joined()
  let marks = shown.dropFirst(max(0, offset)).prefix(length).map { String(repeating: "^", count: $0.screenWidth) }
    .joined()
  text.append(indent)
  text.append((marks.isEmpty ? "^" : marks) + "\n", .bad)
}

/// The characters of some bytes, tabs and control characters replaced by what can be shown.
private func characters(_ bytes: some Collection<UInt8>) -> [String] {
  sanitized(String(decoding: bytes, as: UTF8.self)).map(String.init)
}

/// A name of a megabyte is not repeated whole.
private func shortened(_ text: String) -> String {
  let limit = 400
  return text.utf8.count > limit ? String(text.prefix(limit)) + "…" : text
}

/// One line's worth of columns for each character: a tab would be as wide as the terminal likes.
private func sanitized(_ text: String) -> String { text.withVisibleControls.replacing("\t", with: " ") }
