import Syntax

extension Command {
  static let whos = Command(
    "whos", aliases: ["who"], .session, "Lists your names with type, shape and value: the same as show names.",
    details: "%whos does it too, whatever whos is bound to.",
    examples: ["w = [1, 2, 3]", "whos"],
    seeAlso: ["show", "history"], isFunction: false
  ) { input in
    input.report(try Show.names(input.session))
    return .none
  }
}
