import Arrays
import Foundation
import NeuralNetwork
import Support
import Testing

/// Saving, loading, and refusing what was never saved.
struct FileTests {
  /// A trained network with every kind of state.
  static func trained(_ convention: Convention = .rows) throws -> Network {
    let random = try RandomState(seed: 8)
    let network = try Network(
      NetworkDeclaration(
        inputs: 3,
        layers: [
          .dense(units: 4, activation: Activation("leaky_relu", ["alpha": 0.1])), .dropout(rate: 0.25),
          dense(2, "softmax"),
        ], loss: try Loss("cross_entropy", ["epsilon": 1e-8]),
        optimizer: try Optimizer("adam", ["lr": 0.02]), initializer: try Initializer("normal", ["scale": 0.3]),
        convention: convention), random: random)
    network.setScaling(InputScaling(means: [1, -2, 0.5], deviations: [2, 0.1, 1]))
    network.setNames(classes: ["yes", "n\u{F6} \"\\"], features: ["a", "", "c, d"])
    let x = normal([12, 3], random)
    let y = NDArray((0..<12).map { $0 % 2 })
    var options = TrainingOptions(epochs: 7)
    options.every = 2
    options.batchSize = 5
    options.patience = 2
    options.learningRate = 5
    _ = try network.train(convention == .rows ? x : x.turned, y, options: options, random: random)
    return network
  }

  /// A path in a folder of its own, for tests run side by side.
  static func temporary(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("model.safetensors").path)
  }

  @Test(arguments: [Convention.rows, .columns])
  func givesBackTheWholeState(convention: Convention) throws {
    try Self.temporary { path in
      let network = try Self.trained(convention)
      try network.save(to: path)
      let loaded = try Network.load(from: path)
      #expect(loaded.declaration == network.declaration)
      #expect(loaded.history == network.history)
      for name in network.parameterNames {
        #expect(loaded.parameter(name)!.list == network.parameter(name)!.list)
        #expect(loaded.parameter(name)!.shape == network.parameter(name)!.shape)
      }
      // The moments too: both go on alike.
      let x = convention == .rows ? NDArray([1, 2, 3], shape: [1, 3]) : NDArray([1, 2, 3], shape: [3, 1])
      for model in [network, loaded] {
        try model.forward(x)
        try model.backward(NDArray([1]))
        try model.step()
      }
      for name in network.parameterNames { #expect(loaded.parameter(name)!.list == network.parameter(name)!.list) }
      // Over an existing file as well, and nothing is left beside it.
      try loaded.save(to: path)
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.safetensors"])
    }
  }

  @Test func refusesEveryTruncation() throws {
    try Self.temporary { path in
      try Self.trained().save(to: path)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      for length in Array(0..<64) + Array(stride(from: 64, to: whole.count, by: 37)) {
        try whole.prefix(length).write(to: URL(fileURLWithPath: path))
        #expect(throws: NetworkError.self) { try Network.load(from: path) }
      }
      try (whole + [0]).write(to: URL(fileURLWithPath: path))
      #expect(throws: NetworkError.self) { try Network.load(from: path) }
    }
  }

  /// A damaged file is refused or, where only numbers of the data changed, read: it never traps.
  @Test func survivesMutations() throws {
    try Self.temporary { path in
      try Self.trained().save(to: path)
      let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      let header = Int(whole[0]) + Int(whole[1]) << 8
      let random = try RandomState(seed: 2)
      var refused = 0
      for _ in 0..<1500 {
        var bytes = whole
        for _ in 0...Int(random.randomSample() * 3) {
          bytes[Int(random.randomSample() * Double(header + 16))] = UInt8(random.randomSample() * 256)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        do { _ = try Network.load(from: path) } catch is NetworkError { refused += 1 }
      }
      #expect(refused > 1000)
    }
  }

  static let hostile: [(why: String, header: String)] = [
    ("no JSON", "hello"), ("an array", "[]"), ("empty", ""), ("no end", "{"), ("a number", "12"),
    ("no metadata", "{}"),
    ("deep nesting", String(repeating: "[", count: 100_000)),
    ("deep objects", String(repeating: "{\"a\":", count: 50_000)),
    ("huge offset", #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,99999999999999999999]}}"#),
    ("out of range", #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}"#),
    ("backwards", #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[8,0]}}"#),
    ("overflowing shape", #"{"a":{"dtype":"F64","shape":[4294967296,4294967296],"data_offsets":[0,8]}}"#),
    ("negative", #"{"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}"#),
    (
      "overlap",
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#
    ),
    (
      "twice",
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#
    ),
    ("wrong dtype", #"{"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}"#),
    (
      "huge network",
      #"{"__metadata__":{"format":"nn","version":"1","step":"0","inputs":"16777216","layers":"dense 16777216 relu","#
        + #""optimizer":"sgd","initializer":"he","convention":"rows"},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#
    ),
    (
      "missing tensors",
      #"{"__metadata__":{"format":"nn","version":"1","step":"0","inputs":"2","layers":"dense 1 relu","#
        + #""optimizer":"sgd","initializer":"he","convention":"rows"},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#
    ),
  ]

  @Test(arguments: hostile.map(\.why))
  func refusesHostileHeaders(why: String) throws {
    let header = Array(Self.hostile.first { $0.why == why }!.header.utf8)
    try Self.temporary { path in
      let bytes =
        withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init) + header + [UInt8](repeating: 1, count: 8)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        _ = try Network.load(from: path)
        Issue.record("\(why) was read")
      } catch NetworkError.badFile {} catch NetworkError.notANetworkFile {}
    }
  }

  /// Whatever is there and is no network stays, bit for bit.
  @Test func writesOverNothingButANetwork() throws {
    let network = try Self.trained()
    try Self.temporary { path in
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      for (name, text) in [
        ("lesson.nn", "x = 1\n"), ("flowers.csv", "a,b\n1,2\n"), ("notes", "text"),
        ("other.safetensors", "{}"),
        ("long", String(repeating: "{", count: 1000)),
      ] {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        #expect(throws: NetworkError.self) { try network.save(to: file.path) }
        #expect(try Data(contentsOf: file) == Data(text.utf8))
      }
      for name in ["new.nn", "new.py", "new.csv", "new.npz"] {
        let file = folder.appendingPathComponent(name).path
        #expect(throws: NetworkError.notANetworkFile(path: file, isThere: false)) { try network.save(to: file) }
        #expect(!FileManager.default.fileExists(atPath: file))
      }
      let link = folder.appendingPathComponent("link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
      #expect(throws: NetworkError.self) { try network.save(to: link) }
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "nowhere")
      for device in ["/dev/null", "/dev/tty0"] { #expect(throws: NetworkError.self) { try network.save(to: device) } }
      try network.save(to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      #expect(throws: NetworkError.file(.readOnly(path: path))) { try network.save(to: path) }
    }
  }

  /// Counts in a file that would overflow when one is added.
  @Test(arguments: ["9223372036854775807", "-1", "9007199254740993", "99999999999999999999"])
  func refusesACountThatOverflows(step: String) throws {
    try Self.temporary { path in
      try Self.trained().save(to: path)
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      let length = Int(bytes[0]) + Int(bytes[1]) << 8
      let header = String(decoding: bytes[8..<8 + length], as: UTF8.self)
      let changed = Array(header.replacing(/"step":"\d+"/, with: "\"step\":\"\(step)\"").utf8)
      let file = withUnsafeBytes(of: UInt64(changed.count).littleEndian, Array.init) + changed + bytes[(8 + length)...]
      try Data(file).write(to: URL(fileURLWithPath: path))
      #expect(throws: NetworkError.self) { try Network.load(from: path) }
    }
  }

  /// As many epochs as an option can hold, of which few were done.
  @Test func aTrainingMeantToBeEndlessIsReadAgain() throws {
    try Self.temporary { path in
      let network = try Self.trained()
      var options = TrainingOptions(epochs: .max)
      options.learningRate = 0
      options.patience = 1
      options.every = 1
      options.batchSize = .max
      let random = try RandomState(seed: 1)
      _ = try network.train(normal([4, 3], random), NDArray([0, 1, 0, 1]), options: options, random: random)
      try network.save(to: path)
      #expect(try Network.load(from: path).history.losses == network.history.losses)
    }
  }

  @Test func refusesAHugeHeaderLength() throws {
    try Self.temporary { path in
      try Data([UInt8](repeating: 0xFF, count: 100)).write(to: URL(fileURLWithPath: path))
      #expect(throws: NetworkError.self) { try Network.load(from: path) }
    }
  }

  @Test func namesWhatStandsInTheWay() throws {
    let network = try Self.trained()
    #expect(throws: NetworkError.file(.failed(.write, path: "/tmp", code: EISDIR))) { try network.save(to: "/tmp") }
    #expect(throws: NetworkError.file(.failed(.read, path: "/tmp", code: EISDIR))) { try Network.load(from: "/tmp") }
    #expect(throws: NetworkError.file(.failed(.open, path: "/no/such", code: ENOENT))) {
      try Network.load(from: "/no/such")
    }
    #expect(throws: NetworkError.file(.failed(.write, path: "/no/such/file", code: ENOENT))) {
      try network.save(to: "/no/such/file")
    }
    #expect(throws: NetworkError.file(.notRegular(.read, path: "/dev/null"))) {
      try Network.load(from: "/dev/null")
    }
  }
}
