import Arrays
import Support

/// What can be wrong with a network or its data: facts, without text positions. The interpreter makes the sentence.
public enum NetworkError: Error, Equatable {
  // Declarations
  /// A network without layers was asked to do something.
  case noLayers
  /// A number of inputs or units below 1 or above ``Network/largestSize``. `what` is `inputs` or `units`.
  case badSize(what: String, value: Int)
  /// More parameters than memory can hold.
  case tooManyParameters(inputs: Int, units: Int)
  /// A dropout layer without a dense layer after it: it would drop predictions.
  case dropoutAtOutput
  /// An output activation and a loss that do not belong together. `legalLosses` go with this activation, `legalActivations` with this loss.
  case illegalPair(activation: String, loss: String, legalLosses: [String], legalActivations: [String])
  /// `kind` is `activation`, `loss`, `optimizer`, `initializer`, `schedule` or `layer`.
  case unknownName(kind: String, name: String, known: [String])
  case unknownOption(owner: String, option: String, known: [String])
  /// An option's value outside its range; `expected` in words: `> 0`, `0 <= rate < 1`.
  case badOption(owner: String, option: String, value: Double, expected: String)

  // Data
  /// An input whose shape does not fit. `expected` is the number of features of the network's input.
  case inputShape(given: Dims, expected: Int, convention: Convention)
  /// Targets whose shape does not fit; `expected` is the shape of the output for this batch.
  case targetShape(given: Dims, expected: Dims, labelsAllowed: Bool)
  /// One label for each sample, where the output has several units and is not softmax.
  case labelsWithoutSoftmax(given: Dims, expected: Dims, activation: String)
  /// A class label that is no whole number, or not in `0 ..< classes`.
  case badLabel(value: Double, index: Int, classes: Int)
  /// No samples.
  case emptyBatch
  /// A batch too large for memory.
  case batchTooLarge(samples: Int, units: Int)

  /// Asked to stop; nothing has changed.
  case interrupted

  // Order of work
  case backwardBeforeForward
  case stepBeforeBackward
  /// A backward pass or an explanation that needs more of the forward pass than there is: it stopped after `layer`.
  case forwardStopped(layer: Int)
  /// A step that needs more of the backward pass than there is: it stopped at `layer`.
  case backwardStopped(layer: Int)
  /// A layer to stop at that is not there; layers count from 1.
  case unknownLayer(Int, depth: Int)
  /// A parameter or engine name this network does not have.
  case unknownParameter(String)
  /// A value assigned to a parameter with another shape.
  case parameterShape(name: String, given: Dims, expected: Dims)
  /// The convention cannot change while a network exists.
  case conventionIsFixed

  // Files
  /// A file that cannot be opened, read or written.
  case file(FileError)
  /// A file of another kind: one there that holds something else, or a name for something else.
  case notANetworkFile(path: String, isThere: Bool)
  /// A file that is damaged, or cannot be a network: what is wrong with it, in words.
  case badFile(path: String, reason: String)
}
