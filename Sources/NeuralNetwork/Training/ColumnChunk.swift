import CKernels
import Glibc

/// A layer as a block in columns needs it. What the threads read of it is no reference that is counted: they would wait for each other's count.
struct ColumnLayer {
  let inputs: Int
  let units: Int
  let w: UnsafeRawPointer
  let b: UnsafeRawPointer
  /// The activation's kernels, nil where it has none.
  let forwardKernel: nn_forward?
  let backwardKernel: nn_backward?
  let forward: ActivationKind.Forward
  let backward: ActivationKind.Backward
  let option: Double
  /// relu is done where the sums leave their registers.
  let isRelu: Bool

  init(_ layer: DenseLayer) {
    let kernels = layer.weights.precision.kernels
    inputs = layer.inputs
    units = layer.units
    w = UnsafeRawPointer(layer.weights.value.bytes)
    b = UnsafeRawPointer(layer.bias.value.bytes)
    forward = layer.activation.kind.forward
    backward = layer.activation.kind.backward
    let kernel = layer.activation.kind.kernel.map { Int32($0.rawValue) }
    forwardKernel = kernel.flatMap { nn_get_forward(kernels, $0) }
    backwardKernel = kernel.flatMap { nn_get_backward(kernels, $0) }
    option = layer.activation.option
    isRelu = layer.activation.name == "relu"
  }
}

/// The memory of one block in columns, and the sums of a chunk of blocks.
final class ColumnChunk {
  /// A layer's place in it.
  private struct Place {
    var z, a, dz, dw, db: UnsafeMutableRawPointer
  }

  let x: UnsafeMutableRawPointer
  let y: UnsafeMutableRawPointer
  var loss = 0.0
  var right = 0

  private let plan: UnsafeMutableBufferPointer<ColumnLayer>
  private let places: UnsafeMutableBufferPointer<Place>
  private let precision: Precision
  private let kernels: UnsafePointer<nn_kernels>
  private let values: Buffer
  private let gradients: Buffer

  /// `plan` belongs to the worker.
  init(_ plan: UnsafeMutableBufferPointer<ColumnLayer>, _ rows: Int, _ precision: Precision) {
    let (inputs, outputs) = (plan[0].inputs, plan[plan.count - 1].units)
    let units = plan.reduce(0) { $0 + $1.units }
    // A relu needs no z, but its room is small.
    values = Buffer(zeros: (inputs + outputs + 3 * units) * rows, precision)
    // Each array on a line of its own, and a line between two chunks' sums.
    func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
    gradients = Buffer(zeros: plan.reduce(32) { $0 + padded($1.inputs * $1.units) + padded($1.units) }, precision)
    var place = values.bytes
    func take(_ count: Int) -> UnsafeMutableRawPointer {
      defer { place += count * precision.itemSize }
      return place
    }
    x = take(inputs * rows)
    let a = plan.map { take($0.units * rows) }
    let dz = plan.map { take($0.units * rows) }
    y = take(outputs * rows)
    let z = plan.map { take($0.units * rows) }
    place = gradients.bytes
    let dw = plan.map { take(padded($0.inputs * $0.units)) }
    let db = plan.map { take(padded($0.units)) }
    places = .allocate(capacity: plan.count)
    for i in 0..<plan.count {
      places.initializeElement(at: i, to: Place(z: z[i], a: a[i], dz: dz[i], dw: dw[i], db: db[i]))
    }
    self.plan = plan
    self.precision = precision
    kernels = precision.kernels
  }

  deinit { places.deallocate() }

  func dw(_ index: Int) -> UnsafeMutableRawPointer { places[index].dw }
  func db(_ index: Int) -> UnsafeMutableRawPointer { places[index].db }

  func clearGradients() { gradients.clear() }

  func forward(_ stride: Int) {
    var input = x
    for index in 0..<plan.count {
      let a = places[index].a
      let isRelu = plan[index].isRelu
      let target = isRelu ? a : places[index].z
      kernels.pointee.columns_product(
        input, plan[index].w, plan[index].units, 1, plan[index].b, isRelu ? 1 : 0, nil, target, plan[index].inputs,
        plan[index].units, stride)
      if !isRelu { activate(index, stride) }
      input = a
    }
  }

  private func activate(_ index: Int, _ stride: Int) {
    let (z, a) = (places[index].z, places[index].a)
    if let kernel = plan[index].forwardKernel {
      kernel(z, a, stride &* plan[index].units, plan[index].option)
    } else {
      plan[index].forward(z, a, layout(index, stride), plan[index].option, precision)
    }
  }

  private func layout(_ index: Int, _ stride: Int) -> BatchLayout {
    BatchLayout(rows: stride, units: plan[index].units, stride: stride)
  }

  func lossBatch(_ rows: Int, _ stride: Int, option: Double) -> LossBatch {
    let last = plan.count - 1
    // The loss never reads the z of a relu: those that do go with sigmoid and softmax.
    return LossBatch(
      z: places[last].z, a: places[last].a, y: y,
      layout: BatchLayout(rows: rows, units: plan[last].units, stride: stride), precision: precision, option: option)
  }

  func backward(_ batch: LossBatch, gradient: LossKind.Gradient, fused: LossKind.Gradient?) {
    let stride = batch.layout.stride!
    var index = plan.count - 1
    if let fused {
      fused(batch, places[index].dz)
    } else {
      gradient(batch, places[index].dz)
      throughActivation(index, stride)
    }
    kernels.pointee.clear_padding(places[index].dz, batch.layout.rows, stride, plan[index].units)
    while true {
      kernels.pointee.columns_gradient(
        index == 0 ? x : places[index - 1].a, places[index].dz, places[index].dw, places[index].db,
        plan[index].inputs, plan[index].units, stride)
      if index == 0 { return }
      let isRelu = plan[index - 1].isRelu
      kernels.pointee.columns_product(
        places[index].dz, plan[index].w, 1, plan[index].units, nil, 0,
        isRelu ? UnsafeRawPointer(places[index - 1].a) : nil, places[index - 1].dz, plan[index].units,
        plan[index].inputs, stride)
      index -= 1
      if !isRelu { throughActivation(index, stride) }
    }
  }

  private func throughActivation(_ index: Int, _ stride: Int) {
    let (a, dz) = (places[index].a, places[index].dz)
    // Of a relu the z lies nowhere, and its a has the same sign.
    let z = plan[index].isRelu ? a : places[index].z
    if let kernel = plan[index].backwardKernel {
      kernel(z, a, dz, dz, stride &* plan[index].units, plan[index].option)
    } else {
      plan[index].backward(z, a, dz, dz, layout(index, stride), plan[index].option, precision)
    }
  }
}
