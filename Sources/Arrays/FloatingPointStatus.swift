import CKernels

/// The processor's sticky floating-point flags, from which NumPy's warnings come: cleared before an operation, read after it.
public enum FloatingPointStatus {
  @inlinable public static func clear() { nn_float_status_clear() }

  /// What was raised since the last ``clear()``, in NumPy's words; nil if nothing was.
  public static var raised: String? {
    let flags = nn_float_status()
    if flags == 0 { return nil }
    if flags & NN_FLOAT_DIVIDE_BY_ZERO != 0 { return "divide by zero" }
    if flags & NN_FLOAT_OVERFLOW != 0 { return "overflow" }
    return "invalid value"
  }

  @inlinable public static var isRaised: Bool { nn_float_status() != 0 }
}

/// Runs `body`, whose comparisons with nan must not count as invalid operations.
@inline(__always)
func withoutInvalid<E: Error>(_ body: () throws(E) -> Void) throws(E) {
  let before = nn_float_status()
  try body()
  if before & NN_FLOAT_INVALID == 0 { nn_float_status_lower(NN_FLOAT_INVALID) }
}

// What the hardware does not flag: integers, and results that are set.
func raiseDivideByZero() { nn_float_status_raise(NN_FLOAT_DIVIDE_BY_ZERO) }
func raiseOverflow() { nn_float_status_raise(NN_FLOAT_OVERFLOW) }
func raiseInvalid() { nn_float_status_raise(NN_FLOAT_INVALID) }
