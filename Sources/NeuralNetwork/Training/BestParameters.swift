/// What `patience` gives back: the parameters with the smallest loss so far, with the optimizer's moments and step count of that time.
///
/// Validation data are judged after an epoch's updates, so those after it are kept. The training loss of an epoch of one step is that of the
/// parameters the epoch began with, so those are kept; the one of several steps is a mean on the way, and those at its end are kept.
final class BestParameters {
  /// The epoch they belong to, counted from 1; 0 before there is one.
  private(set) var epoch = 0
  private(set) var loss = Double.infinity
  private var best: Moment
  /// As the running epoch began; nil where that is not what is kept.
  private var beginning: Moment?

  /// Parameters and moments at one time.
  private struct Moment {
    let buffers: [Buffer]
    var stepCount = 0

    init(_ network: Network) {
      buffers = network.allParameters.flatMap { [Buffer(copying: $0.value), Buffer(copying: $0.moments)] }
    }

    mutating func take(_ network: Network) {
      stepCount = network.stepCount
      for (index, parameter) in network.allParameters.enumerated() {
        buffers[2 * index].take(parameter.value, threads: network.threads)
        buffers[2 * index + 1].take(parameter.moments, threads: network.threads)
      }
    }

    func give(_ network: Network) {
      network.stepCount = stepCount
      for (index, parameter) in network.allParameters.enumerated() {
        parameter.value.take(buffers[2 * index], threads: network.threads)
        parameter.moments.take(buffers[2 * index + 1], threads: network.threads)
      }
    }
  }

  init(_ network: Network, keepsBeginning: Bool) {
    best = Moment(network)
    beginning = keepsBeginning ? Moment(network) : nil
  }

  func beginEpoch(_ network: Network) { beginning?.take(network) }

  /// After an epoch: whether its loss is the smallest.
  func judge(_ loss: Double, epoch: Int, _ network: Network) -> Bool {
    guard loss < self.loss else { return false }
    (self.loss, self.epoch) = (loss, epoch)
    if let begun = beginning { (best, beginning) = (begun, best) } else { best.take(network) }
    return true
  }

  /// Puts them back. The gradients of the last step belong to others, so there are none afterwards.
  func restore(_ network: Network) {
    best.give(network)
    network.gradientsFrom = nil
    network.lastRate = nil
  }
}
