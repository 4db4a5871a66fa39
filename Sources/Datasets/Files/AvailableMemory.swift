import Arrays
import Glibc

extension Memory {
  /// Bytes that can be had now: of the machine's memory what is free or can be freed, within what this process and its group may use.
  static func available() -> Int {
    var available = bytes
    if let lines = text("/proc/meminfo")?.split(separator: "\n"),
      let words = lines.first(where: { $0.hasPrefix("MemAvailable:") })?.split(separator: " "), words.count > 1,
      let kilobytes = Int(words[1])
    {
      available = min(available, kilobytes * 1024)
    }
    if let limit = text("/sys/fs/cgroup/memory.max").flatMap({ Int($0.filter(\.isNumber)) }),
      let used = text("/sys/fs/cgroup/memory.current").flatMap({ Int($0.filter(\.isNumber)) })
    {
      available = min(available, max(limit - used, 0))
    }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, let bytes = Int(exactly: limit.rlim_cur) {
      available = min(available, bytes)
    }
    return available
  }

  private static func text(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
