import Arrays
import NeuralNetwork
import Syntax

/// The lines to type next, for hints: they fit the network and the data there are, so that they work as they stand.
extension Model {
  /// A declaration for the data that are bound; without data for points of the plane.
  var networkLine: String {
    var inputs = 2
    if let array = try? trainingInputs(), array.dimensions == 2 { inputs = max(array.shape[1 - sampleAxis], 1) }
    return "network \(inputs) -> 10 relu -> \(outputText)"
  }

  private var outputText: String {
    guard let targets = try? trainingTargets(), targets.count > 0 else { return "1 sigmoid" }
    let width = targets.dimensions == 2 ? targets.shape[1 - sampleAxis] : 1
    guard targets.dtype != .float64, width == 1, let largest = targets.doubleValues.max(), largest < 1000,
      targets.doubleValues.allSatisfy({ $0 >= 0 })
    else { return "\(max(width, 1)) linear" }
    return largest <= 1 ? "1 sigmoid" : "\(Int(largest) + 1) softmax"
  }

  /// Data that fit the network; nil if no data set has such targets.
  var dataLine: String? {
    guard let network, network.depth > 0 else { return Meanings.exampleData }
    let inputs = network.declaration.inputs
    let isSoftmax = network.task == .multiclass
    guard isSoftmax || network.outputs == 1 else { return nil }
    if inputs == 2, !isSoftmax || network.outputs == 2 { return Meanings.exampleData }
    return "data blobs samples=200 features=\(inputs) centers=\(isSoftmax ? network.outputs : 2)"
  }

  /// `data …, then ` where data are missing, then the line.
  func withData(_ text: String) -> Hint {
    if (try? trainingData()) != nil { return "\(line: text)" }
    return dataLine.map { "\(line: $0), then \(line: text)" } ?? "assign X and Y, then \(text)"
  }

  /// `data …`, or to assign the names.
  func givingData(_ names: String) -> Hint {
    dataLine.map { "\(line: $0), or assign \(names) yourself" } ?? "assign \(names): one row of Y for each of X"
  }

  /// The lines that lead to a pass: `forward`, or where no data are bound `forward [0.5, 0.5]`.
  func passes(to command: String) -> Hint {
    if let network, network.depth == 0 { return "\(line: "layer 1 sigmoid"), then \(command)" }
    let forward: Hint = "\(line: hasInputs ? "forward" : "forward \(sampleText)")"
    if command == "forward" { return forward }
    let isOne = network?.value(.prediction) == nil ? !hasInputs : network?.forwardSamples == 1
    let backward: Hint = "\(line: hasInputs && hasTargets ? "backward" : "backward \(targetText(one: isOne))")"
    return network?.value(.prediction) == nil ? forward + ", then " + backward : backward
  }

  /// A sample that fits the network, as typed.
  private var sampleText: String {
    let count = network?.declaration.inputs ?? 2
    return count > 8 ? "np.ones(\(count))" : "[\(Array(repeating: "0.5", count: count).joined(separator: ", "))]"
  }

  private func targetText(one: Bool) -> String {
    let count = max(network?.outputs ?? 1, 1)
    guard one, count <= 8 else { return "np.zeros(yhat.shape)" }
    return "[1" + String(repeating: ", 0", count: count - 1) + "]"
  }

  /// What helps after an error of the engine, which knows no lines.
  func advice(on error: any Error) -> Hint? {
    if let placed = error as? PlacedError { return advice(on: placed.error) }
    return switch error as? NetworkError {
    case .backwardBeforeForward: "run \(passes(to: "forward")) first"
    case .stepBeforeBackward, .backwardStopped: "run \(passes(to: "backward"))"
    case .forwardStopped: "run the whole \(passes(to: "forward")) first"
    default: nil
    }
  }
}
