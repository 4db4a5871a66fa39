import Arrays
import Glibc

/// Whole files: read at once, written so that a crash leaves the old one or the new one.
package enum AtomicFile {
  /// The largest file that is read.
  private static let largest = 1 << 34

  static func read(_ path: String) throws(NetworkError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .file(path: path, operation: "open", code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .file(path: path, operation: "read", code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .file(path: path, operation: "read", code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .badFile(path: path, reason: "it is not a regular file") }
    guard status.st_size <= largest, Memory.holds(Int(status.st_size) / 2) else {
      throw .badFile(path: path, reason: "it is too large")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + position, $0.count - position) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .file(path: path, operation: "read", code: errno) }
      if count == 0 { break }
      position += count
    }
    bytes.removeLast(bytes.count - position)
    return bytes
  }

  /// Writes a temporary file beside `path`, forces it to the disk and renames it. A symbolic link stays one.
  package static func write(_ bytes: [UInt8], to path: String) throws(NetworkError) {
    var target = path
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR { throw .file(path: path, operation: "write", code: EISDIR) }
    if exists && status.st_mode & S_IFMT != S_IFREG { throw .badFile(path: path, reason: "it is not a regular file") }
    let cut = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target.utf8.index(after: $0) } ?? target.startIndex
    // mkstemp(3) puts a name of its own in the place of the six X.
    var template = Array((target[..<cut] + ".nn-save-XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw .file(path: path, operation: "write", code: errno) }
    var failure: Int32 = 0
    if !writeAll(bytes, file) || fchmod(file, mode(exists ? status.st_mode : nil)) != 0 || fsync(file) != 0 {
      failure = errno
    }
    if close(file) != 0 && failure == 0 { failure = errno }
    if failure == 0 && rename(template, target) != 0 { failure = errno }
    if failure != 0 {
      unlink(template)
      throw .file(path: path, operation: "write", code: failure)
    }
    // The folder's entry too; a file system that cannot do this has done what it can.
    let folder = open(cut == target.startIndex ? "." : String(target[..<cut]), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private static func writeAll(_ bytes: [UInt8], _ file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress! + position, buffer.count - position)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        position += count
      }
      return true
    }
  }

  /// The old file's permissions, or those a new file gets.
  private static func mode(_ old: mode_t?) -> mode_t {
    if let old { return old & 0o7777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}
