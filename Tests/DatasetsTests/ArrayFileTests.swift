import Arrays
import Datasets
import Foundation
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
    ] {
      let text = "{'descr': '<f8', 'fortran_order': True, 'shape': \(shape), }"
      header = header.prefix(10) + Data(text.padding(toLength: 0x76, withPad: " ", startingAt: 0).utf8)
      try header.write(to: scratch)
      #expect(throws: DatasetError.self, "\(shape)") { try readNpy(scratch.path) }
    }
  }
}
