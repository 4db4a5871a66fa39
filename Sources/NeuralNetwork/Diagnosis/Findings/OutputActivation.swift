extension FindingKind {
  static let output = FindingKind(
    "output",
    why: "an output activation decides which answers are possible, and with the loss how fast wrong ones are mended"
  ) { patient in
    guard let y = patient.y, y.isFinite, patient.labelsError == nil else { return [] }
    let output = patient.output.name
    let regressions: Set = ["mse", "mae", "huber", "sum_squared_error"]
    let isBinary = y.values.allSatisfy { $0 == 0 || $0 == 1 } && y.rows >= 2 && Set(y.values).count == 2
    if regressions.contains(patient.loss.name), isBinary {
      switch output {
      case "sigmoid":
        return [
          (
            "\(patient.loss.name) over sigmoid, for classes 0 and 1: its gradient holds sigmoid', at most 0.25 and nearly 0 where the answer is most wrong",
            ["loss binary_cross_entropy"]
          )
        ]
      case "softmax":
        return [
          (
            "\(patient.loss.name) over softmax, for classes: its gradient is nearly 0 where the answer is most wrong",
            ["loss cross_entropy"]
          )
        ]
      default:
        let oneHot = y.columns > 2 && isOneHot(y)
        return [
          (
            "\(output) with \(patient.loss.name), but every target is 0 or 1: a class, not a quantity",
            ["network \(.declaration(patient.declaration(output: oneHot ? "softmax" : "sigmoid")))"]
          )
        ]
      }
    }
    if output == "sigmoid", y.columns > 2, isOneHot(y) {
      return [
        (
          "\(y.columns) sigmoid outputs, but in each of the \(y.rows) samples just one target is 1: the classes exclude each other",
          ["network \(.declaration(patient.declaration(output: "softmax")))"]
        )
      ]
    }
    guard regressions.contains(patient.loss.name), let (low, high) = range(patient.output) else { return [] }
    let outside = y.values.filter { $0 < low || $0 > high }
    guard let extreme = outside.max(by: { abs($0) < abs($1) }) else { return [] }
    let words: FactText = high.isFinite ? "gives \(low) to \(high)" : "gives nothing below \(low)"
    return [
      (
        "\(output) \(words), but \(.share(Double(outside.count) / Double(y.values.count))) of \(.targets) lie outside: \(extreme), for one",
        ["network \(.declaration(patient.declaration(output: "linear")))"]
      )
    ]
  }

  private static func isOneHot(_ y: Matrix) -> Bool {
    y.values.allSatisfy { $0 == 0 || $0 == 1 } && y.sumOfColumns.values.allSatisfy { $0 == 1 }
  }

  private static func range(_ activation: Activation) -> (Double, Double)? {
    switch activation.name {
    case "sigmoid", "softmax": (0, 1)
    case "tanh": (-1, 1)
    case "relu", "softplus": (0, .infinity)
    case "elu": (-activation.option, .infinity)
    default: nil
    }
  }
}
