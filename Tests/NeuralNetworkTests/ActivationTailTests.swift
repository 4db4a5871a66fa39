import Arrays
import Foundation
import NeuralNetwork
import Testing

/// Derivatives where a function has levelled off, against formulas without a difference of nearly equal numbers.
struct ActivationTailTests {
  private static func sigmoidSlope(_ z: Double) -> Double {
    let e = exp(-abs(z))
    return e / ((1 + e) * (1 + e))
  }

  private static let slopes: [(String, @Sendable (Double) -> Double)] = [
    ("sigmoid", sigmoidSlope), ("tanh", { 4 * sigmoidSlope(2 * $0) }), ("elu", { $0 > 0 ? 1 : exp($0) }),
    ("softplus", { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }),
  ]

  private static let points = Array(stride(from: -40.0, through: 40, by: 0.37))

  @Test(arguments: slopes.map(\.0)) func keepTheirDigits(name: String) throws {
    let slope = Self.slopes.first { $0.0 == name }!.1
    let found = try Activation(name).derivative(NDArray(Self.points)).list
    for (z, value) in zip(Self.points, found) {
      #expect(abs(value - slope(z)) <= 1e-10 * slope(z), "\(name)'(\(z)) is \(value), not \(slope(z))")
    }
  }

  /// Through a network of one unit per sample, where dA is 2 A; both ways in which a batch lies.
  @Test(arguments: slopes.map(\.0), [Precision.float32, .float64]) func keepThemInANetwork(
    name: String, precision: Precision
  ) throws {
    let slope = Self.slopes.first { $0.0 == name }!.1
    let network = try Network(
      NetworkDeclaration(
        inputs: 1, layers: [.dense(units: 1, activation: Activation(name))], loss: try Loss("mse"),
        precision: precision), random: try RandomState(seed: 1))
    try network.assign(NDArray([1.0], shape: [1, 1]), to: .weights(1))
    let points = Self.points.map { Double(Float($0)) }
    try network.forward(NDArray(points, shape: [points.count, 1]))
    try network.backward(NDArray(zeros: [points.count, 1]))
    let (da, dz) = (network.value(.activationGradient(1))!.list, network.value(.preactivationGradient(1))!.list)
    for (i, z) in points.enumerated() where abs(da[i]) > 1e-30 {
      let found = dz[i] / da[i]
      let tolerance = precision == .float32 ? 2e-5 : 1e-10
      #expect(abs(found - slope(z)) <= tolerance * slope(z), "\(name)'(\(z)) is \(found), not \(slope(z))")
    }
  }
}
