import CKernels

/// The processor's sticky floating-point flags, from which NumPy's warnings come: cleared before an operation, read after it.
public enum FloatingPointStatus {
  @inline(__always) public static func clear() { nn_float_status_clear() }

  /// What was raised since the last ``clear()``, in NumPy's words; nil if nothing was.
  public static var raised: String? {
    let flags = nn_float_status()
    if flags == 0 { return nil }
    if flags & 4 != 0 { return "divide by zero" }
    if flags & 8 != 0 { return "overflow" }
    return "invalid value"
  }

  @inline(__always) public static var isRaised: Bool { nn_float_status() != 0 }
}
