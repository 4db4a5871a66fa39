/// A column of a table: its name, or its number from 0, counted from the end if negative.
public enum ColumnReference: Sendable, Equatable {
  case name(String)
  case number(Int)
}

/// What becomes of cells that are missing: empty ones, and those that say so (``CSVCell/saysMissing(_:)``).
public enum MissingCells: String, Sendable, CaseIterable {
  /// The first one is an error.
  case error
  /// Its row is left out.
  case drop
  /// It gets the mean of the numbers in its column.
  case mean
}

/// How a file is read.
public struct ReadingOptions: Sendable, Equatable {
  /// The columns to predict, or the array of an archive; by default the last column that is not ignored.
  public var targets: [ColumnReference] = []
  /// The features, in this order; nil stands for all columns but the targets.
  public var columns: [ColumnReference]?
  /// Columns that are left out.
  public var ignored: [ColumnReference] = []
  public var missing = MissingCells.error
  /// Whether the first row holds the names; nil leaves that to its looks.
  public var hasHeader: Bool?

  public init() {}
}
