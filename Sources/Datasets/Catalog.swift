import Arrays

/// The generators by name. To add one is to add one file and its name here.
public enum DatasetCatalog {
  public static let all: [DatasetKind] = [.moons, .circles, .blobs, .xor, .spirals]

  /// The generator of this name; throws with the names there are.
  public static func find(_ name: String) throws -> DatasetKind {
    guard let kind = all.first(where: { $0.name == name }) else {
      throw DatasetError.unknownDataset(name: name, known: all.map(\.name))
    }
    return kind
  }
}
