import Arrays
import Datasets
import Foundation
import Testing

/// Files that nobody writes by intention: whatever the bytes are, reading them gives data or a ``DatasetError`` (an ``ArrayError`` where the
/// memory does not hold them), with any options.
@Suite struct HostileFileTests {
  /// Seeded choices.
  private struct Dice {
    let random: RandomState
    func callAsFunction(_ count: Int) throws -> Int { try random.randint(0, count) }
    func one<T>(_ items: [T]) throws -> T { items[try self(items.count)] }
  }

  private func check(_ bytes: [UInt8], _ dice: Dice, _ file: URL) throws {
    try Data(bytes).write(to: file)
    var options = ReadingOptions()
    let columns: [ColumnReference] = [
      .name("a"), .name("y"), .name("column2"), .name(""), .number(0), .number(-1), .number(1), .number(Int.min),
      .number(Int.max),
    ]
    if try dice(4) == 0 { options.targets = try (0..<(1 + dice(2))).map { _ in try dice.one(columns) } }
    if try dice(6) == 0 { options.columns = try (0..<dice(3)).map { _ in try dice.one(columns) } }
    if try dice(4) == 0 { options.ignored = [try dice.one(columns)] }
    options.missing = try dice.one(MissingCells.allCases)
    options.hasHeader = try dice.one([nil, nil, true, false])
    do {
      let data = try readDataset(file.path, options)
      let samples = data.features.shape[0]
      #expect(samples > 0 && data.features.dimensions == 2 && data.features.shape[1] > 0)
      #expect(data.targets.shape[0] == samples)
      #expect(data.featureNames.isEmpty || data.featureNames.count == data.features.shape[1])
      if !data.labelNames.isEmpty {
        #expect((0..<samples).allSatisfy { data.labelNames.indices.contains(data.targets.ints[$0]) })
        #expect(Set(data.labelNames.map { Array($0.utf8) }).count == data.labelNames.count)
      }
    } catch is DatasetError {} catch is ArrayError {}
  }

  private func withScratch(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private static let cells = [
    "1", "0", "-3.5", "2e3", "1e400", "-1e-400", "9007199254740993", "9223372036854775808", "nan", "NA", "?", "", " ",
    "inf", "0x1f", "1,5",
    "1_000", "$3", "12%", "a", "caf\u{e9}", "cafe\u{301}", "\"q\"", "\"a\"\"b\"", "\"x\ny\"", "\"open", "#", "#1", "-",
    "+", ".", "e", "1e", "2024-03-01", "\u{feff}", "\u{0}", "😀",
    "\u{2212}5", "١٢", "01.02.03", "True", "y",
  ]

  @Test func tables() throws {
    let dice = Dice(random: try RandomState(seed: 11))
    try withScratch { folder in
      let file = folder.appendingPathComponent("t.csv")
      for _ in 0..<1500 {
        let separator = try dice.one([",", ",", ";", "\t", "|", " ", "  "])
        let end = try dice.one(["\n", "\n", "\r\n", "\r", "\n\n"])
        let width = 1 + (try dice(5))
        // Columns mostly of one kind, so that many tables are read to their end.
        let kinds = try (0..<width).map { _ in try dice(3) }
        var text = try dice.one(["", "", "", "\u{feff}", "# comment\n", "title\n", "# a b\n", "\n"])
        if try dice(2) == 0 {
          text +=
            try (0..<width).map { _ in try dice.one(["a", "b", "y", "", "2001", "column2"]) }
            .joined(separator: separator) + end
        }
        let isTrailing = try dice(5) == 0
        for _ in 0..<(try dice(30)) {
          text += try kinds.map { kind in
            if try dice(25) == 0 { return try dice.one(Self.cells) }
            return kind == 2 ? try dice.one(["red", "blue", "gr\u{fc}n"]) : "\(try dice(100))"
          }.joined(separator: separator)
          text += isTrailing ? separator + end : end
          if try dice(30) == 0 { text += try dice.one(["# note", "1" + separator, separator, "\"", ""]) + end }
        }
        var bytes = Array(text.utf8)
        if try dice(8) == 0, !bytes.isEmpty { bytes[try dice(bytes.count)] = UInt8(try dice(256)) }
        if try dice(10) == 0 { bytes = Array(bytes.prefix(try dice(bytes.count + 1))) }
        try check(bytes, dice, file)
      }
    }
  }

  private static let numbers = [
    "0", "1", "2", "3", "-1", "4294967296", "281474976710656", "9223372036854775807", "99999999999999999999", "x", "",
  ]

  @Test func arrayFiles() throws {
    let dice = Dice(random: try RandomState(seed: 12))
    try withScratch { folder in
      let file = folder.appendingPathComponent("t.npy")
      for _ in 0..<700 {
        let type = try dice.one([
          "<f8", "<f4", "<i8", "|u1", "|b1", "<u8", ">f8", "<c16", "|O", "<U3", "<f16", "", "f", "<f-8", "|f0",
        ])
        let shape = try (0..<dice(4)).map { _ in try dice.one(Self.numbers) }.joined(separator: ", ")
        var header =
          "{'descr': '\(type)', 'fortran_order': \(try dice.one(["True", "False", "1"])), 'shape': (\(shape)), }\n"
        if try dice(10) == 0 { header = String(header.prefix(try dice(header.count))) }
        let length = try dice(12) == 0 ? try dice(65536) : header.utf8.count
        var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8)
        bytes += [UInt8(try dice.one([1, 1, 1, 2, 3, 0, 9])), 0, UInt8(length & 255), UInt8(length >> 8)]
        if bytes[6] > 1 { bytes += [0, UInt8(try dice(12) == 0 ? 255 : 0)] }
        bytes += Array(header.utf8) + (0..<(try dice(120))).map { UInt8($0 & 255) }
        try check(bytes, dice, file)
        _ = try? readNpy(file.path)
      }
    }
  }

  @Test func archives() throws {
    let dice = Dice(random: try RandomState(seed: 13))
    try withScratch { folder in
      let file = folder.appendingPathComponent("t.npz")
      let names = [
        "stored", "packed", "images", "unnamed", "parts", "targets3d", "turned", "counts", "no_samples", "floats",
      ]
      let wholes = try names.map { [UInt8](try Data(contentsOf: fixtures.appendingPathComponent($0 + ".npz"))) }
      for _ in 0..<700 {
        var bytes = try dice.one(wholes)
        if try dice(4) == 0 { bytes = Array(bytes.prefix(try dice(bytes.count))) }
        for _ in 0..<(try dice(5)) where !bytes.isEmpty {
          // The directory at the end says the most.
          let at = try dice(2) == 0 ? try dice(bytes.count) : max(bytes.count - 1 - (try dice(300)), 0)
          bytes[at] = try dice.one([0, 1, 0x7f, 0x80, 0xff, UInt8(try dice(256))])
        }
        try check(bytes, dice, file)
      }
    }
  }

  @Test func filesOfDigits() throws {
    let dice = Dice(random: try RandomState(seed: 14))
    try withScratch { folder in
      let file = folder.appendingPathComponent("train-images-idx3-ubyte")
      let labels = folder.appendingPathComponent("train-labels-idx1-ubyte")
      func idx(_ most: Int) throws -> [UInt8] {
        let dimensions = try dice.one([1, 2, 3, 3, 0, 9, 255])
        var bytes: [UInt8] = [0, 0, try dice.one([8, 8, 9, 11, 12, 13, 14, 10]), UInt8(dimensions)]
        for _ in 0..<min(dimensions, 9) {
          bytes += try dice(8) == 0 ? [255, 255, 255, 255] : [0, 0, 0, UInt8(try dice(3))]
        }
        return bytes + (try (0..<dice(most)).map { _ in UInt8(try dice(256)) })
      }
      for _ in 0..<400 {
        try Data(try idx(4)).write(to: labels)
        try check(try idx(20), dice, file)
      }
    }
  }
}
