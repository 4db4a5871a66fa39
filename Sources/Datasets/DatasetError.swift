/// What can be wrong with data: facts, without text positions in a script. Lines and columns are those of the file, from 1.
public enum DatasetError: Error, Equatable {
  // Generators
  case unknownDataset(name: String, known: [String])
  case unknownOption(dataset: String, option: String, known: [String])
  /// An option's value outside its range; `expected` in words: `>= 0`, `a whole number`.
  case badOption(dataset: String, option: String, value: String, expected: String)
  /// More samples than memory can hold.
  case tooLarge(samples: Int, features: Int)

  // Splitting and scaling
  /// A size that leaves one part empty or is larger than the whole. `which` is `test_size`, `train_size`.
  case badSplitSize(which: String, value: String, samples: Int)
  /// Sizes that together are more than the whole.
  case splitTooLarge(train: String, test: String, samples: Int)
  case emptyTrainingPart(samples: Int)
  /// A class of one sample cannot be in both parts.
  case classTooSmall(classes: [String])
  /// A part with fewer samples than there are classes.
  case partTooSmall(part: String, size: Int, classes: Int)
  case stratifyWithoutShuffle
  /// Arrays with different numbers of samples.
  case lengthMismatch(expected: Int, found: Int)
  /// NaN or infinity where labels or features must be finite.
  case notFinite(what: String)

  // Files
  case emptyFile(path: String)
  /// Bytes that are no text, first at this line.
  case binaryFile(path: String, line: Int)
  /// Text in another encoding, by its name if that is known.
  case notUTF8(path: String, line: Int, encoding: String?)
  /// A file packed with gzip.
  case compressed(path: String)
  /// A row with another number of cells than the first.
  case raggedRow(path: String, line: Int, expected: Int, found: Int)
  /// A cell behind the separator that ends the first rows.
  case cellBehindLast(path: String, line: Int, text: String)
  /// A first line of one cell before rows of several.
  case titleLine(path: String, line: Int, text: String)
  /// No separator was found.
  case oneColumn(path: String)
  /// A cell that is no number in a column with numbers; `numberAt` is the line of one of those, nil if none was met.
  case notANumber(DatasetCell, numberAt: Int?)
  /// A cell without a value.
  case missingCell(DatasetCell)
  /// A missing cell of words, or of the target: no mean is put there.
  case noMean(DatasetCell)
  /// A whole number as a label that a float64 does not tell from its neighbours.
  case labelTooLarge(DatasetCell)
  /// A text feature in which the words name samples.
  case tooManyWords(path: String, name: String, column: Int, words: Int, samples: Int)
  /// A column of text as one of several targets.
  case textAmongTargets(path: String, name: String)
  /// No row is whole.
  case everyRowDropped(path: String, rows: Int)
  case unclosedQuote(path: String, line: Int)
  /// A cell or a row that is longer than any sensible one.
  case lineTooLong(path: String, line: Int)
  /// A header without rows.
  case noRows(path: String)
  /// Nothing is left beside the target.
  case noFeatures(path: String)
  case unknownColumn(path: String, name: String, columns: [String])
  case noSuchColumn(path: String, number: Int, columns: [String])
  /// Several columns of this name, at these places.
  case ambiguousColumn(path: String, name: String, numbers: [Int])
  case ignoredTarget(path: String, name: String)
  /// An option of tables for a file that is none.
  case optionOfTables(path: String, option: String)
  /// A `.npy` or `.npz` that is damaged or uses what nn does not read; `entry` is the array in the archive, if any.
  case badArrayFile(path: String, entry: String?, reason: String)
  /// An array without samples, or whose samples have no features.
  case emptyArray(path: String, entry: String?, shape: [Int])
  /// Two arrays of an archive with different numbers of samples.
  case samplesDiffer(path: String, features: String, samples: Int, targets: String, count: Int)
  /// An archive in which the features or the targets could not be told; `names` are its arrays.
  case unknownArrays(path: String, wanted: String, names: [String])
}

/// A cell of a table in a file.
public struct DatasetCell: Sendable, Equatable {
  public let path: String
  /// From 1.
  public let line: Int
  /// From 0.
  public let column: Int
  /// What the header calls the column; nil without a header.
  public let name: String?
  public let text: String
  public let isTarget: Bool
  /// Whether the column is known to hold numbers.
  public let isNumberColumn: Bool
  /// How many columns the table has.
  public let columns: Int
}
