import Arrays

/// Which samples are for training and which for the test, in the order in which they shall stand.
public struct Split: Sendable, Equatable {
  public var train: [Int]
  public var test: [Int]
}

/// scikit-learn's `train_test_split` for so many samples, as positions: apply them to each array with ``selectRows(_:_:)``.
///
/// `stratify`, if any, holds a label for each sample (1-D, or rows of labels); both parts then have the classes in the proportions of the whole.
public func trainTestSplit(
  _ samples: Int, test: SplitSize? = nil, train: SplitSize? = nil, shuffle: Bool = true, stratify: NDArray? = nil,
  random: RandomState
) throws -> Split {
  let (trainCount, testCount) = try SplitSize.resolve(samples, test: test, train: train)
  if !shuffle {
    guard stratify == nil else { throw DatasetError.stratifyWithoutShuffle }
    return Split(train: Array(0..<trainCount), test: Array(trainCount..<(trainCount + testCount)))
  }
  if let stratify {
    return try stratifiedSplit(samples, train: trainCount, test: testCount, labels: stratify, random: random)
  }
  let order = random.permutedIndices(samples)
  return Split(train: Array(order[testCount..<(testCount + trainCount)]), test: Array(order[..<testCount]))
}

/// The rows of an array (elements of a 1-D array) at these positions, in a new array.
public func selectRows(_ array: NDArray, _ positions: [Int]) throws -> NDArray {
  guard array.dimensions > 0 else { throw ArrayError.tooManyIndices(given: 1, dimensions: 0) }
  for position in positions where position < 0 || position >= array.shape[0] {
    throw ArrayError.indexOutOfRange(index: position, axis: 0, size: array.shape[0])
  }
  var shape = array.shape
  shape[0] = positions.count
  let picked = NDArray(uninitialized: shape, array.dtype)
  let size = array.dtype.itemSize
  var target = picked.bytes
  func copy(_ axis: Int, _ offset: Int) {
    if axis == array.dimensions {
      target.copyMemory(from: array.bytes + offset * size, byteCount: size)
      target += size
      return
    }
    for i in 0..<array.shape[axis] { copy(axis + 1, offset + i * array.strides[axis]) }
  }
  if picked.count > 0 { for position in positions { copy(1, position * array.strides[0]) } }
  return picked
}
