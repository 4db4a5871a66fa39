import Foundation
import Support
import Testing

/// A folder that goes when the test ends.
final class Folder {
  let path: String
  init() {
    path = NSTemporaryDirectory() + "nn-support-\(UUID().uuidString)/"
    mkdir(path, 0o700)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  func put(_ name: String, _ text: String) -> String {
    _ = FileManager.default.createFile(atPath: path + name, contents: Data(text.utf8))
    return path + name
  }
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

private func read(_ path: String, from source: FileReader.Source = .files, limit: Int = 1 << 20) throws -> String {
  String(decoding: try FileReader(path, from: source, isCancelled: { false }).readAll(limit: limit), as: UTF8.self)
}

@Suite struct FileTests {
  @Test func whatIsNotReadHasOneRefusalForAll() throws {
    let folder = Folder()
    mkfifo(folder.path + "pipe", 0o600)
    #expect(throws: FileError.failed(.open, path: "/no/such", code: ENOENT)) { try read("/no/such") }
    #expect(throws: FileError.failed(.open, path: "a\0b", code: ENOENT)) { try read("a\0b") }
    #expect(throws: FileError.failed(.read, path: folder.path, code: EISDIR)) { try read(folder.path) }
    #expect(throws: FileError.failed(.read, path: folder.path, code: EISDIR)) {
      try read(folder.path, from: .filesAndPipes)
    }
    for path in [folder.path + "pipe", "/dev/zero", "/dev/null"] {
      #expect(throws: FileError.notRegular(.read, path: path)) { try read(path) }
    }
    let large = folder.put("large", String(repeating: "x", count: 2000))
    #expect(throws: FileError.tooLarge(path: large, limit: 1999)) { try read(large, limit: 1999) }
    #expect(try read(large, limit: 2000).count == 2000)
    #expect(throws: FileError.tooLarge(path: "/dev/zero", limit: 9)) {
      try read("/dev/zero", from: .filesAndPipes, limit: 9)
    }
    // What has no size has contents all the same.
    #expect(try read("/proc/self/status").contains("Pid:"))
  }

  @Test func aPipeWithoutAWriterIsLeftWhenAsked() throws {
    let folder = Folder()
    mkfifo(folder.path + "pipe", 0o600)
    var looks = 0
    #expect(throws: FileError.interrupted(path: folder.path + "pipe")) {
      try FileReader(folder.path + "pipe", from: .filesAndPipes) {
        looks += 1
        return looks > 3
      }.readAll(limit: 100)
    }
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let folder = Folder()
    let path = folder.path + "pipe"
    mkfifo(path, 0o600)
    let writer = Thread {
      let text = Array(String(repeating: "line\n", count: 50_000).utf8)
      let file = open(path, O_WRONLY)
      var sent = 0
      while sent < text.count {
        sent += text.withUnsafeBytes { write(file, $0.baseAddress! + sent, text.count - sent) }
      }
      close(file)
    }
    writer.start()
    #expect(try read(path, from: .filesAndPipes).count == 250_000)
  }

  @Test func aLinkIsWrittenThrough() throws {
    let folder = Folder()
    let file = folder.put("file", "old")
    symlink("file", folder.path + "link")
    symlink("later", folder.path + "dangling")
    symlink("dangling", folder.path + "further")
    symlink("no/such", folder.path + "lost")
    symlink("circle", folder.path + "circle")
    try AtomicFile.write(Array("new".utf8), to: folder.path + "link")
    #expect(try read(file) == "new")
    try AtomicFile.write(Array("there".utf8), to: folder.path + "further")
    #expect(try read(folder.path + "later") == "there")
    #expect(throws: FileError.failed(.write, path: folder.path + "lost", code: ENOENT)) {
      try AtomicFile.write([1], to: folder.path + "lost")
    }
    #expect(throws: FileError.failed(.write, path: folder.path + "circle", code: ELOOP)) {
      try AtomicFile.write([1], to: folder.path + "circle")
    }
    #expect(folder.names == ["circle", "dangling", "file", "further", "later", "link", "lost"])
    let targets = ["link", "dangling", "further"].map {
      try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path + $0)
    }
    #expect(targets == ["file", "later", "dangling"])
  }

  @Test func permissionsAreKeptAndHeeded() throws {
    let folder = Folder()
    let file = folder.put("file", "old")
    chmod(file, 0o640)
    if getuid() == 0 { chown(file, 1234, 5678) }
    try AtomicFile.write(Array("new".utf8), to: file)
    var status = stat()
    stat(file, &status)
    #expect(status.st_mode & 0o7777 == 0o640)
    if getuid() == 0 { #expect(status.st_uid == 1234 && status.st_gid == 5678) }
    chmod(file, 0o444)
    #expect(throws: FileError.readOnly(path: file)) { try AtomicFile.write([1], to: file) }
    #expect(try read(file) == "new")
    #expect(throws: FileError.notRegular(.write, path: "/dev/null")) { try AtomicFile.write([1], to: "/dev/null") }
    #expect(throws: FileError.failed(.write, path: "/tmp", code: EISDIR)) { try AtomicFile.write([1], to: "/tmp") }
  }

  @Test func writersAtOnceLeaveOneWholeFile() throws {
    let folder = Folder()
    let path = folder.path + "file"
    DispatchQueue.concurrentPerform(iterations: 64) { i in
      try? AtomicFile.write([UInt8](repeating: UInt8(i), count: 100_000), to: path)
    }
    let bytes = try FileReader(path, isCancelled: { false }).readAll(limit: 1 << 20)
    #expect(bytes.count == 100_000 && Set(bytes).count == 1)
    #expect(folder.names == ["file"])
  }

  @Test func onlyTheKindsNamedAreWrittenOver() throws {
    let folder = Folder()
    let text = folder.put("a.png", "my thesis")
    #expect(throws: FileError.occupied(path: text, by: .text, allowed: [.png])) {
      try AtomicFile.write([1], to: text, over: [.png])
    }
    #expect(try read(text) == "my thesis")
    let picture = folder.put("b.png", "")
    try AtomicFile.write([0x89] + Array("PNG\r\n\u{1A}\n".utf8), to: picture, over: [.png])
    try AtomicFile.write([0x89] + Array("PNG\r\n\u{1A}\nmore".utf8), to: picture, over: [.png])
    try AtomicFile.write([1], to: folder.path + "new", over: [])
  }

  @Test func kindsAreToldByContents() {
    let kinds: [(String, FileKind)] = [
      ("", .empty), ("print(1)\n", .text), ("%PDF-1.4\n", .pdf), ("GIF89a..", .gif), ("PK\u{3}\u{4}..", .zip),
      ("{\"cells\": [],\n \"nbformat\": 4}", .jupyter), ("{\"a\": 1}", .text), ("<!DOCTYPE html><p>", .html),
      ("<?xml version='1.0'?>\n<!-- x -->\n<svg>", .svg), ("<svg xmlns=''>", .svg), ("<x> < y", .text),
      ("\u{FEFF}x = 1", .text), ("a\0b", .binary),
    ]
    for (text, kind) in kinds { #expect(FileKind.of(Array(text.utf8)) == kind, "\(text)") }
    #expect(FileKind.of([0x93] + Array("NUMPY".utf8)) == .npy)
    #expect(FileKind.of([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(FileKind.of([0x80, 0x81]) == .binary)
    func tensors(_ header: String) -> [UInt8] {
      withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init) + Array(header.utf8)
    }
    #expect(FileKind.of(tensors("{\"__metadata__\":{\"format\":\"nn\"}}")) == .network)
    #expect(FileKind.of(tensors("{\"__metadata__\":{\"format\":\"pt\"}}")) == .safetensors)
    // The window ends inside a character.
    #expect(FileKind.of(Array(("x" + String(repeating: "é", count: 9000)).utf8)) == .text)
  }

  @Test func everyNameComesBackAsItWas() throws {
    var random = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = Array("a/é\u{10FE80}\u{10FEFF}".utf8) + [0x80, 0xFF, 0xC3, 0xED, 0xA0]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
      #expect(RawPath(RawPath(bytes: bytes).text).bytes == bytes)
    }
    let folder = Folder()
    let path = RawPath(bytes: Array(folder.path.utf8) + [0x66, 0xFF, 0x2F]).text
    mkdir(RawPath(path).terminated!, 0o700)
    try AtomicFile.write(Array("1".utf8), to: path + "\u{10FEE9}.nn")
    try AtomicFile.write(Array("2".utf8), to: path + "\u{10FEE9}.nn")
    #expect(try read(path + "\u{10FEE9}.nn") == "2")
    #expect(isSameFile(path + "\u{10FEE9}.nn", path + "../f\u{10FEFF}/\u{10FEE9}.nn"))
    unlink(RawPath(path + "\u{10FEE9}.nn").terminated!)
    rmdir(RawPath(path).terminated!)
  }
}
