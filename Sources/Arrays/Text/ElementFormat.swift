/// How the elements of one array are written, chosen from those that will be shown.
enum ElementFormat {
  case float(FloatFormat)
  case int(width: Int, hasPlus: Bool)
  case bool(padded: Bool)

  init(_ array: NDArray, shown offsets: [Int], _ options: PrintOptions) {
    switch array.dtype {
    case .float64: self = .float(FloatFormat(offsets.map { array.doubles[$0] }, options))
    case .int64:
      let values = offsets.map { array.ints[$0] }
      let (greatest, least) = (values.max() ?? 0, values.min() ?? 0)
      let hasSign = greatest >= 0 && (options.sign == .plus || (options.sign == .space && least >= 0))
      let width = max(String(greatest).utf8.count + (hasSign ? 1 : 0), String(least).utf8.count)
      self = .int(width: width, hasPlus: options.sign == .plus)
    case .bool: self = .bool(padded: array.dimensions > 0)
    }
  }

  /// The element `offset` places after the array's first, padded.
  func text(_ array: NDArray, _ offset: Int) -> [UInt8] {
    switch self {
    case .float(let format): return format.text(array.doubles[offset])
    case .int(let width, let hasPlus):
      let value = array.ints[offset]
      let digits = Array(((hasPlus && value >= 0 ? "+" : "") + String(value)).utf8)
      return spaces(width - digits.count) + digits
    case .bool(let padded): return Array((array.bools[offset] ? padded ? " True" : "True" : "False").utf8)
    }
  }
}
