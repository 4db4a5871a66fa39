import Glibc

/// What this machine can hold.
public enum Memory {
  /// Bytes of physical memory.
  public static let bytes: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? pages * size : 1 << 33
  }()

  /// Whether so many numbers of 8 bytes fit; false also if the count overflows.
  public static func holds(_ factors: Int...) -> Bool {
    var count = 8
    for factor in factors {
      let (product, overflow) = count.multipliedReportingOverflow(by: factor)
      if overflow { return false }
      count = product
    }
    return count <= bytes
  }
}
