import Glibc

/// Names of files, for completion and for `ls`.
enum FileNames {
  /// The paths that begin with `typed`; directories end with a slash, hidden ones only appear if asked for.
  static func matching(_ typed: String) -> [String] {
    let slash = typed.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let beginning = slash.map { typed[typed.index(after: $0)...] } ?? Substring(typed)
    let names = inFolder(folder.isEmpty ? "." : HomeFolder.expanded(folder), includingHidden: beginning.first == ".")
    return (names ?? []).filter { $0.hasPrefix(beginning) }.map { folder + $0 }
  }

  /// What a folder holds; directories end with a slash. nil if it cannot be read: `errno` tells why.
  static func inFolder(_ folder: String, includingHidden: Bool = false) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != "..", name.first != "." || includingHidden else { continue }
      names.append(name + (isDirectory(folder + "/" + name) ? "/" : ""))
    }
    return names
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
