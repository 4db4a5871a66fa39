/// One element, or a Python number that meets an array. Its dtype is what it promotes as.
public enum Scalar: Sendable, Equatable {
  case bool(Bool)
  case int(Int)
  case float(Double)

  @inlinable public var dtype: DType {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .float: .float64
    }
  }

  @inlinable public var double: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }
}
