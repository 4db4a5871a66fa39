import Arrays
import Datasets
import Support

/// What `data` says of the file it has read.
struct DataReport {
  let dataset: Dataset
  let report: ReadingReport
  /// The line that was typed, with this option added.
  let line: (String) -> String

  /// What a person at the prompt sees behind the shapes.
  var summary: [String] {
    var parts: [String] = []
    if let target = dataset.targetName { parts.append("target \(target)") }
    let classes = dataset.labelNames
    if !classes.isEmpty {
      parts.append(
        "\(counted(classes.count, "class", "classes")) \(few(classes.map { TextWidth.shortened($0, to: 30) }))")
    }
    if report.firstRow == .data { parts.append("the file has no header") }
    return parts
  }

  /// What was left out, filled in, encoded or guessed.
  var remarks: [String] {
    var remarks: [String] = []
    switch report.firstRow {
    case .headerInComment(let line)?:
      remarks.append("the names of the columns are those in the comment of line \(line)")
    case .doubtfulData(let cells)?:
      remarks.append(
        "the first line (\(cells.prefix(10).joined(separator: ", "))\(cells.count > 10 ? ", …" : "")) is taken for data"
      )
    default: break
    }
    if report.dropped > 0 {
      remarks.append("\(counted(report.dropped, "row")) with missing cells left out, \(dataset.targets.shape[0]) kept")
    }
    if !report.filled.isEmpty { remarks.append("missing cells filled with the mean: \(counts(report.filled))") }
    if !report.encoded.isEmpty { remarks.append("text as one-hot columns: \(counts(report.encoded))") }
    if report.hasEmptyLastColumn { remarks.append("the empty last column left out") }
    if report.comments > 0 { remarks.append("\(counted(report.comments, "line")) beginning with # left out") }
    if let column = report.rowNumbers { remarks.append("column \(column) has no name and counts the rows") }
    if let column = report.namelessTarget { remarks.append("column \(column), which has no name, is the target") }
    if report.hasManyClasses {
      let classes = dataset.labelNames.count
      remarks.append("the target is text with \(classes) classes for \(counted(dataset.targets.shape[0], "sample"))")
    }
    if report.isGuessed { remarks.append(list(report.taken.map { "\($0.array) taken for \($0.role)" })) }
    if !report.left.isEmpty { remarks.append("\(few(report.left)) not read") }
    return remarks
  }

  /// A line to type if a guess was wrong.
  var hint: String? {
    if case .doubtfulData? = report.firstRow { return "if it holds names: \(line("header=True"))" }
    if let column = report.rowNumbers { return "to leave it out: \(line("ignore=\(column)"))" }
    if report.isGuessed, let features = report.taken.first {
      return "the other way round: \(line("target=\(columnText(features.array, 0))"))"
    }
    return nil
  }

  private func counts(_ counts: [ReadingReport.Count]) -> String {
    few(counts.map { "\($0.column) (\($0.count))" })
  }
}

extension CommandInput {
  /// Says what was read in one line at the prompt; elsewhere only what was left out or changed, as a warning.
  func tell(_ dataset: Dataset, bound: [(name: String, array: NDArray)]) {
    let shapes = bound.map { "\($0.name) \($0.array.shape.text)" }.joined(separator: ", ")
    guard let report = dataset.report else { return confirm(shapes) }
    let told = DataReport(dataset: dataset, report: report, line: lineAdding)
    if session.isInteractive, isReporting {
      confirm(([([shapes] + told.summary).joined(separator: ", ")] + told.remarks).joined(separator: "; "))
      if let hint = told.hint { confirm(hint) }
    } else if !told.remarks.isEmpty {
      let path = (try? text("source")) ?? command.name
      session.emit(.warned(Diagnostic("\(path): " + told.remarks.joined(separator: "; "), hint: told.hint)))
    }
  }

  /// The line that was typed with an option (`missing=drop`) set; in a call, where no line was typed, the option alone.
  func lineAdding(_ option: String) -> String {
    let name = option.prefix { $0 != "=" }
    let words = items.filter { $0.parameter != name }.map(\.text)
    guard !words.isEmpty, words.allSatisfy({ $0 != nil }) else {
      let value = option.dropFirst(name.count + 1)
      return Int(value) != nil || value == "True" ? option : "\(name)=\"\(value)\""
    }
    return ([command.name] + words.map { $0! } + [option]).joined(separator: " ")
  }
}
