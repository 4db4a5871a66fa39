import Foundation

/// The files that examples of help name in quotes: they are read and written in a folder of the tests.
enum ExampleFiles {
  private static let folder: String = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-examples-\(UUID().uuidString)")
    try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }()

  /// The lines with every quoted file name leading into that folder. Scripts and tables that are to be read exist there.
  static func sheltered(_ lines: String) -> String {
    for (name, text) in [("first.nn", "1 + 1\n"), ("iris.csv", "a,b,species\n1,2,0\n3,4,1\n2,2,0\n4,5,1\n")] {
      if !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
        _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(text.utf8))
      }
    }
    return lines.replacing(#/"([A-Za-z_]+\.[a-z]+)"/#) { "\"\(folder)/\($0.output.1)\"" }
  }
}
