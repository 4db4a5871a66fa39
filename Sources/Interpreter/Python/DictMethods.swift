import Arrays

extension PythonBuiltins {
  package static let dictMethods: [Builtin] = [
    Builtin("dict.keys", "keys(self)", "Returns a view of the keys.", example: "{\"a\": 1}.keys()") { call in
      .dictionaryView(DictionaryView(try dictionary(call), .keys))
    },
    Builtin("dict.values", "values(self)", "Returns a view of the values.", example: "{\"a\": 1}.values()") { call in
      .dictionaryView(DictionaryView(try dictionary(call), .values))
    },
    Builtin("dict.items", "items(self)", "Returns a view of the pairs of key and value.", example: "{\"a\": 1}.items()")
    { call in
      .dictionaryView(DictionaryView(try dictionary(call), .items))
    },
    Builtin(
      "dict.get", "get(self, key, default=None)", "Returns the value of a key, or the default if the key is not there.",
      example: "{\"a\": 1}.get(\"b\", 0)"
    ) {
      call in try dictionary(call)[try dictionaryKey(call[1])] ?? call[2]
    },
    Builtin(
      "dict.pop", "pop(self, key, default=<>)", "Removes a key and returns its value, or the default.",
      example: "d = {\"a\": 1}\nd.pop(\"a\")"
    ) { call in
      let dictionary = try dictionary(call)
      if let value = dictionary.remove(try dictionaryKey(call[1])) { return value }
      if let value = call.values[2] { return value }
      throw missingKey(call[1], dictionary)
    },
    Builtin(
      "dict.popitem", "popitem(self)", "Removes the last pair and returns it.", example: "d = {\"a\": 1}\nd.popitem()"
    ) { call in
      let dictionary = try dictionary(call)
      guard let last = dictionary.removeLast() else { throw Fault(.key, "popitem(): dictionary is empty") }
      return .tuple(TupleObject([last.key, last.value]))
    },
    Builtin(
      "dict.setdefault", "setdefault(self, key, default=None)",
      "Returns the value of a key; a key that is not there gets the default.", example: "d = {}\nd.setdefault(\"a\", 1)"
    ) {
      call in
      let dictionary = try dictionary(call)
      let key = try dictionaryKey(call[1])
      if let value = dictionary[key] { return value }
      try dictionary.store(call[1], call[2])
      return call[2]
    },
    Builtin(
      "dict.update", "update(self, items=(), **entries)",
      "Takes over the entries of another dict, of pairs, or of name=value arguments.",
      example: "d = {\"a\": 1}\nd.update(b=2)\nd"
    ) {
      call in
      let dictionary = try dictionary(call)
      try addItems(of: call[1], to: dictionary)
      if case .dictionary(let entries)? = call.values[2] { try addItems(of: .dictionary(entries), to: dictionary) }
      return .none
    },
    Builtin("dict.clear", "clear(self)", "Removes all entries.", example: "d = {\"a\": 1}\nd.clear()\nd") { call in
      try dictionary(call).removeAll()
      return .none
    },
    Builtin("dict.copy", "copy(self)", "Returns a new dict of the same entries.", example: "d = {\"a\": 1}\nd.copy()") {
      call in .dictionary(try dictionary(call).copy())
    },
    Builtin(
      "dict.fromkeys", "fromkeys(self, iterable, value=None)", "Makes a dict of keys that all have one value.",
      example: "{}.fromkeys([\"a\", \"b\"], 0)"
    ) { call in
      let result = DictionaryObject()
      let next = try iterate(call[1])
      var pace = PaceCounter()
      while let key = try next() {
        try pace.step()
        try result.store(key, call[2])
      }
      return .dictionary(result)
    },
  ]
}

private func dictionary(_ call: Call) throws -> DictionaryObject {
  guard case .dictionary(let dictionary) = call[0] else {
    throw Fault(.type, "\(call.builtin.name) needs a dict, not \(article(call[0].typeName))")
  }
  return dictionary
}
