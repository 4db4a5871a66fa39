import Glibc

/// `~` at the beginning of a path, as shells understand it.
enum HomeFolder {
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }

  private static var home: String? {
    if let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) }
    return getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
  }
}
