/// A state with a name. Costs nothing at first: contents come into it when they are about to be changed.
final class Checkpoint {
  let name: String
  /// On the clock of `WriteBarrier`: what bears an earlier time has not been changed since.
  let time: UInt64
  /// Of the variables there were, in the order of `Globals.all`.
  let values: [Value?]
  let state: SessionState
  /// What was changed since, as it was.
  var saved: [Timeline.Record] = []

  init(name: String, time: UInt64, values: [Value?], state: SessionState) {
    self.name = name
    self.time = time
    self.values = values
    self.state = state
  }
}
