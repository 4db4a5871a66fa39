/// What stands between nn and a file: facts, the sentences are made elsewhere. `code` is errno.
public enum FileError: Error, Equatable {
  public enum Operation: String, Sendable { case open, read, write }

  /// A call of the system failed; EISDIR for a directory.
  case failed(Operation, path: String, code: Int32)
  /// A device, a pipe, a socket where only a file will do.
  case notRegular(Operation, path: String)
  /// More than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  case binary(path: String)
  /// A file whose bytes are something else than the text of a program.
  case notAProgram(path: String, kind: FileKind)
  /// Bytes that are no text, first at this line.
  case notUTF8(path: String, line: Int)
  /// A file without permission to write, which a rename would replace all the same.
  case readOnly(path: String)
  /// A file whose owner or group the new one could not keep.
  case ownedByAnother(path: String)
  /// A file of a kind that is not written over; `allowed` are those that are.
  case occupied(path: String, by: FileKind, allowed: [FileKind])
  /// Ctrl-C.
  case interrupted(path: String)
}
