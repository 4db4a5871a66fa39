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
  /// Data with another number of columns than those a scaler was fitted to.
  case featureMismatch(expected: Int, found: Int)

  // Files
  case emptyFile(path: String)
  /// Bytes that are no text, first at this line.
  case binaryFile(path: String, line: Int)
  /// A row with another number of cells than the first.
  case raggedRow(path: String, line: Int, expected: Int, found: Int)
  /// A feature that is no number; `name` is the column's.
  case notANumber(path: String, line: Int, column: Int, name: String, text: String)
  case unclosedQuote(path: String, line: Int)
  /// A cell or a row that is longer than any sensible one.
  case lineTooLong(path: String, line: Int)
  /// A header without rows.
  case noRows(path: String)
  /// Nothing is left beside the target.
  case noFeatures(path: String)
  case unknownTarget(path: String, target: String, columns: [String])
  /// A `.npy` or `.npz` that is damaged or uses what nn does not read; `entry` is the array in the archive, if any.
  case badArrayFile(path: String, entry: String?, reason: String)
  /// An archive in which the features or the targets could not be told; `names` are its arrays.
  case unknownArrays(path: String, wanted: String, names: [String])
}
