import Arrays
import Glibc
import Syntax

/// A Python number (bool, int, float) and Python's arithmetic: ints are exact or an error, division by zero is an error.
enum PythonNumber {
  case bool(Bool)
  case int(Int)
  case float(Double)

  init?(_ value: Value) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    default: return nil
    }
  }

  private var int: Int? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .float: nil
    }
  }

  private var double: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }

  private var typeName: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    }
  }

  static func apply(_ op: BinaryOperator, _ a: PythonNumber, _ b: PythonNumber) throws -> Value {
    if case .bool(let x) = a, case .bool(let y) = b {
      switch op {
      case .bitAnd: return .bool(x && y)
      case .bitOr: return .bool(x || y)
      case .bitXor: return .bool(x != y)
      default: break
      }
    }
    if let x = a.int, let y = b.int { return try apply(op, x, y) }
    return try apply(op, a.double, b.double) ?? { throw undefined(op, a, b) }()
  }

  private static func undefined(_ op: BinaryOperator, _ a: PythonNumber, _ b: PythonNumber) -> Fault {
    Fault(
      .type, "\(a.typeName) \(op.rawValue) \(b.typeName) is not defined",
      hint: op == .matrixMultiply ? "@ multiplies matrices; * multiplies numbers" : nil)
  }

  private static func apply(_ op: BinaryOperator, _ x: Int, _ y: Int) throws -> Value {
    func checked(_ result: (partialValue: Int, overflow: Bool)) throws -> Value {
      if result.overflow { throw integerOverflow("\(x) \(op.rawValue) \(y)") }
      return .int(result.partialValue)
    }
    switch op {
    case .add: return try checked(x.addingReportingOverflow(y))
    case .subtract: return try checked(x.subtractingReportingOverflow(y))
    case .multiply: return try checked(x.multipliedReportingOverflow(by: y))
    case .divide:
      if y == 0 { throw zeroDivision(op) }
      return .newFloat(Double(x) / Double(y))
    case .floorDivide:
      if y == 0 { throw zeroDivision(op) }
      if y == -1 { return try checked(0.subtractingReportingOverflow(x)) }
      return .int(FloorDivision.quotient(x, y))
    case .remainder:
      if y == 0 { throw zeroDivision(op) }
      return .int(y == -1 ? 0 : FloorDivision.remainder(x, y))
    case .power: return try power(x, y)
    case .bitAnd: return .int(x & y)
    case .bitOr: return .int(x | y)
    case .bitXor: return .int(x ^ y)
    case .shiftLeft:
      if y < 0 { throw Fault(.value, "a shift by \(y) is not defined", hint: "shift by a count of 0 or more") }
      if x == 0 { return .int(0) }
      if y >= 63 || (x << y) >> y != x { throw integerOverflow("\(x) << \(y)") }
      return .int(x << y)
    case .shiftRight:
      if y < 0 { throw Fault(.value, "a shift by \(y) is not defined", hint: "shift by a count of 0 or more") }
      return .int(y >= 64 ? (x < 0 ? -1 : 0) : x >> y)
    case .matrixMultiply: throw undefined(op, .int(x), .int(y))
    }
  }

  /// nil where Python has no such operator for floats.
  private static func apply(_ op: BinaryOperator, _ x: Double, _ y: Double) throws -> Value? {
    switch op {
    case .add: return .newFloat(x + y)
    case .subtract: return .newFloat(x - y)
    case .multiply: return .newFloat(x * y)
    case .divide:
      if y == 0 { throw zeroDivision(op) }
      return .newFloat(x / y)
    case .floorDivide:
      if y == 0 { throw zeroDivision(op) }
      return .newFloat(FloorDivision.divide(x, y).quotient)
    case .remainder:
      if y == 0 { throw zeroDivision(op) }
      return .newFloat(FloorDivision.divide(x, y).remainder)
    case .power: return .newFloat(try power(x, y))
    default: return nil
    }
  }

  private static func zeroDivision(_ op: BinaryOperator) -> Fault {
    Fault(.zeroDivision, op == .remainder ? "remainder of a division by zero" : "division by zero")
  }

  private static func power(_ base: Int, _ exponent: Int) throws -> Value {
    if exponent < 0 {
      if base == 0 { throw Fault(.zeroDivision, "0 to a negative power is a division by zero") }
      return .newFloat(pow(Double(base), Double(exponent)))
    }
    var result = 1
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { throw integerOverflow("\(base) ** \(exponent)") }
        result = product
      }
      rest >>= 1
      if rest > 0 {
        let (product, overflow) = square.multipliedReportingOverflow(by: square)
        if overflow { throw integerOverflow("\(base) ** \(exponent)") }
        square = product
      }
    }
    return .int(result)
  }

  private static func power(_ base: Double, _ exponent: Double) throws -> Double {
    if base == 0 && exponent < 0 { throw Fault(.zeroDivision, "0.0 to a negative power is a division by zero") }
    if base < 0 && base.isFinite && exponent.isFinite && exponent != exponent.rounded() {
      throw Fault(
        .unsupported, "a negative number to a fractional power is complex, and complex numbers do not exist here")
    }
    let result = pow(base, exponent)
    if result.isInfinite && base.isFinite && exponent.isFinite {
      throw Fault(.overflow, "the power is too large for a float")
    }
    return result
  }
}
