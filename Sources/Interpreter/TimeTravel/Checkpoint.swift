import Arrays

/// Keeps what changes from a time on as it was: a statement that runs, or a state with a name. Costs nothing at first: contents come into it when they
/// are about to be changed.
final class Keeper {
  /// What bears an earlier time has not been changed since.
  let time: UInt64
  let moment: SessionMoment
  /// Each target once, in the order of their first changes.
  fileprivate(set) var records: [Timeline.Record] = []
  fileprivate(set) var bytes = 0

  init(time: UInt64, moment: SessionMoment) {
    self.time = time
    self.moment = moment
  }

  func keep(_ target: any Recordable, _ bytes: Int, _ contents: Contents) {
    records.append(Timeline.Record(target: target, contents: contents))
    self.bytes += bytes
  }

  func drop() { records = [] }
}

/// A state with a name.
struct Checkpoint {
  let name: String
  let keeper: Keeper
}
