import Arrays
import CKernels
import NeuralNetwork
import Syntax

/// The states a session was in, and the way back to them.
///
/// The unit is one top-level statement. Before it runs, the clock of the ``Journal`` ticks and the settings are noted; whatever else it changes
/// (variables, memory of arrays, lists, networks, …) tells the journal before its first change, and the old contents are saved. What has changed in the
/// end is a step. To undo a step is to exchange the saved contents with the present ones; to redo it is to exchange them again.
///
/// Steps belong to a source. What a file does that a line runs is one step of the line's source, and has steps of its own while it runs: both the
/// file's statement and the outer one keep what is changed. Checkpoints keep in the same way, from the time on at which they were made.
///
/// A statement costs what it changes, whatever the number of names and of earlier lines: variables are watched, not compared; the ``MemoryLedger``
/// counts what is kept as it comes and goes.
final class Timeline {
  struct Record {
    let target: any Recordable
    /// Those the target had before the step; once it is undone, those after it.
    var contents: Contents
  }

  struct Step {
    /// The statement, as typed.
    let text: String
    fileprivate(set) var records: [Record]
  }

  /// The steps of a source.
  private struct Level {
    var past: [Step] = []
    var future: [Step] = []
    var statement: Keeper?
    /// The running statement changes more than is kept.
    var isTooLarge = false
    /// The running statement is an undo or a redo, and no step.
    var isJourney = false
    /// The last line that cannot be undone because it, or what came after it, took too much memory.
    var limitText: String?
  }

  private unowned var session: Session!
  private(set) lazy var journal = Journal(self)
  private var levels = [Level()]
  private(set) var checkpoints: [Checkpoint] = []
  private var ledger = MemoryLedger()
  /// What the names `_1`, `_2`, … hold, the oldest first.
  private var shown: ArraySlice<(variable: Variable, value: Value, bytes: Int)> = []
  private var shownBytes = 0
  /// What the ledger counts that names hold anyway, when it was last looked at.
  private var shared = 0
  /// Whether the running command is its whole statement: only then nothing of a statement is done yet, and it may be an undo.
  var isOnItsOwnLine = false

  /// The session whose states these are; before anything else.
  func serve(_ session: Session) { self.session = session }

  private var top: Int { levels.count - 1 }
  /// How many lines of the running source can be undone.
  var undoableCount: Int { levels[top].past.count }
  var limitText: String? { levels[top].limitText }
  private var memoryLimit: Int { session.state.undoMemory }

  // MARK: Sources

  /// A file begins that a line runs: its lines have steps of their own.
  func enter() { levels.append(Level()) }

  func leave() {
    let level = levels.removeLast()
    for step in level.past + level.future { forget(step.records) }
  }

  // MARK: Recording

  /// A network is the session's from now on.
  func watch(_ network: Network) {
    if network.observer == nil { network.observer = NetworkRecorder(journal) }
  }

  func save(_ target: any Recordable, _ bytes: Int, _ contents: () -> Contents) {
    lazy var contents = contents()
    for i in levels.indices {
      guard let statement = levels[i].statement, !levels[i].isTooLarge, target.stamp < statement.time else { continue }
      if statement.bytes + bytes > memoryLimit {
        levels[i].isTooLarge = true
        statement.drop()
      } else {
        statement.keep(target, bytes, contents)
      }
    }
    keepForCheckpoints(target, bytes) { contents }
  }

  private func keepForCheckpoints(_ target: any Recordable, _ bytes: Int, _ contents: () -> Contents) {
    for checkpoint in checkpoints where target.stamp < checkpoint.keeper.time {
      let contents = contents()
      checkpoint.keeper.keep(target, bytes, contents)
      count(contents)
    }
  }

  /// Before a top-level statement runs; ``end(_:)`` must follow.
  func begin() {
    levels[top].statement = Keeper(time: journal.tick(), moment: session.moment)
    levels[top].isTooLarge = false
    levels[top].isJourney = false
  }

  /// After the statement ran, or failed, or was interrupted.
  func end(_ text: String) {
    let level = top
    guard let statement = levels[level].statement else { return }
    takeNote(of: statement)
    levels[level].statement = nil
    if levels[level].isJourney { return }
    if levels[level].isTooLarge {
      for step in levels[level].past + levels[level].future { forget(step.records) }
      levels[level] = Level()
      levels[level].limitText = text
      return
    }
    var records = changes(statement.records)
    if statement.moment != session.moment {
      records.append(Record(target: session, contents: .session(statement.moment)))
    }
    // A line that only shows something is no step.
    if records.allSatisfy({ ($0.target as? Variable)?.isEcho ?? false }) { return trim() }
    for step in levels[level].future { forget(step.records) }
    levels[level].future = []
    for record in records { count(record.contents) }
    levels[level].past.append(Step(text: text, records: records))
    trim()
  }

  /// What the statement made and left is watched from now on.
  private func takeNote(of statement: Keeper) {
    var adoption = Adoption(journal)
    for record in statement.records {
      switch record.contents {
      case .value, .items, .entries: adoption.adopt(record.target.contents.values)
      case .memory, .position, .random, .network, .session: break
      }
    }
    if let network = session.model.network {
      for owner in network.parameterOwners { adoption.takeNote(of: owner) }
    }
  }

  /// Those of which the target holds something else now; and the memory of a network's parameters where the network comes back, for
  /// that brings back what they held when it was saved, which may be later.
  private func changes(_ records: [Record]) -> [Record] {
    let isChanged = records.map { !$0.contents.isUnchanged(in: $0.target) }
    let owners = zip(records, isChanged).flatMap { record, isChanged in
      if isChanged, case .network(let snapshot) = record.contents { snapshot.owners } else { [NDArray]() }
    }
    return zip(records, isChanged).filter { record, isChanged in isChanged || owners.contains { $0 === record.target } }
      .map(\.0)
  }

  // MARK: Memory

  private func count(_ contents: Contents) {
    // What was counted as somebody else's may be kept by nobody else from now on.
    shared = max(0, shared - ledger.add(contents))
  }

  private func forget(_ records: [Record]) { for record in records { ledger.remove(record.contents) } }

  /// Drops the oldest steps beyond the limit, and then the oldest checkpoints. What is dropped is a tenth of the limit more, so that the names' own
  /// share, which takes a look at all of them, is asked for now and then only.
  func trim() {
    let limit = memoryLimit
    guard ledger.total - shared > limit else { return }
    shared = ledger.bytesShared(with: session.globals.all.lazy.filter { !$0.isEcho }.compactMap(\.value))
    guard ledger.total - shared > limit else { return }
    let goal = limit - limit / 10
    while shown.count > 1, shownBytes > limit / 4 { forgetOldestShown() }
    for level in levels.indices {
      var dropped = 0
      while dropped < levels[level].past.count, ledger.total - shared > goal {
        forget(levels[level].past[dropped].records)
        levels[level].limitText = levels[level].past[dropped].text
        dropped += 1
      }
      levels[level].past.removeFirst(dropped)
    }
    // Blocks of many sizes come and go between others that stay: without this the process keeps the holes.
    nn_release_memory()
    while let oldest = checkpoints.first, ledger.total - shared > limit {
      removeCheckpoint(oldest.name)
      session.warn("checkpoint \(oldest.name) is no longer kept: it took more memory than undo_memory allows")
    }
  }

  /// The variable `_3` holds what line 3 has shown. Of them only so many are kept, and no more of them than a quarter of the memory.
  func keepShown(_ variable: Variable) {
    guard let value = variable.value else { return }
    let known = ledger.add(.value(value))
    shared = max(0, shared - known)
    let bytes = MemoryLedger.size(value)
    shown.append((variable, value, bytes))
    shownBytes += bytes
    if shown.count > 1000 { forgetOldestShown() }
  }

  private func forgetOldestShown() {
    guard let (variable, value, bytes) = shown.popFirst() else { return }
    shownBytes -= bytes
    ledger.remove(.value(value))
    variable.state.pointee.value = nil
    session.globals.forget(variable)
  }

  // MARK: Travelling

  /// Undoes up to `count` steps of the running source; the texts of those undone, the latest first.
  func undo(_ count: Int) -> [String] {
    let level = top
    levels[level].isJourney = true
    var texts: [String] = []
    while texts.count < count, var step = levels[level].past.popLast() {
      exchange(&step.records, step.records.indices.reversed())
      levels[level].future.append(step)
      texts.append(step.text)
    }
    return texts
  }

  /// Does up to `count` undone steps again; their texts, the earliest first.
  func redo(_ count: Int) -> [String] {
    let level = top
    levels[level].isJourney = true
    var texts: [String] = []
    while texts.count < count, var step = levels[level].future.popLast() {
      exchange(&step.records, step.records.indices)
      levels[level].past.append(step)
      texts.append(step.text)
    }
    return texts
  }

  /// Each takes what its record holds, in this order; and the record what it held before any of them did, for a network writes into arrays.
  private func exchange(_ records: inout [Record], _ order: some Sequence<Int>) {
    let present = records.map(\.target.contents)
    for (record, now) in zip(records, present) {
      // An outer statement has it already, for the step is a part of it.
      keepForCheckpoints(record.target, record.target.bytesToSave) { now }
      record.target.stamp = journal.now
    }
    for i in order {
      records[i].target.contents = records[i].contents
      ledger.remove(records[i].contents)
      records[i].contents = present[i]
      self.count(present[i])
    }
  }

  // MARK: Checkpoints

  func addCheckpoint(_ name: String) {
    for level in levels { if let statement = level.statement { takeNote(of: statement) } }
    removeCheckpoint(name)
    checkpoints.append(
      Checkpoint(name: name, keeper: Keeper(time: journal.tick(), moment: session.moment)))
  }

  func removeCheckpoint(_ name: String) {
    for checkpoint in checkpoints where checkpoint.name == name { forget(checkpoint.keeper.records) }
    checkpoints.removeAll { $0.name == name }
  }

  /// Puts everything back; a change like any other, and can be undone.
  func restore(_ checkpoint: Checkpoint) {
    let records = checkpoint.keeper.records
    // All are saved before any is changed, and the first saved is put back at last: a network's parameters are in it and in their arrays.
    for record in records { record.target.willChange() }
    for record in records.reversed() where !((record.target as? Variable)?.isEcho ?? false) {
      record.target.contents = record.contents
    }
    session.moment = checkpoint.keeper.moment
  }
}

extension Variable {
  /// `_`, `_3`: what was shown, no work of the user's.
  var isEcho: Bool { name.first == "_" && name.utf8.dropFirst().allSatisfy { $0 >= 48 && $0 <= 57 } }
}
