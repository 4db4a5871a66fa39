import Glibc

/// Names under which ``Network/save(to:)`` writes nothing, whatever is there.
enum NetworkFileTarget {
  /// Endings of files that are read as something else.
  private static let taken = ["nn", "py", "ipynb", "csv", "tsv", "npz", "npy"]

  static func check(_ path: String) throws(NetworkError) {
    if taken.contains(where: { path.hasSuffix("." + $0) }) { throw .notANetworkFile(path: path, isThere: false) }
    var status = stat()
    if stat(path, &status) != 0, lstat(path, &status) == 0 {
      throw .badFile(path: path, reason: "it is a symbolic link to a file that is not there")
    }
  }
}
