import Datasets

/// Facts about data as sentences.
extension DatasetError {
  var sentence: String {
    switch self {
    case .unknownDataset(let name, _): "there is no data set \(name)"
    case .unknownOption(let dataset, let option, _): "\(dataset) has no option \(option)"
    case .badOption(let dataset, let option, let value, let expected):
      "\(dataset): \(option) must be \(expected), not \(value)"
    case .tooLarge(let samples, let features): "\(samples) samples of \(features) features do not fit in memory"
    case .badSplitSize(let which, let value, let samples):
      "\(which) \(value) of \(counted(samples, "sample")) leaves one part empty"
    case .splitTooLarge(let train, let test, let samples):
      "a training part of \(train) and a test part of \(test) are more than the \(counted(samples, "sample"))"
    case .emptyTrainingPart(let samples): "nothing of \(counted(samples, "sample")) is left for the training part"
    case .classTooSmall(let classes): "class \(list(classes)) has only one sample and cannot be in both parts"
    case .partTooSmall(let part, let size, let classes):
      "the \(part) part of \(counted(size, "sample")) is smaller than the number of classes, \(classes)"
    case .stratifyWithoutShuffle: "stratify needs the samples in random order"
    case .lengthMismatch(let expected, let found): "\(counted(expected, "sample")), but \(found) of the other"
    case .notFinite(let what): "\(what) must be finite numbers"
    case .featureMismatch(let expected, let found):
      "the data have \(counted(found, "feature")), the scale was made for \(expected)"
    case .emptyFile(let path): "\(path) is empty"
    case .binaryFile(let path, let line): "\(path) is no text, at line \(line)"
    case .raggedRow(let path, let line, let expected, let found):
      "\(path), line \(line) has \(counted(found, "cell")), the first has \(expected)"
    case .notANumber(let path, let line, let column, let name, let text):
      "\(path), line \(line), column \(column) (\(name)): \"\(text.prefix(30))\" is no number"
    case .unclosedQuote(let path, let line): "\(path): the quote opened in line \(line) is never closed"
    case .lineTooLong(let path, let line): "\(path): line \(line) is too long for a table"
    case .noRows(let path): "\(path) has a header and no rows"
    case .noFeatures(let path): "\(path) has only the target, no features"
    case .unknownTarget(let path, let target, _): "\(path) has no column \(target)"
    case .badArrayFile(let path, let entry, let reason): "\(path)\(entry.map { ", \($0)" } ?? ""): \(reason)"
    case .unknownArrays(let path, let wanted, _): "cannot tell which array of \(path) holds the \(wanted)"
    }
  }

  var hint: String? {
    switch self {
    case .unknownDataset(let name, let known), .unknownOption(_, let name, let known): suggestion(for: name, in: known)
    case .badSplitSize: "a share between 0 and 1, or a number of samples"
    case .stratifyWithoutShuffle: "leave shuffle at True"
    case .binaryFile: "data reads .csv, .tsv and .npz"
    case .notANumber(_, _, _, _, let text) where text.wholeNumberWithComma:
      "a number is written with a point here: \(text.replacing(",", with: "."))"
    case .notANumber: "features must be numbers; target=NAME chooses the column to predict"
    case .unknownTarget(_, let target, let columns): suggestion(for: target, in: columns)
    case .unknownArrays(_, _, let names): "it holds \(list(names)); call them X and Y, or name one with target="
    default: nil
    }
  }
}

extension String {
  /// `1,5` or `-0,25`: digits, a comma, digits.
  fileprivate var wholeNumberWithComma: Bool {
    let parts = split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, utf8.count < 40 else { return false }
    let digits = [parts[0].first == "-" ? parts[0].dropFirst() : parts[0], parts[1]]
    return digits.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
