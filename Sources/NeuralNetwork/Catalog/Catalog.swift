/// All things of one kind, in the order help lists them.
public struct Catalog<Item: Documented>: Sendable {
  public let items: [Item]

  init(_ items: [Item]) { self.items = items }

  /// The main names, without aliases.
  public var names: [String] { items.map(\.name) }

  /// The thing of this name or alias.
  public subscript(name: String) -> Item? {
    items.first { $0.name == name || $0.documentation.aliases.contains(name) }
  }

  /// Like the subscript; an unknown name is ``NetworkError/unknownName(kind:name:known:)``.
  public func find(_ name: String) throws(NetworkError) -> Item {
    guard let item = self[name] else { throw .unknownName(kind: Item.kind, name: name, known: names) }
    return item
  }
}
