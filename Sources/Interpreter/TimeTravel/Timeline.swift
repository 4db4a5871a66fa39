import Arrays
import Syntax

/// The states a session was in, and the way back to them.
///
/// The unit is one top-level statement. Before it runs, the clock ticks and the variables and settings are noted; whatever else it changes (memory of
/// arrays, lists, networks, …) tells its ``Recordable/willChange()``, and the old contents are saved. What has changed in the end is a step.
/// To undo a step is to exchange the saved contents with the present ones; to redo it is to exchange them again.
final class Timeline: WriteWatcher {
  struct Record {
    let target: any Recordable
    /// Those the target had before the step; once it is undone, those after it.
    var contents: Contents
  }

  struct Step {
    /// The statement, as typed.
    let text: String
    fileprivate(set) var records: [Record]
    /// Of the saved contents, at most: what is shared with the present is counted too.
    fileprivate let bytes: Int
  }

  /// A statement that runs.
  private struct Statement {
    let values: [Value?]
    let state: SessionState
    let outerWatcher: WriteWatcher?
    var records: [Record] = []
    var bytes = 0
    /// It changes more than is kept.
    var isTooLarge = false
    /// It went along the line itself, and is no step.
    var isJourney = false
  }

  private unowned let session: Session
  private(set) var past: [Step] = []
  private(set) var future: [Step] = []
  private(set) var checkpoints: [Checkpoint] = []
  /// Changes of `_` and `_3` by lines that changed nothing else: they go with the next step.
  private var echoes: [Record] = []
  private var statement: Statement?
  /// The last line that cannot be undone because it, or what came after it, took too much memory.
  private(set) var limitText: String?
  /// Bytes that steps may keep.
  var memoryLimit = 512 << 20 {
    didSet { trim() }
  }
  /// Once true it stays so.
  var isRecording = false
  /// Whether the running command is its whole statement: only then nothing of a statement is done yet, and it may go along the line.
  var isOnItsOwnLine = false

  init(_ session: Session) { self.session = session }

  // MARK: Recording

  static func willChange(_ target: any Recordable) {
    willChange(target, bytes: target.bytesToSave) { target.contents }
  }

  /// The same for a target whose contents are not read from it alone; they take so many bytes.
  static func willChange(_ target: any Recordable, bytes: Int, _ contents: () -> Contents) {
    if let timeline = WriteBarrier.watcher as? Timeline { timeline.save(target, bytes, contents) }
    target.stamp = WriteBarrier.now
  }

  override func willWrite(_ owner: NDArray) { save(owner, owner.bytesToSave) { owner.contents } }

  private func save(_ target: any Recordable, _ bytes: Int, _ contents: () -> Contents) {
    let isForCheckpoint = checkpoints.contains { target.stamp < $0.time }
    if statement == nil || statement!.isTooLarge {
      if isForCheckpoint { keepForCheckpoints(target, contents()) }
      return
    }
    statement!.bytes += bytes
    guard statement!.bytes <= memoryLimit else {
      statement!.isTooLarge = true
      statement!.records = []
      if isForCheckpoint { keepForCheckpoints(target, contents()) }
      return
    }
    let contents = contents()
    if isForCheckpoint { keepForCheckpoints(target, contents) }
    statement!.records.append(Record(target: target, contents: contents))
  }

  private func keepForCheckpoints(_ target: any Recordable, _ contents: Contents) {
    for checkpoint in checkpoints where target.stamp < checkpoint.time {
      checkpoint.saved.append(Record(target: target, contents: contents))
    }
  }

  /// Before a top-level statement runs. Returns whether it is recorded, and ``end(_:)`` must follow.
  func begin() -> Bool {
    guard isRecording, statement == nil else { return false }
    _ = WriteBarrier.tick()
    statement = Statement(
      values: session.globals.all.map(\.value), state: session.state, outerWatcher: WriteBarrier.watcher)
    WriteBarrier.watcher = self
    return true
  }

  /// After the statement ran, or failed, or was interrupted.
  func end(_ text: String) {
    guard let statement else { return }
    self.statement = nil
    WriteBarrier.watcher = statement.outerWatcher
    if statement.isJourney { return }
    if statement.isTooLarge {
      past = []
      future = []
      echoes = []
      limitText = text
      return
    }
    var records = changes(firstOfEach(statement.records))
    var echoed: [Record] = []
    for (i, variable) in session.globals.all.enumerated() {
      let old = i < statement.values.count ? statement.values[i] : nil
      if isUnchanged(old, variable.value) { continue }
      let record = Record(target: variable, contents: .value(old))
      if variable.isEcho { echoed.append(record) } else { records.append(record) }
    }
    if !statement.state.isSame(as: session.state) {
      records.append(Record(target: session, contents: .session(statement.state)))
    }
    echoes = firstOfEach(echoes + echoed)
    if records.isEmpty { return }
    future = []
    add(Step(text: text, records: echoes + records, bytes: 0))
    echoes = []
  }

  /// Those of which the target holds something else now; and the memory of a network's parameters where the network comes back, for that brings
  /// back what they held when it was saved, which may be later.
  private func changes(_ records: [Record]) -> [Record] {
    let isChanged = records.map { !$0.contents.isUnchanged(in: $0.target) }
    let owners = zip(records, isChanged).flatMap { record, isChanged in
      if isChanged, case .network(let snapshot) = record.contents { snapshot.owners } else { [NDArray]() }
    }
    return zip(records, isChanged).filter { record, isChanged in isChanged || owners.contains { $0 === record.target } }
      .map(\.0)
  }

  /// Each target with what it held first.
  private func firstOfEach(_ records: [Record]) -> [Record] {
    if records.count < 2 { return records }
    var seen: Set<ObjectIdentifier> = []
    return records.filter { seen.insert(ObjectIdentifier($0.target)).inserted }
  }

  // MARK: Memory

  private func add(_ step: Step) {
    var meter = SavedMemoryMeter()
    past.append(
      Step(
        text: step.text, records: step.records, bytes: step.records.reduce(0) { $0 + meter.bytes($1.contents) }))
    trim()
  }

  /// Drops the oldest steps beyond the limit.
  private func trim() {
    guard past.reduce(0, { $0 + $1.bytes }) > memoryLimit else { return }
    var meter = SavedMemoryMeter()
    meter.exclude(session.globals.all.lazy.compactMap(\.value))
    var sum = 0
    for (i, step) in past.enumerated().reversed() {
      for record in step.records { sum += meter.bytes(record.contents) }
      guard sum > memoryLimit else { continue }
      limitText = step.text
      past.removeFirst(i + 1)
      return
    }
  }

  // MARK: Travelling

  /// Undoes up to `count` steps; the texts of those undone, the latest first.
  func undo(_ count: Int) -> [String] {
    travel()
    var texts: [String] = []
    while texts.count < count, var step = past.popLast() {
      step.records += echoes
      echoes = []
      exchange(&step.records, step.records.indices.reversed())
      future.append(step)
      texts.append(step.text)
    }
    return texts
  }

  /// Does up to `count` undone steps again; their texts, the earliest first.
  func redo(_ count: Int) -> [String] {
    travel()
    var texts: [String] = []
    while texts.count < count, var step = future.popLast() {
      exchange(&step.records, step.records.indices)
      past.append(step)
      texts.append(step.text)
    }
    return texts
  }

  private func travel() { statement?.isJourney = true }

  /// Each takes what its record holds, in this order; and the record what it held before any of them did, for a network writes into arrays.
  private func exchange(_ records: inout [Record], _ order: some Sequence<Int>) {
    let present = records.map(\.target.contents)
    for (record, now) in zip(records, present) {
      keepForCheckpoints(record.target, now)
      record.target.stamp = WriteBarrier.now
    }
    for i in order {
      records[i].target.contents = records[i].contents
      records[i].contents = present[i]
    }
  }

  // MARK: Checkpoints

  func addCheckpoint(_ name: String) {
    checkpoints.removeAll { $0.name == name }
    checkpoints.append(
      Checkpoint(
        name: name, time: WriteBarrier.tick(), values: session.globals.all.map(\.value), state: session.state))
  }

  /// Puts everything back; a change like any other, and can be undone.
  func restore(_ checkpoint: Checkpoint) {
    // All are saved before any is changed, and the first saved is put back at last: a network's parameters are in it and in their arrays.
    for record in checkpoint.saved { record.target.willChange() }
    for record in checkpoint.saved.reversed() { record.target.contents = record.contents }
    for (i, variable) in session.globals.all.enumerated() where !variable.isEcho {
      variable.value = i < checkpoint.values.count ? checkpoint.values[i] : nil
    }
    session.state = checkpoint.state
  }
}

extension Variable {
  /// `_`, `_3`: what was shown, no work of the user's.
  var isEcho: Bool { name.first == "_" && name.utf8.dropFirst().allSatisfy { $0 >= 48 && $0 <= 57 } }
}

extension Timeline {
  private static let words = ["undo", "redo", "checkpoint"].map { Array($0.utf8) }

  /// Whether a text speaks of going back. One that does not need not pay for it.
  static func isMentioned(in source: Source) -> Bool {
    let bytes = source.bytes
    return bytes.indices.contains { i in words.contains { bytes[i] == $0[0] && bytes[i...].starts(with: $0) } }
  }
}
