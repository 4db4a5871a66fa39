import Arrays
import Glibc

/// The images of an idx file and the labels of the file beside it: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`. The test part is
/// read too if its two files, `t10k-…`, lie there.
func readIdxDataset(_ path: String, _ options: ReadingOptions) throws -> Dataset {
  if let option = options.tableOption ?? (options.targets.isEmpty ? nil : "target") {
    throw DatasetError.optionOfTables(path: path, option: option)
  }
  guard let labels = labelsFile(of: path), labels != path else {
    throw DatasetError.badArrayFile(
      path: path, entry: nil, reason: "the name of an idx file of samples holds images-idx, as train-images-idx3-ubyte")
  }
  let training = try readPair(path, labels)
  var report = ReadingReport()
  report.taken = [.init(role: "X", array: path), .init(role: "Y", array: labels)]
  let test = path.replacingLast("train", by: "t10k")
  guard test != path, let testLabels = labelsFile(of: test), exists(test), exists(testLabels) else {
    return Dataset(features: training.features, targets: training.targets, report: report)
  }
  report.taken = zip(["X_train", "Y_train", "X_test", "Y_test"], [path, labels, test, testLabels]).map {
    .init(role: $0, array: $1)
  }
  return Dataset(
    features: training.features, targets: training.targets, report: report, test: try readPair(test, testLabels))
}

/// The file of labels beside a file of images.
private func labelsFile(of images: String) -> String? {
  for joint in ["-", "."] where images.contains("images\(joint)idx") {
    // Images have three dimensions, labels one.
    return images.replacingLast("images\(joint)idx3", by: "labels\(joint)idx1")
      .replacingLast("images\(joint)idx", by: "labels\(joint)idx")
  }
  return nil
}

private func readPair(_ images: String, _ labels: String) throws -> (features: NDArray, targets: NDArray) {
  let targets = try readIdx(labels)
  let features = try readIdx(images, asFloats: true)
  for (path, array) in [(images, features), (labels, targets)] where array.count == 0 {
    throw DatasetError.emptyArray(path: path, entry: nil, shape: Array(array.shape))
  }
  let samples = features.shape[0]
  guard targets.shape[0] == samples else {
    throw DatasetError.samplesDiffer(
      path: images, features: "it", samples: samples, targets: labels, count: targets.shape[0])
  }
  return (try features.reshaped([samples, features.count / samples]), try boundTargets(targets))
}

private func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

extension String {
  /// With the last occurrence of a word replaced: it lies in the file's name rather than in its folder's.
  fileprivate func replacingLast(_ word: String, by other: String) -> String {
    guard let range = ranges(of: word).last else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
