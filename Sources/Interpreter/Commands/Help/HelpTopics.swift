/// The ideas that help has a page on, in the order it lists them. To add one is to add a file with a `static let` and its name here.
enum HelpTopics {
  static let all: [HelpTopic] = [
    .commands, .forwardPass, .losses, .chainRule, .gradientDescent, .initialization, .shapes, .conventions, .names,
    .activations, .optimizers, .schedules, .datasets,
  ]

  static func find(_ name: String) -> HelpTopic? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The name of the topic in whose names a word stands: chain rule for `chain`.
  static func with(word: String) -> String? {
    all.first { topic in
      ([topic.name] + topic.aliases).contains { $0.split(separator: " ").contains { $0 == word } }
    }?.name
  }
}
