import Plotting

/// A picture that has a word of its own after `plot`. To add one is to add a file with a `static let` and its name to ``all``.
struct PictureKind: Sendable {
  let word: String
  /// One line without a period.
  let help: String
  let make: @Sendable (CommandInput) throws -> Picture

  static let all: [PictureKind] = [loss, data, boundary, network, gradients]
}
