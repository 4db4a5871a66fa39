import Glibc
import NeuralNetwork
import Syntax

/// What `save` and `load` say of a file that is no network's: the line that does what was meant.
enum NetworkFiles {
  private static let scripts = ["nn", "py"]
  private static let data = ["csv", "tsv", "npz"]

  /// For `load`: the file is of another kind.
  static func explainingLoad<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    try explaining(body) { error in
      switch ending(path) {
      case let ending where data.contains(ending): "\(line: "data \(quoted(path))")"
      case let ending where scripts.contains(ending): "\(line: "run \(quoted(path))")"
      default: error.hint
      }
    }
  }

  /// For `save`: nothing but a network's file is written over, and a network is neither a script nor data.
  static func explainingSave<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    try explaining(body) { _ in
      if scripts.contains(ending(path)) || ending(path) == "ipynb" {
        return "the lines of this session go there with: \(line: "history save \(typed(stem(path) + ".nn"))")"
      }
      return "save writes over nothing but a network's file: \(line: "save \(typed(free(path)))")"
    }
  }

  /// A name near this one under which nothing is there yet.
  private static func free(_ path: String) -> String {
    var names = [stem(path) + ".safetensors"] + (1...99).map { "network\($0).safetensors" }
    if path.hasPrefix("/dev/") { names.removeFirst() }
    var status = stat()
    return names.first { lstat($0, &status) != 0 } ?? "FILE"
  }

  private static func explaining<Result>(
    _ body: () throws -> Result, hint: (NetworkError) -> Hint?
  ) throws -> Result {
    do { return try body() } catch let error as NetworkError {
      switch error {
      case .notANetworkFile, .badFile: throw Fault(.file, error.sentence, hint: hint(error))
      default: throw error
      }
    }
  }

  private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

  private static func ending(_ path: String) -> String {
    let parts = name(path).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }

  private static func stem(_ path: String) -> String {
    let ending = ending(path)
    let stem = ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
    return stem.isEmpty || stem.hasSuffix("/") ? stem + "network" : stem
  }

  /// A file as a line names it.
  private static func quoted(_ path: String) -> String {
    "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The same, in quotes only where it needs them.
  private static func typed(_ path: String) -> String {
    path.utf8.allSatisfy({ Self.plain.contains($0) }) ? path : quoted(path)
  }

  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-~".utf8)
}
