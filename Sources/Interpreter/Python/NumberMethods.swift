import Arrays
import Glibc

extension PythonBuiltins {
  package static let floatMethods: [Builtin] = [
    Builtin(
      "float.is_integer", "is_integer(self)", "Tells whether the float is a whole number.",
      example: "(2.0).is_integer()"
    ) { call in
      let value = try call.double(0)
      return .bool(value.isFinite && value == value.rounded())
    }
  ]

  package static let intMethods: [Builtin] = [
    Builtin(
      "int.bit_length", "bit_length(self)", "Returns how many binary digits the number has.",
      example: "(10).bit_length()"
    ) { call in
      .int(Int.bitWidth - (try call.int(0)).magnitude.leadingZeroBitCount)
    },
    Builtin(
      "int.bit_count", "bit_count(self)", "Counts the ones among the number's binary digits.",
      example: "(10).bit_count()"
    ) { call in
      .int((try call.int(0)).magnitude.nonzeroBitCount)
    },
  ]
}
