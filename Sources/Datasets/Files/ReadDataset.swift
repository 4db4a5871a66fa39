import Arrays
import Support

/// A data file, open; Ctrl-C ends its reading.
func openData(_ path: String) throws(FileError) -> FileReader {
  try FileReader(path) { Cancellation.isRequested }
}

extension FileReader {
  /// All bytes. For formats that cannot be read in pieces.
  func readAll() throws(FileError) -> [UInt8] { try readAll(limit: Memory.bytes / 2) }
}

/// Reads samples and targets from a file: CSV, `.npz` or `.npy`, told apart by their first bytes.
///
/// - Parameter target: the column or the array that holds the targets. By default the last column of a table, or the array of an archive
///   that is called `Y`, `y`, `target` or the like.
public func readDataset(_ path: String, target: String? = nil) throws -> Dataset {
  let start = try openData(path).readStart(6)
  if start.starts(with: NpzArchive.magic) { return try readNpzDataset(path, target: target) }
  if start.starts(with: NpyHeader.magic) { return try readNpyDataset(path, target: target) }
  return try readCSV(path, target: target)
}
