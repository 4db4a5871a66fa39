import Arrays
import NeuralNetwork

/// What the commands of a session share: the network, its declaration, the data, the settings.
public final class Model {
  unowned let session: Session

  /// The live network; nil before `network` or `input`.
  public internal(set) var network: Network?
  public internal(set) var convention: Convention = .rows

  /// Changes whenever the set of live parameter names does.
  public private(set) var parameterGeneration = 0
  /// The global names that are live parameters now: `W1`, `b1`, ….
  public private(set) var parameterNames: [String: EngineName] = [:]

  private var callIsLine: (isLine: Bool, isSilent: Bool) = (false, false)

  public init(session: Session) { self.session = session }

  /// Whether a global of this name is a live parameter: assigning it copies into the network.
  public func isParameter(_ name: String) -> Bool { parameterNames[name] != nil }

  /// Assigns to a live parameter at top level: copies the value into the network's memory. Another shape is an error.
  public func assignParameter(_ name: String, _ value: Value) throws {
  }

  /// For a command's function called as a statement of its own, `train(1000, every=100)`: the evaluator makes the call inside `body`, with
  /// the arguments already evaluated, and the call reports as the line would.
  public func callingAsLine<Result>(isSilent: Bool, _ body: () throws -> Result) rethrows -> Result {
    callIsLine = (true, isSilent)
    defer { callIsLine = (false, false) }
    return try body()
  }

  func takeCallIsLine() -> (isLine: Bool, isSilent: Bool) {
    defer { callIsLine = (false, false) }
    return callIsLine
  }
}
