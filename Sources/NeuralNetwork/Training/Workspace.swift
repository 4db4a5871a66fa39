import Arrays

/// The memory of a training: one block of rows on its way through all layers and back. Made once for a network and a block size.
final class Workspace {
  let forward: ForwardPass
  let backward: BackwardPass
  /// Rows gathered in a random order.
  let x: NDArray
  let y: NDArray
  var capacity: Int { forward.capacity }

  init(_ layers: [DenseLayer], capacity: Int) {
    forward = ForwardPass(layers, capacity: capacity, training: true)
    backward = BackwardPass(layers, capacity: capacity, wantsOutputGradient: false)
    x = NDArray(uninitialized: [capacity, layers[0].inputs], .float64)
    y = NDArray(uninitialized: [capacity, layers[layers.count - 1].units], .float64)
  }
}

extension Network {
  /// The cached workspace if it has the right size.
  func workspace(for samples: Int, batchSize: Int) -> Workspace {
    let capacity = min(blockRows, samples, batchSize)
    if let workspace, workspace.capacity == capacity { return workspace }
    let made = Workspace(layers, capacity: capacity)
    workspace = made
    return made
  }

  /// Rows that pass through all layers together: as many as stay in the first cache for small layers (32 KB), and as many as keep
  /// the matrix product busy for large ones (4 MB); never more than an eighth of the memory.
  private var blockRows: Int {
    let width = layers.reduce(declaration.inputs) { $0 + 4 * $1.units } * 8
    let isSmall = layers.allSatisfy { $0.inputs * $0.units < DenseKernels.blasThreshold }
    let rows = isSmall ? min(max(32 << 10 / width, 16), 1024) : min(max(4 << 20 / width, 128), 4096)
    return max(1, min(rows, Memory.bytes / 8 / width))
  }
}
