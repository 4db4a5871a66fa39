extension Network {
  /// Writes the network and its training state as safetensors, atomically.
  public func save(to path: String) throws(NetworkError) { fatalError("not written yet") }
  /// Reads what ``save(to:)`` wrote.
  public static func load(from path: String) throws(NetworkError) -> Network { fatalError("not written yet") }
}
