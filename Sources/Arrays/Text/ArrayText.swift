/// NumPy's `str` of an array, which is what `print` writes. A 0-d array is written as its element, with all its digits.
public func arrayText(
  of array: NDArray, options: PrintOptions = PrintOptions()
) throws(ArrayError) -> String {
  guard array.dimensions == 0 else {
    return try arrayString(of: array, options: options)
  }
  switch array.dtype {
  case .float64: return pythonRepr(array.doubles[0])
  case .int64: return String(array.ints[0])
  case .bool: return array.bools[0] ? "True" : "False"
  }
}

/// NumPy's `repr` of an array: `array([1., 2.])`.
public func arrayRepr(of array: NDArray, options: PrintOptions = PrintOptions()) throws(ArrayError) -> String {
  let prefix = "array("
  let body = try prefix + arrayString(of: array, options: options, separator: ", ", prefix: prefix, suffix: ")")
  var extras: [String] = []
  if (array.count == 0 && array.shape != [0]) || array.count > options.threshold {
    extras.append("shape=" + array.shape.text)
  }
  if array.count == 0 { extras.append("dtype=" + array.dtype.name) }
  if extras.isEmpty { return body + ")" }
  let extra = extras.joined(separator: ", ") + ")"
  let lastLine =
    body.utf8.count + 1
    - (body.utf8.lastIndex(of: UInt8(ascii: "\n")).map { body.utf8.distance(from: body.utf8.startIndex, to: $0) + 1 }
      ?? 0)
  let fits = lastLine + extra.utf8.count + 1 <= options.lineWidth
  return body + "," + (fits ? " " : "\n" + String(repeating: " ", count: prefix.utf8.count)) + extra
}

/// The same two where few elements are shown, so that nobody needs to stop it. (If somebody does, nothing is written.)
public func text(of array: NDArray, options: PrintOptions = PrintOptions()) -> String {
  (try? arrayText(of: array, options: options)) ?? ""
}

public func repr(of array: NDArray, options: PrintOptions = PrintOptions()) -> String {
  (try? arrayRepr(of: array, options: options)) ?? ""
}

/// NumPy's `array2string`: lines are broken at the line width less `suffix`, and later lines are indented by `prefix`.
public func arrayString(
  of array: NDArray, options: PrintOptions = PrintOptions(), separator: String = " ", prefix: String = "",
  suffix: String = ""
) throws(ArrayError) -> String {
  if array.count == 0 { return "[]" }
  let summary = Summary(edge: array.count > options.threshold ? max(options.edgeItems, 0) : nil)
  var shown: [Int] = []
  try collectShown(array, axis: 0, offset: 0, summary, into: &shown)
  let layout = ArrayLayout(
    array: array, format: ElementFormat(array, shown: shown, options), separator: Array(separator.utf8),
    summary: summary)
  // Beyond these widths nothing changes, and nothing overflows.
  let width = min(max(options.lineWidth, -1 << 40), 1 << 40)
  let bytes = try layout.lines(axis: 0, offset: 0, indent: 1 + prefix.utf8.count, width: width - suffix.utf8.count)
  return String(decoding: bytes, as: UTF8.self)
}

/// Which elements along an axis are shown: all of them, or `edge` at both ends.
private struct Summary {
  /// nil: no summary.
  let edge: Int?

  /// Whether some elements along an axis of `extent` are left out.
  func hasGap(_ extent: Int) -> Bool { edge.map { $0 <= (extent - 1) / 2 } ?? false }

  /// The first and the last ones shown along an axis with a gap. Without edge items the last element is still shown.
  func ends(_ extent: Int) -> (Range<Int>, Range<Int>) { (0..<edge!, extent - max(edge!, 1)..<extent) }
}

/// The offsets of the elements by which those that a summary shows are formatted; without edge items these are all, as in NumPy.
private func collectShown(
  _ array: NDArray, axis: Int, offset: Int, _ summary: Summary, into shown: inout [Int]
) throws(ArrayError) {
  if axis == array.dimensions {
    if shown.count & 0xFFFF == 0 {
      try Cancellation.check()
      if shown.count > NDArray.memoryLimit / 64 { throw .tooLarge(shape: Array(array.shape)) }
    }
    shown.append(offset)
    return
  }
  let extent = array.shape[axis]
  let hasGap = summary.hasGap(extent) && summary.edge != 0
  let (first, last) = hasGap ? summary.ends(extent) : (0..<extent, 0..<0)
  for range in [first, last] {
    for i in range {
      try collectShown(array, axis: axis + 1, offset: offset + i * array.strides[axis], summary, into: &shown)
    }
  }
}

/// Brackets, separators and line breaks around the elements.
private struct ArrayLayout {
  let array: NDArray
  let format: ElementFormat
  let separator: [UInt8]
  let summary: Summary

  private var trimmedSeparator: [UInt8] { trimmed(separator) }

  /// The part of the array at `offset`, from `axis` on, in brackets. Lines after the first are indented by `indent`.
  func lines(axis: Int, offset: Int, indent: Int, width: Int) throws(ArrayError) -> [UInt8] {
    let axesLeft = array.dimensions - axis
    if axesLeft == 0 { return format.text(array, offset) }
    try Cancellation.check()
    let extent = array.shape[axis]
    // -1 stands for what is left out.
    var steps = Array(0..<0)
    if summary.hasGap(extent) {
      let (first, last) = summary.ends(extent)
      steps = Array(first) + [-1] + Array(last)
    } else {
      steps = Array(0..<extent)
    }
    func part(_ i: Int) throws(ArrayError) -> [UInt8] {
      if i < 0 { return Array("...".utf8) }
      return try lines(axis: axis + 1, offset: offset + i * array.strides[axis], indent: indent + 1, width: width - 1)
    }

    var text = [UInt8(ascii: "[")]
    if axesLeft == 1 {
      let limit = width - max(trimmedSeparator.count, 1)
      var line = spaces(indent)
      var done: [UInt8] = []
      var pace = Cancellation.Pace()
      for (n, i) in steps.enumerated() {
        let word = try part(i)
        try pace.step(64)
        // A break that would not help is not made.
        if line.count + word.count > limit && line.count > indent {
          done += trimmed(line)
          done.append(UInt8(ascii: "\n"))
          line = spaces(indent)
        }
        line += word
        if n < steps.count - 1 { line += separator }
      }
      text += (done + line).dropFirst(indent)
    } else {
      let lineEnd = trimmedSeparator + repeatElement(UInt8(ascii: "\n"), count: axesLeft - 1)
      for (n, i) in steps.enumerated() {
        if n > 0 { text += spaces(indent) }
        text += try part(i)
        if n < steps.count - 1 { text += lineEnd }
      }
    }
    text.append(UInt8(ascii: "]"))
    return text
  }
}

private func trimmed(_ text: [UInt8]) -> [UInt8] {
  var end = text.count
  while end > 0 && (text[end - 1] == UInt8(ascii: " ") || text[end - 1] == UInt8(ascii: "\t")) { end -= 1 }
  return Array(text[..<end])
}
