import CKernels
import Glibc

/// A layer as a block in columns needs it.
struct ColumnLayer {
  let inputs: Int
  let units: Int
  let w: UnsafeRawPointer
  let b: UnsafeRawPointer
  let forward: ActivationKind.Forward
  let backward: ActivationKind.Backward
  let option: Double
  /// relu is done where the sums leave their registers.
  let isRelu: Bool

  init(_ layer: DenseLayer) {
    inputs = layer.inputs
    units = layer.units
    w = UnsafeRawPointer(layer.weights.value.bytes)
    b = UnsafeRawPointer(layer.bias.value.bytes)
    forward = layer.activation.kind.forward
    backward = layer.activation.kind.backward
    option = layer.activation.option
    isRelu = layer.activation.name == "relu"
  }
}

/// The memory of one block in columns, and the sums of a chunk of blocks.
final class ColumnChunk {
  let x: UnsafeMutableRawPointer
  let y: UnsafeMutableRawPointer
  private let z: [UnsafeMutableRawPointer]
  private let a: [UnsafeMutableRawPointer]
  private let dz: [UnsafeMutableRawPointer]
  let dw: [UnsafeMutableRawPointer]
  let db: [UnsafeMutableRawPointer]
  var loss = 0.0
  var right = 0

  private let precision: Precision
  private let kernels: UnsafePointer<nn_kernels>
  private let values: Buffer
  private let gradients: Buffer

  init(_ layers: [DenseLayer], _ rows: Int, _ precision: Precision) {
    let (inputs, outputs) = (layers[0].inputs, layers[layers.count - 1].units)
    let units = layers.reduce(0) { $0 + $1.units }
    // A relu needs no z, but its room is small.
    values = Buffer(zeros: (inputs + outputs + 3 * units) * rows, precision)
    // Each array on a line of its own, and a line between two chunks' sums.
    func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
    gradients = Buffer(
      zeros: layers.reduce(32) { $0 + padded($1.inputs * $1.units) + padded($1.units) }, precision)
    var place = values.bytes
    func take(_ units: Int) -> UnsafeMutableRawPointer {
      defer { place += units * rows * precision.itemSize }
      return place
    }
    x = take(inputs)
    a = layers.map { take($0.units) }
    dz = layers.map { take($0.units) }
    y = take(outputs)
    z = layers.map { take($0.units) }
    place = gradients.bytes
    func takeSums(_ count: Int) -> UnsafeMutableRawPointer {
      defer { place += padded(count) * precision.itemSize }
      return place
    }
    dw = layers.map { takeSums($0.inputs * $0.units) }
    db = layers.map { takeSums($0.units) }
    self.precision = precision
    kernels = precision.kernels
  }

  func clearGradients() { gradients.clear() }

  func forward(_ plan: [ColumnLayer], _ stride: Int) {
    var input = x
    for index in 0..<plan.count {
      let layer = plan[index]
      let target = layer.isRelu ? a[index] : z[index]
      kernels.pointee.columns_product(
        input, layer.w, layer.units, 1, layer.b, layer.isRelu ? 1 : 0, nil, target, layer.inputs, layer.units, stride)
      if !layer.isRelu {
        layer.forward(
          target, a[index], BatchLayout(rows: stride, units: layer.units, stride: stride), layer.option, precision)
      }
      input = a[index]
    }
  }

  func lossBatch(_ plan: [ColumnLayer], _ rows: Int, _ stride: Int, _ loss: Loss) -> LossBatch {
    let last = plan.count - 1
    // The loss never reads the z of a relu: those that do go with sigmoid and softmax.
    return LossBatch(
      z: z[last], a: a[last], y: y, layout: BatchLayout(rows: rows, units: plan[last].units, stride: stride),
      precision: precision, options: loss.values)
  }

  func backward(_ plan: [ColumnLayer], _ batch: LossBatch, _ loss: Loss) {
    let stride = batch.layout.stride!
    var index = plan.count - 1
    if let fused = loss.kind.fusedGradient {
      fused(batch, dz[index])
    } else {
      loss.kind.gradient(batch, dz[index])
      throughActivation(plan[index], index, stride)
    }
    kernels.pointee.clear_padding(dz[index], batch.layout.rows, stride, plan[index].units)
    while true {
      let layer = plan[index]
      kernels.pointee.columns_gradient(
        index == 0 ? x : a[index - 1], dz[index], dw[index], db[index], layer.inputs, layer.units, stride)
      if index == 0 { return }
      let before = plan[index - 1]
      kernels.pointee.columns_product(
        dz[index], layer.w, 1, layer.units, nil, 0, before.isRelu ? UnsafeRawPointer(a[index - 1]) : nil, dz[index - 1],
        layer.units, layer.inputs, stride)
      index -= 1
      if !before.isRelu { throughActivation(before, index, stride) }
    }
  }

  private func throughActivation(_ layer: ColumnLayer, _ index: Int, _ stride: Int) {
    // Of a relu the z lies nowhere, and its a has the same sign.
    layer.backward(
      layer.isRelu ? a[index] : z[index], a[index], dz[index], dz[index],
      BatchLayout(rows: stride, units: layer.units, stride: stride), layer.option, precision)
  }

  func countRight(_ batch: LossBatch, _ task: Task) {
    let (rows, stride) = (batch.layout.rows, batch.layout.stride!)
    if let (threshold, low, high) = task.classes {
      for unit in 0..<batch.outputs {
        let offset = unit * stride * precision.itemSize
        right += kernels.pointee.count_right(batch.a + offset, batch.y + offset, rows, threshold, low, high)
      }
    } else if task == .multiclass {
      right += kernels.pointee.count_right_classes(batch.a, batch.y, rows, batch.outputs, 1, stride)
    }
  }
}
