import Glibc

/// Reads a script. What is no text file is an error that says what it is.
public enum TextFile {
  /// Larger files are no scripts.
  static let largest = 1 << 26

  public static func read(_ path: String) throws -> String {
    func fault(_ reason: String, hint: String? = nil) -> Fault {
      Fault(.file, "cannot read \(path): \(reason)", hint: hint)
    }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw fault(reason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw fault(reason(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw fault("it is a directory") }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > largest { throw fault("it is larger than a script can be") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw fault(reason(errno))
      }
      if count == 0 { break }
      bytes += buffer[..<count]
      if bytes.count > largest { throw fault("it is larger than a script can be") }
    }
    if bytes.contains(0) { throw fault("it is no text file") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("it is not UTF-8 text", hint: "save it as UTF-8")
    }
    return text
  }

  /// `no such file or directory`
  static func reason(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
