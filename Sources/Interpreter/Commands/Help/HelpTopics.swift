/// The ideas that help has a page on, in the order it lists them. To add one is to add a file with a `static let` and its name here.
enum HelpTopics {
  static let all: [HelpTopic] = [
    .forwardPass, .losses, .chainRule, .gradientDescent, .initialization, .shapes, .conventions, .names, .activations,
    .optimizers, .schedules, .datasets,
  ]

  static func find(_ name: String) -> HelpTopic? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }
}
