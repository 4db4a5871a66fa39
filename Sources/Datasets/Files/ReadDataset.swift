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

/// The number, from 1, of the line in which a byte of a file stands.
func lineNumber(in path: String, at offset: Int) throws(FileError) -> Int {
  let file = try openData(path)
  var line = 1
  var rest = offset
  var last: UInt8 = 0
  while rest > 0 {
    let bytes = try file.readStart(min(rest, 1 << 16))
    if bytes.isEmpty { break }
    for byte in bytes {
      if byte == UInt8(ascii: "\n") && last != UInt8(ascii: "\r") || byte == UInt8(ascii: "\r") { line += 1 }
      last = byte
    }
    rest -= bytes.count
  }
  return line
}

/// Reads samples and targets from a file: CSV, `.npz`, `.npy` or idx, told apart by their first bytes.
///
/// By default the last column of a table is the target, or the array of an archive that is called `Y`, `y`, `target` or the like.
public func readDataset(_ path: String, _ options: ReadingOptions = ReadingOptions()) throws -> Dataset {
  let start = try openData(path).readStart(6)
  if start.starts(with: NpzArchive.magic) { return try readNpzDataset(path, options) }
  if start.starts(with: NpyHeader.magic) { return try readNpyDataset(path, options) }
  if isIdx(start) { return try readIdxDataset(path, options) }
  if start.starts(with: [0x1f, 0x8b]) { throw DatasetError.compressed(path: path) }
  if start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]) {
    throw DatasetError.notUTF8(path: path, line: 1, encoding: "UTF-16")
  }
  return try readCSV(path, options)
}
