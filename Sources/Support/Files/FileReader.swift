import Glibc

/// A file open for reading, closed when it goes; the one way in which nn reads. It never waits where Ctrl-C could not end the waiting.
package final class FileReader {
  package enum Source {
    /// A pipe or a device could keep us waiting for ever.
    case files
    /// A program may come through a pipe: `nn <(…)`.
    case filesAndPipes
  }

  package let path: String
  /// Bytes, when it was opened; of a pipe 0.
  package let size: Int
  private let descriptor: Int32
  private let isRegular: Bool
  private let isCancelled: () -> Bool

  /// How much is read between two looks at Ctrl-C.
  private static let piece = 1 << 22

  package init(
    _ path: String, from source: Source = .files, isCancelled: @escaping () -> Bool
  ) throws(FileError) {
    guard let terminated = RawPath(path).terminated else { throw .failed(.open, path: path, code: ENOENT) }
    let opened = open(terminated, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw .failed(.open, path: path, code: errno) }
    let status: stat
    do throws(FileError) {
      status = try FileReader.status(opened, path)
      if !status.isRegular && source == .files { throw .notRegular(.read, path: path) }
    } catch {
      close(opened)
      throw error
    }
    self.path = path
    self.isCancelled = isCancelled
    descriptor = opened
    isRegular = status.isRegular
    size = isRegular ? Int(status.st_size) : 0
  }

  package init(standardInput name: String, isCancelled: @escaping () -> Bool) throws(FileError) {
    let status = try FileReader.status(STDIN_FILENO, name)
    path = name
    self.isCancelled = isCancelled
    descriptor = STDIN_FILENO
    isRegular = status.isRegular
    size = isRegular ? Int(status.st_size) : 0
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  private static func status(_ descriptor: Int32, _ path: String) throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failed(.read, path: path, code: errno) }
    guard !status.isDirectory else { throw .failed(.read, path: path, code: EISDIR) }
    return status
  }

  /// Reads up to `buffer.count` bytes; 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      if isCancelled() { throw .interrupted(path: path) }
      if !isRegular {
        // A signal between the look and the wait would be slept through: no wait is long.
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&request, 1, 50) <= 0 { continue }
      }
      let count = Glibc.read(descriptor, buffer.baseAddress, min(buffer.count, FileReader.piece))
      if count >= 0 { return count }
      if errno != EINTR && errno != EAGAIN { throw .failed(.read, path: path, code: errno) }
    }
  }

  /// All bytes, if they are at most `limit`.
  package func readAll(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // The size may be none (a pipe, /proc), and the file may grow.
    var room = max(size + 1, 1 << 14)
    guard size <= limit else { throw .tooLarge(path: path, limit: limit) }
    while true {
      let (part, isEnd) = try readPart(room)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
      if isEnd { return bytes }
      room = max(1 << 16, bytes.count)
    }
  }

  /// As much as `room` bytes hold, and whether that was the end.
  private func readPart(_ room: Int) throws(FileError) -> ([UInt8], isEnd: Bool) {
    var failure: FileError?
    var isEnd = false
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(FileError) {
        while count < room, !isEnd {
          let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<room])
          let got = try read(into: rest)
          isEnd = got == 0
          count += got
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return (part, isEnd)
  }

  /// The first bytes, for telling formats apart. The next read begins after them.
  package func readStart(_ count: Int) throws(FileError) -> [UInt8] { try readPart(count).0 }

  /// The last bytes; where the next read begins stays as it is.
  package func end(_ count: Int) -> [UInt8] {
    let start = max(0, size - count)
    return [UInt8](unsafeUninitializedCapacity: size - start) { buffer, got in
      got = max(0, pread(descriptor, buffer.baseAddress, size - start, off_t(start)))
    }
  }
}
