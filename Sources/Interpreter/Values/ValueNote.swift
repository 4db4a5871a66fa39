/// A name that stands for a value and no function, with what help says of it: `np.pi`, `np.newaxis`, `np.ndarray`.
public struct ValueNote: Sendable {
  public let name: String
  public let value: Value
  /// One sentence; empty where the value documents itself: a module, a type with a constructor.
  public let summary: String
  /// A line to try, run by the tests; empty for what does not exist here.
  public let example: String

  public init(_ name: String, _ value: Value, _ summary: String, example: String = "") {
    self.name = name
    self.value = value
    self.summary = summary
    self.example = example
  }
}
