import Glibc

/// A lesson: a `.nn` file of `examples/lessons`, numbered by its name: `03-two-layers.nn`.
public struct Lesson: Sendable {
  public let number: Int
  public let path: String

  /// The first heading.
  public func title() -> String {
    let text = (try? TextFile.read(path)) ?? ""
    let heading = text.split(separator: "\n").first { $0.hasPrefix("# # ") }
    return heading.map { String($0.dropFirst(4)) } ?? name
  }

  /// `03-two-layers`
  public var name: String { String(path.split(separator: "/").last!.dropLast(3)) }

  /// All lessons by number, from the first folder that has any: beside the program or above it, then beside the current folder or above.
  public static func all() -> [Lesson] {
    for folder in folders() {
      let lessons = FileNames.matching(folder + "/").compactMap(Lesson.init).sorted { $0.number < $1.number }
      if !lessons.isEmpty { return lessons }
    }
    return []
  }

  init?(_ path: String) {
    guard path.hasSuffix(".nn"), let name = path.split(separator: "/").last,
      let number = Int(name.prefix { $0.isASCII && $0.isNumber })
    else { return nil }
    self.number = number
    self.path = path
  }

  private static func folders() -> [String] {
    ["/proc/self/exe", "."].flatMap { start -> [String] in
      guard let real = realpath(start, nil) else { return [] }
      defer { free(real) }
      let parts = String(cString: real).split(separator: "/")
      return (0...parts.count).reversed().map { count in
        parts.prefix(count).map { "/" + $0 }.joined() + "/examples/lessons"
      }
    }
  }
}
