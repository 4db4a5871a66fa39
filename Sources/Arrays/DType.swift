/// The element type of an array. nn knows three of NumPy's; they promote in this order.
public enum DType: UInt8, Sendable, CaseIterable, Comparable {
  case bool = 0
  case int64 = 1
  case float64 = 2

  /// NumPy's name: `bool`, `int64`, `float64`.
  public var name: String {
    switch self {
    case .bool: "bool"
    case .int64: "int64"
    case .float64: "float64"
    }
  }

  /// Bytes an element takes.
  @inlinable public var itemSize: Int { self == .bool ? 1 : 8 }

  @inlinable public static func < (left: DType, right: DType) -> Bool { left.rawValue < right.rawValue }
}
