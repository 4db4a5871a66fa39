import Syntax

extension Command {
  static let set = Command(
    "set", .session, "Changes a setting; alone, lists them.",
    parameters: [
      .optional("name", .name, "the setting").offering(Settings.all.map(\.name)),
      .optional("value", .word(Settings.words, elseExpression: true), "its new value; without it, shows the value")
        .takingUnboundWords,
    ],
    details: Settings.all.map { "\($0.name.padded(12))\($0.values.padded(18))\($0.help)" }.joined(separator: "\n"),
    examples: ["set convention columns", "set precision 4", "set dtype float32", "set"],
    seeAlso: ["conventions", "show"], isFunction: false
  ) { input in
    guard let name = try input.text("name") else {
      var table = TextTable([("setting", .left), ("value", .left), ("", .left)])
      for setting in Settings.all { table.add([setting.name, setting.get(input), setting.help]) }
      input.report(table.styled)
      return .none
    }
    guard let setting = Settings.all.first(where: { $0.name == name }) else {
      throw input.at("name", Fault(.value, "there is no setting \(name)", hint: unknownSetting(name)))
    }
    guard let item = input.item("value") else {
      input.report(StyledText("\(setting.name) \(setting.get(input))\n"))
      return .text(setting.get(input))
    }
    try input.placing(item) { try setting.set(input, item) }
    input.confirm("\(setting.name) \(setting.get(input))")
    return .none
  }
}

private func unknownSetting(_ name: String) -> Hint {
  let names = Settings.all.map(\.name)
  return (didYouMean(name, in: names).map { $0 + " " } ?? "") + "the settings: \(names.joined(separator: ", "))"
}
