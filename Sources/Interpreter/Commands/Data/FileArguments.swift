import Arrays
import Datasets
import Glibc
import Support
import Syntax

/// The options of `data` that say how a file is read.
enum FileArguments {
  static let parameters: [CommandParameter] = [
    .option("target", .words, default: "the last column", "of a file: the column to predict, by name or number"),
    .option("columns", .words, default: "all others", "of a file: the features, in this order"),
    .option("ignore", .words, "of a file: columns to leave out"),
    .option(
      "missing", .word(MissingCells.allCases.map(\.rawValue), elseExpression: false), default: "error",
      "of a file: what missing cells do; drop leaves their rows out, mean is that of the column"),
    .option("header", default: "by its looks", "of a file: True or False, whether the first line holds the names"),
  ]
}

extension CommandInput {
  func read(_ path: String) throws -> Dataset {
    for parameter in command.parameters where parameter.position == .option && has(parameter.name) {
      guard FileArguments.parameters.contains(where: { $0.name == parameter.name }) else {
        throw at(parameter.name, Fault(.value, "\(parameter.name) is an option of generators, not of files"))
      }
    }
    var options = ReadingOptions()
    options.targets = try columns("target") ?? []
    options.columns = try columns("columns")
    options.ignored = try columns("ignore") ?? []
    options.missing = try text("missing").flatMap(MissingCells.init) ?? .error
    options.hasHeader = try bool("header")
    do { return try readDataset(path, options) } catch let error as DatasetError {
      throw at(place(of: error), Fault(.value, error.sentence, hint: error.hint { "\(line: lineAdding($0))" }))
    } catch let error as FileError {
      // A misspelt generator looks like a file that is not there.
      if case .failed(.open, _, ENOENT) = error, !path.contains("."), !path.contains("/") {
        throw at("source", DatasetError.unknownDataset(name: path, known: DatasetCatalog.all.map(\.name)))
      }
      throw at("source", error)
    }
  }

  /// The argument that an error is about.
  private func place(of error: DatasetError) -> String {
    func naming(_ column: ColumnReference) -> String {
      ["columns", "ignore"].first { (try? columns($0)?.contains(column)) ?? false } ?? "target"
    }
    switch error {
    case .unknownColumn(_, let name, _), .ambiguousColumn(_, let name, _): return naming(.name(name))
    case .noSuchColumn(_, let number, _): return naming(.number(number))
    case .ignoredTarget, .textAmongTargets: return "target"
    case .optionOfTables(_, let option) where has(option): return option
    default: return "source"
    }
  }

  /// `target=species`, `ignore=[date, 3]`: names and numbers.
  private func columns(_ name: String) throws -> [ColumnReference]? {
    guard let value = value(name) else { return nil }
    return try placing(name) {
      if let column = column(value) { return [column] }
      let next = try iterate(value)
      var columns: [ColumnReference] = []
      while let item = try next() {
        try session.checkInterrupt()
        if let column = column(item) {
          columns.append(column)
        } else if case .list(let list) = item {
          for item in list.items { columns.append(try checked(item, name)) }
        } else {
          columns.append(try checked(item, name))
        }
        guard columns.count <= 100_000 else { throw Fault(.value, "\(name) has more columns than any table") }
      }
      return columns
    }
  }

  private func checked(_ value: Value, _ name: String) throws -> ColumnReference {
    guard let column = column(value) else {
      throw Fault(.type, "\(command.name): \(name) takes names and whole numbers, not \(value.typeName)")
    }
    return column
  }

  private func column(_ value: Value) -> ColumnReference? {
    if case .string(let text) = value { return .name(text.string) }
    return value.asWholeNumber.map { .number($0) }
  }
}
