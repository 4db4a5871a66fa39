import Syntax

/// Where a name of a function, a comprehension or the top level lives.
enum Place {
  case local(Int)
  case cell(Int)
  case global
}

/// The names of one function body (or of one top-level statement) while it is lowered.
final class Scope {
  let parent: Scope?
  /// The top level: its names are globals.
  let isTopLevel: Bool
  private var locals: [String: Int] = [:]
  private var cells: [String: Int] = [:]
  private var globalNames: Set<String> = []
  /// Variables of running comprehensions, innermost last.
  private var comprehensions: [[String: Place]] = []
  private(set) var localCount = 0
  private(set) var ownCells = 0
  /// Captured variables, in the order of their cells; captured cells come before the function's own.
  private(set) var captures: [String]

  /// - Parameters:
  ///   - bound: the names the body assigns, parameters included.
  ///   - shared: those of them that inner functions use.
  ///   - captures: the names of enclosing functions that the body or its inner functions use.
  init(
    parent: Scope?, isTopLevel: Bool, parameters: [String] = [], bound: Set<String> = [], shared: Set<String> = [],
    globals: Set<String> = [], captures: [String] = []
  ) {
    self.parent = parent
    self.isTopLevel = isTopLevel
    self.captures = captures
    globalNames = globals
    for (i, name) in captures.enumerated() { cells[name] = i }
    for name in parameters {
      locals[name] = localCount
      localCount += 1
    }
    for name in bound.sorted() where !globals.contains(name) && cells[name] == nil {
      if shared.contains(name) {
        cells[name] = captures.count + ownCells
        ownCells += 1
      } else if locals[name] == nil {
        locals[name] = localCount
        localCount += 1
      }
    }
  }

  /// The parameters that have a cell, from slot to cell.
  func cellParameters(_ parameters: [String]) -> [(slot: Int, cell: Int)] {
    parameters.enumerated().compactMap { slot, name in cells[name].map { (slot, $0) } }
  }

  func place(of name: String) -> Place {
    for comprehension in comprehensions.reversed() {
      if let place = comprehension[name] { return place }
    }
    if globalNames.contains(name) { return .global }
    if let cell = cells[name] { return .cell(cell) }
    if let local = locals[name] { return .local(local) }
    return .global
  }

  /// Opens a comprehension's own variables; those that a lambda inside uses get cells. Returns the new cells.
  func enterComprehension(_ names: Set<String>, shared: Set<String>) -> [Int] {
    var places: [String: Place] = [:]
    var fresh: [Int] = []
    for name in names.sorted() {
      if shared.contains(name) {
        let cell = captures.count + ownCells
        ownCells += 1
        places[name] = .cell(cell)
        fresh.append(cell)
      } else {
        places[name] = .local(localCount)
        localCount += 1
      }
    }
    comprehensions.append(places)
    return fresh
  }

  func leaveComprehension() { comprehensions.removeLast() }

  /// The cell of a name in this scope, if an inner function may capture it.
  func cell(of name: String) -> Int? {
    if case .cell(let index) = place(of: name) { return index }
    return nil
  }
}
