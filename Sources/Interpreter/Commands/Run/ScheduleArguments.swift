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
    return try placing("schedule") { try Schedule(name, given) }
  }
}
