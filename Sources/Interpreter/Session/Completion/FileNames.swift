import Glibc

/// Names of files for completion.
enum FileNames {
  /// The paths that begin with `typed`; directories end with a slash, hidden ones only appear if asked for.
  static func matching(_ typed: String) -> [String] {
    let slash = typed.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let beginning = slash.map { typed[typed.index(after: $0)...] } ?? Substring(typed)
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(beginning), name != ".", name != "..", name.first != "." || beginning.first == "." else {
        continue
      }
      names.append(folder + name + (isDirectory(folder + name) ? "/" : ""))
    }
    return names
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
