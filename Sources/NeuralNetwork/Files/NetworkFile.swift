import Arrays
import Support

/// A network as a file: `layers.0.weight` (units × inputs, as PyTorch's `nn.Linear` keeps it), `layers.0.bias` (units),
/// `optimizer.mean.0.weight` … (the moments, in the same orientation), `history.losses`, `history.validation`,
/// `history.reports`, `history.last`, `history.training`; `input.mean` and `input.deviation`, what raw input is scaled with.
/// Layers count the dense ones from 0. What the tensors belong to stands in the metadata.
extension Network {
  /// Writes the network and its training state as safetensors. Atomically: the file is the old one or the whole new one, and the old one can only
  /// be a network's: see ``NetworkFileTarget``.
  public func save(to path: String) throws(NetworkError) {
    try NetworkFileTarget.check(path)
    takeImages()
    var metadata = declaration.metadata
    metadata["format"] = "nn"
    metadata["version"] = "1"
    metadata["step"] = String(stepCount)
    var tensors: [Safetensors.Tensor] = []
    for (index, layer) in layers.enumerated() {
      tensors.append(try weight("layers.\(index).weight", layer.weights.value.numbers, layer))
      tensors.append(.init(name: "layers.\(index).bias", shape: [layer.units], values: layer.bias.value.numbers))
      for (slot, name) in declaration.optimizer.kind.slots.enumerated() {
        let weights = layer.weights.moments.numbers[slot * layer.weights.count..<(slot + 1) * layer.weights.count]
        let bias = layer.bias.moments.numbers[slot * layer.units..<(slot + 1) * layer.units]
        tensors.append(try weight("optimizer.\(name).\(index).weight", Array(weights), layer))
        tensors.append(.init(name: "optimizer.\(name).\(index).bias", shape: [layer.units], values: Array(bias)))
      }
    }
    tensors.append(.init(name: "history.losses", shape: [history.losses.count], values: history.losses.array))
    tensors.append(
      .init(
        name: "history.reports", shape: [history.reports.count, EpochReport.width],
        values: history.reports.array.flatMap(\.numbers)))
    if !history.validation.isEmpty {
      tensors.append(
        .init(
          name: "history.validation", shape: [history.validation.count, 2],
          values: history.validation.array.flatMap { [Double($0.epoch), $0.loss] }))
    }
    if let scaling {
      tensors.append(.init(name: "input.mean", shape: [declaration.inputs], values: scaling.means))
      tensors.append(.init(name: "input.deviation", shape: [declaration.inputs], values: scaling.deviations))
    }
    if let last = history.last {
      tensors.append(.init(name: "history.last", shape: [EpochReport.width], values: last.numbers))
    }
    if let training = history.lastTraining {
      tensors.append(
        .init(name: "history.training", shape: [TrainingRecord.width], values: training.numbers))
    }
    let bytes = try Safetensors(metadata: metadata, tensors: tensors).bytes()
    do throws(FileError) { try AtomicFile.write(bytes, to: path, over: [.network]) } catch { throw .file(error) }
  }

  /// Reads what ``save(to:)`` wrote. Anything else is ``NetworkError/badFile(path:reason:)``.
  public static func load(from path: String) throws(NetworkError) -> Network {
    let bytes: [UInt8]
    do throws(FileError) {
      let file = try FileReader(path) { Cancellation.isRequested }
      bytes = try file.readAll(limit: min(largestFile, Memory.bytes / 4))
    } catch {
      throw .file(error)
    }
    let kind = FileKind.of(bytes)
    guard kind == .network || kind == .safetensors else { throw .notANetworkFile(path: path, isThere: true) }
    do {
      return try read(Safetensors(bytes))
    } catch NetworkError.interrupted {
      throw .interrupted
    } catch let error as Safetensors.Malformed {
      throw .badFile(path: path, reason: error.reason)
    } catch {
      throw .badFile(path: path, reason: "its metadata do not describe a network")
    }
  }

  /// The largest file that is read, in bytes.
  private static let largestFile = 1 << 34

  private static func read(_ file: Safetensors) throws -> Network {
    guard file.metadata["format"] == "nn", file.metadata["version"] == "1" else {
      throw Safetensors.Malformed(reason: "it was not written by nn's save")
    }
    var declaration = try NetworkDeclaration(metadata: file.metadata)
    guard let steps = file.metadata["step"].flatMap({ Int($0) }), (0...largestCount).contains(steps) else {
      throw Safetensors.Malformed(reason: "the step count is missing or too large")
    }
    // Nothing is allocated before the file is known to hold numbers for it.
    try declaration.validate()
    var remaining: [String: Safetensors.Tensor] = [:]
    for tensor in file.tensors { remaining[tensor.name] = tensor }
    func take(_ name: String, _ shape: [Int?]) throws -> [Double] {
      guard let tensor = remaining.removeValue(forKey: name), tensor.shape.count == shape.count,
        zip(tensor.shape, shape).allSatisfy({ $0 == $1 ?? $0 })
      else { throw Safetensors.Malformed(reason: "the tensor '\(name)' is missing or has another shape") }
      return tensor.values
    }
    var layers: [[[Double]]] = []
    var width = declaration.inputs
    for case .dense(let units, _) in declaration.layers {
      let index = layers.count
      var parts = [try turn(try take("layers.\(index).weight", [units, width]), units, width)]
      parts.append(try take("layers.\(index).bias", [units]))
      var moments: ([Double], [Double]) = ([], [])
      for slot in declaration.optimizer.kind.slots {
        moments.0 += try turn(try take("optimizer.\(slot).\(index).weight", [units, width]), units, width)
        moments.1 += try take("optimizer.\(slot).\(index).bias", [units])
      }
      layers.append(parts + [moments.0, moments.1])
      width = units
    }
    let losses = try take("history.losses", [nil])
    let reports = try take("history.reports", [nil, EpochReport.width])
    var training: TrainingRecord?
    if remaining["history.training"] != nil {
      // Files of earlier versions have four numbers.
      let numbers = try take("history.training", [nil])
      guard (4...TrainingRecord.width).contains(numbers.count) else {
        throw Safetensors.Malformed(reason: "the history is damaged")
      }
      training = try TrainingRecord(numbers: numbers + (numbers.count == 4 ? [0] : []), of: losses.count)
    }
    var validation: [EpochLoss] = []
    if remaining["history.validation"] != nil {
      validation = try EpochLoss.all(numbers: try take("history.validation", [nil, 2]), of: losses.count)
    }
    var last: EpochReport?
    if remaining["history.last"] != nil {
      last = try EpochReport(numbers: try take("history.last", [EpochReport.width]))
    }
    if remaining["input.mean"] != nil || remaining["input.deviation"] != nil {
      let means = try take("input.mean", [declaration.inputs])
      declaration.scaling = InputScaling(means: means, deviations: try take("input.deviation", [declaration.inputs]))
      if declaration.scaling == nil { throw Safetensors.Malformed(reason: "the scaling of its input is damaged") }
    }
    if let stray = remaining.keys.min() { throw Safetensors.Malformed(reason: "the tensor '\(stray)' is unknown") }

    let network = Network(blank: declaration)
    for (layer, parts) in zip(network.layers, layers) {
      layer.weights.value.fill(parts[0])
      layer.bias.value.fill(parts[1])
      layer.weights.moments.fill(parts[2])
      layer.bias.moments.fill(parts[3])
    }
    network.stepCount = steps
    network.history.losses = SharedList(losses)
    network.history.validation = SharedList(validation)
    network.history.lastTraining = training
    network.history.last = last
    for start in stride(from: 0, to: reports.count, by: EpochReport.width) {
      network.history.reports.append(try EpochReport(numbers: Array(reports[start..<start + EpochReport.width])))
    }
    return network
  }

  private func weight(_ name: String, _ values: [Double], _ layer: DenseLayer) throws(NetworkError)
    -> Safetensors.Tensor
  {
    .init(name: name, shape: [layer.units, layer.inputs], values: try Self.turn(values, layer.inputs, layer.units))
  }

  /// The transpose of a matrix of `rows` × `columns` in row order.
  private static func turn(_ values: [Double], _ rows: Int, _ columns: Int) throws(NetworkError) -> [Double] {
    var result = values
    for row in 0..<rows {
      if row % 64 == 0, Cancellation.isRequested { throw .interrupted }
      for column in 0..<columns { result[column * rows + row] = values[row * columns + column] }
    }
    return result
  }
}

/// No count in a file is larger: whole numbers up to it are exact as float64, and one more does not overflow.
private let largestCount = 1 << 53

extension EpochReport {
  /// Numbers of a report in a file.
  static let width = 8

  /// The last one tells which of the optional ones are there, for NaN is a possible value of each.
  var numbers: [Double] {
    let present = (accuracy == nil ? 0 : 1) + (validationLoss == nil ? 0 : 2) + (validationAccuracy == nil ? 0 : 4)
    return [
      Double(min(epoch, largestCount)), Double(min(epochs, largestCount)), loss, accuracy ?? 0, validationLoss ?? 0,
      validationAccuracy ?? 0, learningRate,
      Double(present),
    ]
  }

  init(numbers: [Double]) throws {
    guard let epoch = Int(exactly: numbers[0]), let epochs = Int(exactly: numbers[1]),
      (0...largestCount).contains(epoch), (0...largestCount).contains(epochs),
      let present = Int(exactly: numbers[7]), (0..<8).contains(present)
    else { throw Safetensors.Malformed(reason: "the history is damaged") }
    self.init(
      epoch: epoch, epochs: epochs, loss: numbers[2], accuracy: present & 1 == 0 ? nil : numbers[3],
      validationLoss: present & 2 == 0 ? nil : numbers[4], validationAccuracy: present & 4 == 0 ? nil : numbers[5],
      learningRate: numbers[6])
  }
}

extension EpochLoss {
  /// Pairs of an epoch and its loss.
  fileprivate static func all(numbers: [Double], of epochs: Int) throws -> [EpochLoss] {
    try stride(from: 0, to: numbers.count, by: 2).map { place in
      guard let epoch = Int(exactly: numbers[place]), (1...max(epochs, 1)).contains(epoch) else {
        throw Safetensors.Malformed(reason: "the history is damaged")
      }
      return EpochLoss(epoch: epoch, loss: numbers[place + 1])
    }
  }
}

extension TrainingRecord {
  /// Numbers of a record in a file.
  static let width = 5

  var numbers: [Double] {
    [Double(epochs), learningRate, Double(batchSize ?? 0), isConstant ? 1 : 0, Double(restoredEpoch ?? 0)]
  }

  init(numbers: [Double], of epochs: Int) throws {
    guard let own = Int(exactly: numbers[0]), (0...epochs).contains(own), let size = Int(exactly: numbers[2]),
      size >= 0,
      let restored = Int(exactly: numbers[4]), (0...own).contains(restored)
    else { throw Safetensors.Malformed(reason: "the history is damaged") }
    self.init(
      epochs: own, learningRate: numbers[1], batchSize: size == 0 ? nil : size, isConstant: numbers[3] == 1,
      restoredEpoch: restored == 0 ? nil : restored)
  }
}
