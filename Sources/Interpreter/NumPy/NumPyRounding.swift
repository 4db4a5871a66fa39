import Arrays

extension NumPyNamespace {
  static let rounding: [Builtin] = [
    Builtin(
      "np.round", "round(a, decimals=0)", "Rounds to so many decimals, halves to the even digit.",
      example: "np.round([0.125, 2.5], 2)", round),
    Builtin(
      "np.around", "around(a, decimals=0)", "Rounds to so many decimals, halves to the even digit.",
      example: "np.around([0.125, 2.5], 2)", round),
    Builtin(
      "np.clip", "clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None)",
      "Limits the elements to a range; None leaves an end open.", example: "np.clip([-1, 0.5, 3], 0, 1)", clip),
    Builtin(
      "np.nan_to_num", "nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None)",
      "Replaces nan by a number and infinities by the largest ones.", example: "np.nan_to_num([1.0, np.nan, np.inf])",
      nanToNum),
  ]

  static let roundingMethods: [Builtin] = [
    Builtin(
      "ndarray.round", "round(self, decimals=0)", "Rounds to so many decimals, halves to the even digit.",
      example: "np.array([0.125, 2.5]).round(2)", round),
    Builtin(
      "ndarray.clip", "clip(self, min=None, max=None, out=None)",
      "Limits the elements to a range; None leaves an end open.", example: "np.array([-1, 0.5, 3]).clip(0, 1)", clip),
  ]

  private static func round(_ call: Call) throws -> Value {
    .numpy(try NDArray.round(call.array(0), decimals: call.int(1)))
  }

  /// As `minimum(maximum(a, low), high)`: where the ends cross, the upper one wins.
  private static func clip(_ call: Call) throws -> Value {
    let isFunction = call.builtin.parameters.items.count > 4
    let low = call.optional(1) ?? (isFunction ? call.optional(4) : nil)
    let high = call.optional(2) ?? (isFunction ? call.optional(5) : nil)
    var result = call[0]
    if let low { result = try applyElementwise(.maximum, result, low) }
    if let high { result = try applyElementwise(.minimum, result, high) }
    if low == nil && high == nil { result = .numpy(try call.array(0).copy()) }
    return try call.delivering(result, out: 3)
  }

  private static func nanToNum(_ call: Call) throws -> Value {
    let source = try call.array(0)
    guard source.dtype == .float64 else { return .numpy(try source.copy()) }
    let (nan, above, below) = (
      try call.double(2), try call.optionalDouble(3) ?? .greatestFiniteMagnitude,
      try call.optionalDouble(4) ?? -.greatestFiniteMagnitude
    )
    let result = try source.copy()
    let numbers = result.doubles
    try Cancellation.inBlocks(result.count) { block in
      for i in block {
        let x = numbers[i]
        if x.isNaN { numbers[i] = nan } else if x.isInfinite { numbers[i] = x > 0 ? above : below }
      }
    }
    if try !call.bool(1), case .array(let target) = call[0] {
      try target.assign(result)
      return call[0]
    }
    return .numpy(result)
  }
}
