import Arrays
import CKernels
import Glibc

/// Whether memory is there before it is taken: Swift ends the process where an allocation fails, and the system may end it where memory runs out.
/// Everything that grows with an argument or a loop (lists, strings, dicts) spends here what it is about to take. To ask the system costs a
/// microsecond or more, so a thread asks for an allowance and spends that; what is given back is not counted, the next question sees it.
enum MemoryBudget {
  /// The largest allowance. What a loop takes without spending (small objects) must fit into ``reserve`` meanwhile.
  private static let largestAllowance = 32 << 20
  /// What is left for everything that does not spend.
  private static let reserve = 64 << 20

  /// Throws where `bytes` more are not to be had, or more than one thing may take.
  @inline(__always)
  static func spend(_ bytes: Int, for what: @autoclosure () -> String = "the value") throws {
    let thread = nn_thread()!
    let rest = Int(thread.pointee.allowance) &- bytes
    if rest >= 0 { thread.pointee.allowance = Int64(rest) } else { try ask(bytes, what) }
  }

  /// The same for `count` things of `size` bytes each.
  static func spend(_ count: Int, of size: Int, for what: @autoclosure () -> String) throws {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    try spend(overflow ? .max : bytes, for: what())
  }

  @inline(never)
  private static func ask(_ bytes: Int, _ what: () -> String) throws {
    let free = freeBytes() - reserve
    guard bytes <= NDArray.memoryLimit, bytes <= free else {
      throw Fault(.memory, "\(what()) does not fit into memory")
    }
    nn_thread()!.pointee.allowance = Int64(min(largestAllowance, (free - bytes) / 4))
  }

  /// What the process may still take: of the machine's memory, and of its own address space (`ulimit -v`).
  private static func freeBytes() -> Int {
    var free = numbers("/proc/meminfo", after: "MemAvailable:").first.map { $0 << 10 } ?? Memory.bytes
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(Int.max) {
      let taken = (numbers("/proc/self/statm", after: "").first ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
      free = min(free, Int(limit.rlim_cur) - taken)
    }
    return free
  }

  /// The numbers that follow a word in a small file of the system.
  private static func numbers(_ path: String, after word: String) -> [Int] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
      let count = read(file, buffer.baseAddress, buffer.count)
      guard count > 0 else { return [] }
      let text = String(decoding: UnsafeRawBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
      let lines = text.split(separator: "\n")
      guard let line = lines.first(where: { $0.hasPrefix(word) }) else { return [] }
      return line.dropFirst(word.utf8.count).split(separator: " ").compactMap { Int($0) }
    }
  }
}
