import Arrays

extension NumPyNamespace {
  static let printing: [Builtin] = [
    Builtin(
      "np.set_printoptions",
      "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None)",
      "How arrays are printed: digits, summaries above a size, width of a line, no scientific form.",
      example: "np.set_printoptions(precision=4, suppress=True)"
    ) { call in
      call.session.printOptions = try options(call, from: 0, base: call.session.printOptions)
      return .none
    },
    Builtin(
      "np.get_printoptions", "get_printoptions()", "How arrays are printed.",
      example: "np.get_printoptions()['precision']"
    ) { call in
      let options = call.session.printOptions
      let result = DictionaryObject()
      let entries: [(String, Value)] = [
        ("edgeitems", .int(options.edgeItems)), ("threshold", .int(options.threshold)),
        ("floatmode", .text(options.floatMode.rawValue)),
        ("precision", .int(options.precision)), ("suppress", .bool(options.suppress)),
        ("linewidth", .int(options.lineWidth)),
        ("nanstr", .text(options.nanText)), ("infstr", .text(options.infText)), ("sign", .text(options.sign.rawValue)),
        ("formatter", .none), ("legacy", .bool(false)),
        ("override_repr", .none),
      ]
      for (key, value) in entries { try result.store(.text(key), value) }
      return .dictionary(result)
    },
    Builtin.refused(
      "np.printoptions", "np.printoptions needs with, which does not exist here",
      hint: "np.set_printoptions sets the options, and again to go back"),
    Builtin(
      "np.array2string",
      "array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, threshold=None, edgeitems=None, floatmode=None, suffix='', sign=None)",
      "The text of an array.", example: "np.array2string(np.array([1.5, 2]), separator=', ')"
    ) { call in
      var options = call.session.printOptions
      if let width = try call.optionalInt(1) { options.lineWidth = width }
      if let precision = try call.optionalInt(2) { options.precision = try checkedPrecision(precision) }
      if call.optional(3) != nil { options.suppress = try call.bool(3) }
      if call.optional(6) != nil { options.threshold = try threshold(call[6]) }
      if let edge = try call.optionalInt(7) { options.edgeItems = edge }
      if call.optional(10) != nil { options.sign = try sign(call, 10) }
      if call.optional(8) != nil { options.floatMode = try floatMode(call, 8) }
      let array = try call.array(0)
      return .text(
        try arrayString(
          of: array, options: options, separator: call.string(4), prefix: call.string(5), suffix: call.string(9)))
    },
    Builtin(
      "np.array_repr", "array_repr(arr, max_line_width=None, precision=None, suppress_small=None)",
      "The text of an array as Python would write it.",
      example: "np.array_repr(np.array([1, 2]))"
    ) { .text(try arrayRepr(of: $0.array(0), options: try shortOptions($0))) },
    Builtin(
      "np.array_str", "array_str(a, max_line_width=None, precision=None, suppress_small=None)",
      "The text of an array as print writes it.",
      example: "np.array_str(np.array([1, 2]))"
    ) { .text(try arrayText(of: $0.array(0), options: try shortOptions($0))) },
    Builtin(
      "np.format_float_positional", "format_float_positional(x)", "The shortest digits of a float, without exponent.",
      example: "np.format_float_positional(0.1)"
    ) { .text(pythonRepr(try $0.double(0))) },
  ]

  private static func shortOptions(_ call: Call) throws -> PrintOptions {
    var options = call.session.printOptions
    if let width = try call.optionalInt(1) { options.lineWidth = width }
    if let precision = try call.optionalInt(2) { options.precision = try checkedPrecision(precision) }
    if call.optional(3) != nil { options.suppress = try call.bool(3) }
    return options
  }

  private static func options(_ call: Call, from first: Int, base: PrintOptions) throws -> PrintOptions {
    var options = base
    if call.optional(7) != nil {
      throw Fault(
        .unsupported, "np.set_printoptions: formatter does not exist here",
        hint: "precision and floatmode choose the digits")
    }
    if let precision = try call.optionalInt(0) { options.precision = try checkedPrecision(precision) }
    if call.optional(1) != nil { options.threshold = try threshold(call[1]) }
    if let edge = try call.optionalInt(2) { options.edgeItems = edge }
    if let width = try call.optionalInt(3) { options.lineWidth = width }
    if call.optional(4) != nil { options.suppress = try call.bool(4) }
    if call.optional(5) != nil { options.nanText = try call.string(5) }
    if call.optional(6) != nil { options.infText = try call.string(6) }
    if call.optional(8) != nil { options.sign = try sign(call, 8) }
    if call.optional(9) != nil { options.floatMode = try floatMode(call, 9) }
    return options
  }

  private static func checkedPrecision(_ precision: Int) throws -> Int {
    guard (0...100_000).contains(precision) else {
      throw Fault(.value, "the precision must be from 0 to 100000, not \(precision)")
    }
    return precision
  }

  /// `np.inf` and `sys.maxsize` mean: never summarise.
  private static func threshold(_ value: Value) throws -> Int {
    guard let number = value.asDouble, !number.isNaN else {
      throw Fault(.type, "threshold must be a number, not \(value.typeName)")
    }
    return number >= 1e18 ? Int.max : max(castToInt(number), 0)
  }

  private static func sign(_ call: Call, _ index: Int) throws -> PrintOptions.Sign {
    guard let sign = PrintOptions.Sign(rawValue: try call.string(index)) else {
      throw Fault(.value, "\(call.builtin.name): sign option must be one of ' ', '+', or '-'")
    }
    return sign
  }

  private static func floatMode(_ call: Call, _ index: Int) throws -> PrintOptions.FloatMode {
    PrintOptions.FloatMode(rawValue: try call.word(index, of: PrintOptions.FloatMode.allCases.map(\.rawValue)))!
  }
}
