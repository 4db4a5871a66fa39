import Glibc

/// Files written so that whatever happens (a crash, a kill, a full disk) the old one is there or the whole new one, and nothing beside it.
///
/// The bytes go into a file without a name (open(2), O_TMPFILE), which gets its name once they are on the disk. Only a name that is taken
/// needs one more step: a second name beside it, and a rename. File systems that have no such files get a named one from the start; if
/// a kill leaves it behind, the next writing of the same file takes it over.
package enum AtomicFile {
  /// Writes through links to what they point at. The old file's permissions and owner stay.
  /// - Parameter kinds: what may be written over beside an empty file; nil: everything.
  package static func write(_ bytes: [UInt8], to path: String, over kinds: [FileKind]? = nil) throws(FileError) {
    let (target, name, old) = try check(path, over: kinds)
    let code = write(bytes, to: target, name, old)
    if code == notTheOwner { throw .ownedByAnother(path: path) }
    if code != 0 { throw .failed(.write, path: path, code: code) }
  }

  /// Whether the path may be written to: where the bytes would go, and what is there now.
  @discardableResult package static func check(
    _ path: String, over kinds: [FileKind]?
  ) throws(FileError) -> (RawPath, name: [CChar], old: stat?) {
    let target = try RawPath(path).target()
    guard let name = target.terminated else { throw .failed(.write, path: path, code: ENOENT) }
    let old = target.status
    if let old {
      if old.isDirectory { throw .failed(.write, path: path, code: EISDIR) }
      guard old.isRegular else { throw .notRegular(.write, path: path) }
      if let kinds, let found = try FileKind.of(path), found != .empty, !kinds.contains(found) {
        throw .occupied(path: path, by: found, allowed: kinds)
      }
      // For root everything is permitted, but the bits say what was meant.
      if old.st_mode & 0o222 == 0 { throw .readOnly(path: path) }
      if faccessat(AT_FDCWD, name, W_OK, AT_EACCESS) != 0 {
        throw errno == EACCES ? .readOnly(path: path) : .failed(.write, path: path, code: errno)
      }
    }
    return (target, name, old)
  }

  /// errno, or 0.
  private static func write(_ bytes: [UInt8], to target: RawPath, _ name: [CChar], _ old: stat?) -> Int32 {
    let folder = (target.folder.bytes.isEmpty ? RawPath(bytes: [UInt8(ascii: ".")]) : target.folder).terminated!
    let beside = target.folder.appending(besideName(target)).terminated!
    var file = open(folder, unnamed | O_WRONLY | O_CLOEXEC, 0o600)
    let isNamed = file < 0
    if isNamed { file = openLocked(beside) }
    guard file >= 0 else { return errno }
    defer { close(file) }
    var code = fill(file, bytes, old)
    if code == 0 {
      code = isNamed ? (rename(beside, name) == 0 ? 0 : errno) : give(file, name, beside: beside)
    }
    if code != 0 {
      if isNamed { unlink(beside) }
      return code
    }
    // The folder's entry too; a file system that cannot do this has done what it can.
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
    return 0
  }

  /// The macro is too much for the importer.
  private static let unnamed = 0o20000000 | O_DIRECTORY
  private static let notTheOwner: Int32 = -1

  /// One name for each target (FNV-1a), so that it is found again.
  private static func besideName(_ target: RawPath) -> [UInt8] {
    let hash = target.name.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return Array(".nn-save-\(String(hash, radix: 16))".utf8)
  }

  /// Gives the file its name. Where the name is taken, first another one: every file of that other name is whole, so it does not matter
  /// whose is renamed if two write at once.
  private static func give(_ file: Int32, _ name: [CChar], beside: [CChar]) -> Int32 {
    let source = "/proc/self/fd/\(file)"
    if linkat(AT_FDCWD, source, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { return 0 }
    guard errno == EEXIST else { return errno }
    for _ in 0..<100 {
      unlink(beside)
      guard linkat(AT_FDCWD, source, AT_FDCWD, beside, AT_SYMLINK_FOLLOW) == 0 else {
        if errno == EEXIST { continue }
        return errno
      }
      if rename(beside, name) == 0 { return 0 }
      guard errno == ENOENT else {
        let code = errno
        unlink(beside)
        return code
      }
    }
    return EBUSY
  }

  /// A file that only this process writes, empty; -1 and errno if there is none.
  private static func openLocked(_ name: [CChar]) -> Int32 {
    while true {
      let file = open(name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { return -1 }
      var mine = stat()
      var current = stat()
      if flock(file, LOCK_EX) == 0, fstat(file, &mine) == 0, stat(name, &current) == 0, mine.st_ino == current.st_ino {
        if ftruncate(file, 0) == 0 { return file }
        let code = errno
        close(file)
        errno = code
        return -1
      }
      // Another process has renamed the file while this one waited.
      close(file)
    }
  }

  /// Contents, owner and permissions, on the disk.
  private static func fill(_ file: Int32, _ bytes: [UInt8], _ old: stat?) -> Int32 {
    guard writeAll(bytes, file) else { return errno }
    var mine = stat()
    if let old, fstat(file, &mine) == 0, mine.st_uid != old.st_uid || mine.st_gid != old.st_gid,
      fchown(file, old.st_uid, old.st_gid) != 0
    {
      return notTheOwner
    }
    return fchmod(file, mode(old?.st_mode)) == 0 && fsync(file) == 0 ? 0 : errno
  }

  package static func writeAll(_ bytes: [UInt8], _ file: Int32) -> Bool {
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
