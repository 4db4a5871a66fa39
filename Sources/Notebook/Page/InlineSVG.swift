import Support

/// An SVG document as a part of an HTML page.
enum InlineSVG {
  /// The element alone, without the document's head; its ids, and what refers to them, begin with `prefix`, so that several pictures
  /// of a page do not take each other's parts. `label` says what it shows to those who cannot see it.
  static func element(_ document: [UInt8], prefix: String, label: String) -> String {
    let text = String(decoding: document, as: UTF8.self)
    guard let start = text.range(of: "<svg") else { return "" }
    var result = "<svg role=\"img\" aria-label=\"\(XMLText.escaped(label))\""
    var rest = text[start.upperBound...]
    // Only inside tags; between them stands text of the user.
    while let close = rest.firstIndex(of: ">") {
      result += renamed(String(rest[...close]), prefix)
      rest = rest[rest.index(after: close)...]
      guard let open = rest.firstIndex(of: "<") else { break }
      result += rest[..<open]
      rest = rest[open...]
    }
    return result
  }

  private static func renamed(_ tag: String, _ prefix: String) -> String {
    guard tag.contains("id=") || tag.contains("#") else { return tag }
    return tag.replacing(/(\sid=["']|href=["']#|url\(#|url\(['"]#)/) { $0.output.1 + prefix }
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
