/// NumPy's `str` of an array, which is what `print` writes. A 0-d array is written as its element, with all its digits.
public func text(
  of array: NDArray, options: PrintOptions = PrintOptions(), separator: String = " ", prefix: String = ""
) -> String {
  guard array.dimensions == 0 else {
    return arrayString(of: array, options: options, separator: separator, prefix: prefix)
  }
  switch array.dtype {
  case .float64: return pythonRepr(array.doubles[0])
  case .int64: return String(array.ints[0])
  case .bool: return array.bools[0] ? "True" : "False"
  }
}

/// NumPy's `repr` of an array: `array([1., 2.])`.
public func repr(of array: NDArray, options: PrintOptions = PrintOptions()) -> String {
  let prefix = "array("
  let body = prefix + arrayString(of: array, options: options, separator: ", ", prefix: prefix, suffix: ")")
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

/// NumPy's `array2string`: lines are broken at the line width less `suffix`, and later lines are indented by `prefix`.
public func arrayString(
  of array: NDArray, options: PrintOptions = PrintOptions(), separator: String = " ", prefix: String = "",
  suffix: String = ""
) -> String {
  if array.count == 0 { return "[]" }
  let isSummary = array.count > options.threshold
  let edge = max(options.edgeItems, 0)
  var shown: [Int] = []
  collectShown(array, axis: 0, offset: 0, edge: isSummary ? edge : Int.max / 2, into: &shown)
  let layout = ArrayLayout(
    array: array, format: ElementFormat(array, shown: shown, options), separator: Array(separator.utf8), edge: edge,
    isSummary: isSummary)
  let bytes = layout.lines(
    axis: 0, offset: 0, indent: 1 + prefix.utf8.count, width: options.lineWidth - suffix.utf8.count)
  return String(decoding: bytes, as: UTF8.self)
}

/// The offsets of the elements that a summary shows: `edge` at both ends of each axis.
private func collectShown(_ array: NDArray, axis: Int, offset: Int, edge: Int, into shown: inout [Int]) {
  if axis == array.dimensions {
    shown.append(offset)
    return
  }
  let extent = array.shape[axis]
  for i in 0..<extent where extent <= 2 * edge || i < edge || i >= extent - edge || edge == 0 {
    collectShown(array, axis: axis + 1, offset: offset + i * array.strides[axis], edge: edge, into: &shown)
  }
}

/// Brackets, separators and line breaks around the elements.
private struct ArrayLayout {
  let array: NDArray
  let format: ElementFormat
  let separator: [UInt8]
  let edge: Int
  let isSummary: Bool

  private var trimmedSeparator: [UInt8] { trimmed(separator) }

  /// The part of the array at `offset`, from `axis` on, in brackets. Lines after the first are indented by `indent`.
  func lines(axis: Int, offset: Int, indent: Int, width: Int) -> [UInt8] {
    let axesLeft = array.dimensions - axis
    if axesLeft == 0 { return format.text(array, offset) }
    let extent = array.shape[axis]
    let hasGap = isSummary && 2 * edge < extent
    let leading = hasGap ? edge : 0
    let trailing = hasGap ? edge : extent
    // Without edge items the last element is still shown.
    let items = Array(0..<leading) + [-1] + Array(min(extent - trailing, extent - 1)..<extent)
    let steps = items.filter { $0 >= 0 || hasGap }
    func part(_ i: Int) -> [UInt8] {
      if i < 0 { return Array("...".utf8) }
      return lines(axis: axis + 1, offset: offset + i * array.strides[axis], indent: indent + 1, width: width - 1)
    }

    var text = [UInt8(ascii: "[")]
    if axesLeft == 1 {
      let limit = width - max(trimmedSeparator.count, 1)
      var line = spaces(indent)
      var done: [UInt8] = []
      for (n, i) in steps.enumerated() {
        let word = part(i)
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
        text += part(i)
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
