import Arrays
import Glibc

/// A file open for reading, closed when it goes. Only regular files: a pipe or a device could keep us waiting for ever.
final class DataFile {
  let path: String
  /// Bytes, when it was opened.
  let size: Int
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    // A zero byte would end the path early.
    guard !path.utf8.contains(0) else { throw DatasetError.cannotRead(path: path, code: ENOENT) }
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw DatasetError.cannotRead(path: path, code: errno) }
    var info = stat()
    guard fstat(opened, &info) == 0 else {
      let code = errno
      close(opened)
      throw DatasetError.cannotRead(path: path, code: code)
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw info.st_mode & S_IFMT == S_IFDIR
        ? DatasetError.isDirectory(path: path) : DatasetError.notRegularFile(path: path)
    }
    descriptor = opened
    size = Int(info.st_size)
  }

  deinit { close(descriptor) }

  /// Reads up to `buffer.count` bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw DatasetError.cannotRead(path: path, code: errno) }
    }
  }

  /// All bytes. For formats that cannot be read in pieces.
  func readAll() throws -> [UInt8] {
    guard size <= Memory.bytes / 2 else {
      throw DatasetError.badArrayFile(path: path, entry: nil, reason: "it is larger than memory")
    }
    var failure: (any Error)?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        do {
          let got = try read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size]))
          if got == 0 { break }
          count += got
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// The first bytes, for telling formats apart. The next read begins after them.
  func readStart(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBytes { try read(into: $0) }
    return Array(bytes[..<got])
  }
}

/// Reads samples and targets from a file: CSV, `.npz` or `.npy`, told apart by their first bytes.
///
/// - Parameter target: the column or the array that holds the targets. By default the last column of a table, or the array of an archive
///   that is called `Y`, `y`, `target` or the like.
public func readDataset(_ path: String, target: String? = nil) throws -> Dataset {
  let start = try DataFile(path).readStart(6)
  if start.starts(with: NpzArchive.magic) { return try readNpzDataset(path, target: target) }
  if start.starts(with: NpyHeader.magic) { return try readNpyDataset(path, target: target) }
  return try readCSV(path, target: target)
}
