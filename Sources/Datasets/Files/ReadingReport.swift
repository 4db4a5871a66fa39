/// What reading a file did beyond copying its numbers.
public struct ReadingReport: Sendable, Equatable {
  public enum FirstRow: Sendable, Equatable {
    case header
    /// The last comment before the data, at this line, holds the names.
    case headerInComment(line: Int)
    case data
    /// Data, though its numbers look like names.
    case doubtfulData(cells: [String])
  }

  /// A count that belongs to a column.
  public struct Count: Sendable, Equatable {
    public let column: String
    public let count: Int
  }

  /// An array of an archive and what it was taken for: `X`, `Y_test`.
  public struct Taken: Sendable, Equatable {
    public let role: String
    public let array: String
  }

  /// nil for files that have no header.
  public var firstRow: FirstRow?
  /// Lines between the rows that begin with `#`.
  public var comments = 0
  /// Whether every row ends in a separator: the empty column behind it is left out.
  public var hasEmptyLastColumn = false
  /// A column without a name that counts the rows.
  public var rowNumbers: Int?
  /// The target, if nobody chose it and the header has no name for it.
  public var namelessTarget: Int?
  /// Columns of text, each with the number of one-hot columns it became.
  public var encoded: [Count] = []
  /// Rows left out because of missing cells.
  public var dropped = 0
  /// Missing cells that got the mean of their column.
  public var filled: [Count] = []
  /// Whether the targets are text, and nearly every sample has one of its own.
  public var hasManyClasses = false

  /// Of an archive: the arrays taken, with what they were taken for.
  public var taken: [Taken] = []
  /// Whether the names of the arrays did not say which is which.
  public var isGuessed = false
  /// Arrays of an archive that were not taken.
  public var left: [String] = []
}
