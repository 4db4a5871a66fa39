import Foundation
import Testing

/// Chromium without a window, driven through its DevTools protocol over a pair of pipes: JSON messages that end in a zero byte.
final class Browser {
  static let path = "/usr/bin/chromium"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let process: pid_t
  private let commands: Int32
  private let answers: Int32
  private var received: [UInt8] = []
  private var number = 0
  private var session: String?
  private let folder: String
  /// What the console and the log called an error, and exceptions.
  private(set) var errors: [String] = []
  private var loads = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-browser-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var (toChild, fromChild) = ([Int32](repeating: 0, count: 2), [Int32](repeating: 0, count: 2))
    try #require(pipe(&toChild) == 0 && pipe(&fromChild) == 0)
    // Out of the way of the numbers 3 and 4, at which Chromium reads and writes.
    let ends = [toChild[0], fromChild[1]].map { fcntl($0, F_DUPFD_CLOEXEC, 20) }
    for end in [toChild[0], fromChild[1]] { close(end) }
    (commands, answers) = (toChild[1], fromChild[0])
    for end in [commands, answers] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[0], 3)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 4)
    let arguments = [
      Browser.path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
      "--no-first-run", "--disable-background-networking", "--user-data-dir=\(folder)", "--remote-debugging-pipe",
    ]
    let variables = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(folder)", "XDG_CONFIG_HOME=\(folder)"]
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, Browser.path, &actions, nil, &argv, &envp)
    for end in ends { close(end) }
    try #require(code == 0)
    self.process = process

    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String
    session =
      try call("Target.attachToTarget", ["targetId": try #require(target), "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log"] { _ = try call(domain + ".enable") }
  }

  deinit {
    close(commands)
    close(answers)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Loads a file at a window's width, with the colours of a light or a dark desktop.
  func open(_ file: String, width: Int, isDark: Bool) throws {
    _ = try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    _ = try call(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
    let before = loads
    _ = try call("Page.navigate", ["url": URL(fileURLWithPath: file).absoluteString])
    while loads == before { _ = try message() }
  }

  /// The value of a JavaScript expression in the page.
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try call("Runtime.evaluate", ["expression": expression, "returnByValue": true])
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// The page on paper.
  func pdf() throws -> Data {
    let answer = try call("Page.printToPDF", ["printBackground": true])
    return try #require(Data(base64Encoded: answer["data"] as? String ?? ""))
  }

  // MARK: - Messages

  @discardableResult
  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    let id = number
    var message: [String: Any] = ["id": id, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    var bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let count = write(commands, bytes, bytes.count)
      try #require(count > 0, "Chromium has gone")
      bytes.removeFirst(count)
    }
    while true {
      let answer = try self.message()
      guard answer["id"] as? Int == id else { continue }
      if let error = answer["error"] { Issue.record("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func message() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let object = try JSONSerialization.jsonObject(with: Data(received[..<end])) as? [String: Any] ?? [:]
        received.removeFirst(end + 1)
        note(object)
        return object
      }
      var request = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      try #require(poll(&request, 1, 60_000) > 0, "Chromium does not answer")
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(answers, &piece, piece.count)
      try #require(count > 0, "Chromium has gone")
      received += piece[..<count]
    }
  }

  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Page.loadEventFired": loads += 1
    case "Runtime.exceptionThrown": errors.append("\(parameters)")
    case "Runtime.consoleAPICalled": if parameters["type"] as? String == "error" { errors.append("\(parameters)") }
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any]
      if entry?["level"] as? String == "error" { errors.append("\(entry?["text"] ?? "")") }
    default: break
    }
  }
}
