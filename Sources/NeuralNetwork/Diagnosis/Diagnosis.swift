import Arrays

/// What an examination of a network found.
public struct Diagnosis: Sendable, Equatable {
  public let findings: [Finding]
  /// Samples that were run through it, out of ``given``; 0 without data.
  public let samples: Int
  public let given: Int
  /// The mean loss over them, where there are targets that fit.
  public let loss: Double?
}

extension Network {
  /// Looks for every known trouble: in the parameters, in a pass over at most 2000 of these samples (without dropout), and in the losses of
  /// the last training. Targets that do not fit are a finding; inputs that do not are an error. The network is left as it was.
  /// - Parameter isScaled: whether the input is that of a kept pass, which no longer has to be scaled.
  public func diagnose(
    _ input: NDArray?, _ targets: NDArray?, isScaled: Bool = false
  ) throws(NetworkError) -> Diagnosis {
    let patient = try Patient(self, input, targets, isScaled: isScaled)
    var findings: [Finding] = []
    for kind in FindingKind.catalog.items {
      for (facts, remedies) in kind.examine(patient) {
        findings.append(Finding(kind: kind.name, facts: facts, remedies: remedies))
      }
    }
    return Diagnosis(
      findings: findings, samples: patient.x?.rows ?? 0, given: patient.given, loss: patient.lossValue)
  }
}
