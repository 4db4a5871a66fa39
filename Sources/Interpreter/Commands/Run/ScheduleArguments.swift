import NeuralNetwork

/// `schedule=step schedule_every=100 gamma=0.5`: the schedules' own options, those that train has too with `schedule_` before them.
enum ScheduleArguments {
  private static let taken: Set<String> = ["every", "lr"]

  static func parameterName(_ option: String) -> String { taken.contains(option) ? "schedule_" + option : option }

  static let parameters: [CommandParameter] = ScheduleKind.catalog.optionParameters.map {
    .option(parameterName($0.name), default: $0.defaultText, $0.help)
  }
}

extension CommandInput {
  func schedule() throws -> Schedule? {
    let options = ScheduleKind.catalog.items.flatMap { $0.documentation.options.map(\.name) }
    var given: [String: Double] = [:]
    for option in options {
      if let value = try double(ScheduleArguments.parameterName(option)) { given[option] = value }
    }
    guard let name = try text("schedule") else {
      if let option = given.keys.sorted().first {
        throw Fault(
          .value, "train: \(ScheduleArguments.parameterName(option)) belongs to a schedule",
          hint: "schedule=step, schedule=exponential or schedule=cosine")
      }
      return nil
    }
    let kind = try placing("schedule") { try ScheduleKind.catalog.find(name) }
    do { return try Schedule(kind, given) } catch { throw ofTrain(error) }
  }

  /// An error of a schedule's option under the name that train gives the option, at its place.
  private func ofTrain(_ error: NetworkError) -> any Error {
    switch error {
    case .badOption(_, let option, let value, let expected):
      let name = ScheduleArguments.parameterName(option)
      return at(name, NetworkError.badOption(owner: "train", option: name, value: value, expected: expected))
    case .unknownOption(let owner, let option, let known):
      let name = ScheduleArguments.parameterName(option)
      let names = known.map(ScheduleArguments.parameterName)
      return at(name, NetworkError.unknownOption(owner: "schedule=" + owner, option: name, known: names))
    default: return error
    }
  }
}
