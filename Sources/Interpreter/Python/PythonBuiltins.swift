/// Python's functions, types and methods, as far as they exist here. One file per family; these are the joined lists.
package enum PythonBuiltins {
  /// The functions; the types that can be called, such as `int`, are in ``types``.
  package static let all: [Builtin] = iteration + gathering + numbers + texts + objects + names

  package static let strMethods: [Builtin] = strParts + strSearch + strForms + strQuestions

  /// Methods of ranges, floats and ints.
  static let otherMethods: [Builtin] = rangeMethods + floatMethods + intMethods
}
