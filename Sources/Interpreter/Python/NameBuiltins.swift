extension PythonBuiltins {
  /// What names there are.
  static let names: [Builtin] = [
    Builtin(
      "dir", "dir(object=<>)",
      "Returns the names that are bound, or those of a value's methods and attributes; whos shows them with their values.",
      example: "w = 3\ndir()"
    ) { call in
      let names = call.values[0].map { MethodTables.names(of: $0) } ?? Show.ownNames(call.session)
      return .list(ListObject(names.sorted().map { .text($0) }))
    }
  ]
}
