import Arrays
import Datasets
import Foundation
import Support
import Testing

@Suite struct ArrayFileTests {
  private func path(_ name: String) -> String { fixtures.appendingPathComponent(name).path }

  @Test func archivesAreRead() throws {
    let stored = try readDataset(path("stored.npz"))
    #expect(text(of: stored.features) == "[[0.  0.5 1. ]\n [1.5 2.  2.5]\n [3.  3.5 4. ]\n [4.5 5.  5.5]]")
    #expect(text(of: stored.targets) == "[0 1 1 0]")
    let packed = try readDataset(path("packed.npz"))
    #expect(text(of: packed.features) == text(of: stored.features))
    #expect(text(of: packed.targets) == "[0 1 1 0]")
    #expect(try readNpz(path("packed.npz")).map(\.name) == ["X", "y", "other"])
    let unnamed = try readDataset(path("unnamed.npz"))
    #expect(text(of: unnamed.features) == text(of: stored.features))
    let images = try readDataset(path("images.npz"))
    #expect(images.features.shape == [8, 25])
    #expect(images.targets.shape == [8, 8])
    #expect(images.features.doubles[30] == 2)
  }

  @Test func targetsKeepTheirShapeAndNumbers() throws {
    let cube = try readDataset(path("targets3d.npz")).targets
    #expect(cube.shape == [3, 2, 2])
    #expect(cube.doubles[11] == 0x1p53 + 12)
    let images = try readDataset(path("images.npz")).targets
    #expect(images.dtype == .float64)
    let labels = try readDataset(path("large_labels.npz")).targets
    #expect(labels.ints[1] - labels.ints[0] == 1)
    let floats = try readDataset(path("floats.npz")).targets
    #expect(floats.dtype == .float64)
    #expect(floats.doubles[0].isNaN && floats.doubles[1] == 0x1p63)
  }

  @Test func whichArraysWereTakenIsTold() throws {
    func taken(_ name: String, _ target: String? = nil) throws -> String {
      var options = ReadingOptions()
      if let target { options.targets = [.name(target)] }
      let report = try #require(try readDataset(path(name), options).report)
      return report.taken.map { "\($0.role)=\($0.array)" }.joined(separator: " ")
        + report.left.map { " not \($0)" }.joined() + (report.isGuessed ? " guessed" : "")
    }
    #expect(try taken("packed.npz") == "X=X Y=y not other")
    #expect(try taken("unnamed.npz") == "X=arr_0 Y=arr_1 guessed")
    #expect(try taken("unnamed.npz", "arr_0") == "X=arr_1 Y=arr_0")
    #expect(try taken("turned.npz") == "X=bar Y=foo guessed")
    #expect(
      try taken("parts.npz") == "X_train=x_train Y_train=y_train X_test=x_test Y_test=y_test not x_val")
    let test = try #require(try readDataset(path("parts.npz")).test)
    #expect(test.features.shape == [2, 4])
    #expect(test.targets.shape == [2])
  }

  @Test func countsAreComparedFirst() throws {
    let counts = path("counts.npz")
    #expect(
      throws: DatasetError.samplesDiffer(path: counts, features: "X", samples: 6, targets: "Y", count: 3)
    ) { try readDataset(counts) }
    let empty = path("no_samples.npz")
    #expect(throws: DatasetError.emptyArray(path: empty, entry: "X", shape: [0, 3])) { try readDataset(empty) }
    var options = ReadingOptions()
    options.missing = .drop
    #expect(throws: DatasetError.optionOfTables(path: counts, option: "missing")) { try readDataset(counts, options) }
  }

  @Test func filesOfDigits() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      return file.path
    }
    let images = try write("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 255])
    #expect(throws: FileError.self) { try readDataset(images) }
    let labels = try write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 7, 9])
    let training = try readDataset(images)
    #expect(text(of: training.features) == "[[  1.   2.]\n [  3. 255.]]")
    #expect(repr(of: training.targets) == "array([7, 9])")
    #expect(training.test == nil)
    #expect(throws: DatasetError.self) { try readDataset(labels) }
    _ = try write("t10k-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6])
    _ = try write("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 3])
    #expect(try readDataset(images).test?.features.shape == [1, 2])
    for bad: [UInt8] in [
      [0, 0, 8, 1, 0, 0, 0, 3, 7, 9], [0, 0, 8, 9, 0],
      [0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
    ] {
      _ = try write("train-labels-idx1-ubyte", bad)
      #expect(throws: DatasetError.self) { try readDataset(images) }
    }
  }

  @Test(arguments: [
    ("float32", "array([[ 0.5,  1.5],\n       [ 2.5, -3.5]])"), ("float16", "array([5.0000e-01, 6.5504e+04])"),
    ("int16", "array([-3,  7])"), ("int8", "array([-128,  127])"), ("uint8", "array([  0, 255])"),
    ("bool", "array([ True, False])"), ("scalar", "array(2.5)"), ("empty", "array([], shape=(0, 3), dtype=float64)"),
  ])
  func typesAreConverted(name: String, written: String) throws {
    #expect(try repr(of: readNpy(path(name + ".npy"))) == written)
  }

  @Test func fortranOrderIsTurned() throws {
    let array = try readNpy(path("fortran.npy"))
    #expect(array.shape == [2, 3, 4])
    #expect((0..<24).allSatisfy { array.ints[$0] == $0 })
  }

  @Test(arguments: [
    ("big", "big-endian"), ("text", "string"), ("objects", "object"), ("records", "structured"), ("complex", "<c16"),
    ("uint64", "int64"),
  ])
  func whatIsNotSupportedIsNamed(name: String, word: String) throws {
    do {
      _ = try readNpy(path(name + ".npy"))
      Issue.record("\(name) was read")
    } catch DatasetError.badArrayFile(_, _, let reason) {
      #expect(reason.contains(word))
    }
  }

  /// Whatever the bytes are: an array or an error.
  @Test func damagedFilesAreErrors() throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let random = try RandomState(seed: 1)
    for name in ["stored.npz", "packed.npz", "images.npz", "fortran.npy", "float32.npy"] {
      let whole = try Data(contentsOf: fixtures.appendingPathComponent(name))
      for _ in 0..<400 {
        var bytes = whole
        if try random.randint(0, 4) == 0 { bytes = bytes.prefix(try random.randint(0, bytes.count)) }
        for _ in 0..<(try random.randint(1, 6)) where !bytes.isEmpty {
          let values: [UInt8] = [0, 1, 0x7f, 0x80, 0xff, 0x39, UInt8(try random.randint(0, 256))]
          bytes[bytes.startIndex + (try random.randint(0, bytes.count))] = values[try random.randint(0, values.count)]
        }
        try bytes.write(to: scratch)
        _ = try? readDataset(scratch.path)
        _ = try? readNpz(scratch.path)
        _ = try? readNpy(scratch.path)
      }
    }
    var header = Data([0x93] + Array("NUMPY".utf8) + [1, 0, 0x76, 0])
    for shape in [
      "(0, 4611686018427387904, 4)", "(4611686018427387904, 4611686018427387904)", "(99999999999999999999,)", "(-1,)",
      "(4294967296, 4294967296)", "(281474976710656,)",
    ] {
      let text = "{'descr': '<f8', 'fortran_order': True, 'shape': \(shape), }"
      header = header.prefix(10) + Data(text.padding(toLength: 0x76, withPad: " ", startingAt: 0).utf8)
      try header.write(to: scratch)
      #expect(throws: DatasetError.self, "\(shape)") { try readNpy(scratch.path) }
    }
    // Arrays without elements, in the order of Fortran too.
    for shape in ["(4294967296, 0)", "(0, 281474976710656)"] {
      let text = "{'descr': '<f8', 'fortran_order': True, 'shape': \(shape), }"
      header = header.prefix(10) + Data(text.padding(toLength: 0x76, withPad: " ", startingAt: 0).utf8)
      try header.write(to: scratch)
      #expect(try readNpy(scratch.path).count == 0)
      #expect(throws: DatasetError.self, "\(shape)") { try readDataset(scratch.path) }
    }
  }
}
