extension OptimizerKind {
  public static let adamw = OptimizerKind(
    Documentation(
      "adamw", formula: "W *= 1 - lr * weight_decay;  then as adam",
      summary: "Adam with the weight decay beside the gradient instead of in it.",
      options: adamOptions(decay: 0.01, "shrinks every parameter by lr * weight_decay at each step"),
      seeAlso: ["adam", "sgd"]),
    slots: ["mean", "square"], update: { adamUpdate($0, decoupled: true) }, rule: { adamRule(&$0, decoupled: true) })
}
