import Glibc

/// One run of another program: what it is told, what it says, how it ended.
struct ChildProcess {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private(set) var isTimedOut = false
  /// What `waitpid` says.
  private var status: Int32 = 0

  var exitCode: Int32 { status >> 8 & 0xFF }
  /// The signal that ended it.
  var signal: Int32? { status & 0x7F == 0 ? nil : status & 0x7F }

  /// Runs a program that is found by `PATH`, gives it `input` and waits for its end.
  static func run(
    _ program: String, _ arguments: [String], environment: [String], input: [UInt8], seconds: Double,
    isCancelled: () -> Bool
  ) throws(PlottingError) -> ChildProcess {
    var process = ChildProcess()
    var pipes = Pipes()
    defer { pipes.closeAll() }
    guard pipes.open() else { throw .cannotStart(code: errno) }
    let child = try start(program, arguments, environment, pipes)
    pipes.closeChildEnds()
    let deadline = now() + seconds
    var isEnded = process.exchange(input, &pipes, deadline: deadline, isCancelled)
    // It may have closed its ends and go on.
    while isEnded, waitpid(child, &process.status, WNOHANG) == 0 {
      process.isTimedOut = now() > deadline
      isEnded = !process.isTimedOut && !isCancelled()
      if isEnded { usleep(1000) }
    }
    if !isEnded {
      kill(child, SIGKILL)
      while waitpid(child, &process.status, 0) < 0 && errno == EINTR {}
      if !process.isTimedOut { throw .cancelled }
    }
    return process
  }

  private static func start(_ program: String, _ arguments: [String], _ environment: [String], _ pipes: Pipes)
    throws(PlottingError) -> pid_t
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes.input.child, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.output.child, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.errors.child, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What nn ignores or blocks is its own affair.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer {
      words.forEach { free($0) }
      variables.forEach { free($0) }
    }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, &attributes, &words, &variables)
    if code == ENOENT || code == EACCES { throw .missing }
    if code != 0 { throw .cannotStart(code: code) }
    return child
  }

  /// Writes and reads until the child has closed its ends. False: it must be ended.
  private mutating func exchange(_ input: [UInt8], _ pipes: inout Pipes, deadline: Double, _ isCancelled: () -> Bool)
    -> Bool
  {
    var written = 0
    var isInputOpen = true
    var isOutputOpen = true
    var areErrorsOpen = true
    while isOutputOpen || areErrorsOpen {
      if isCancelled() { return false }
      if ChildProcess.now() > deadline {
        isTimedOut = true
        return false
      }
      var requests = [
        pollfd(fd: isOutputOpen ? pipes.output.own : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: areErrorsOpen ? pipes.errors.own : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isInputOpen ? pipes.input.own : -1, events: Int16(POLLOUT), revents: 0),
      ]
      if poll(&requests, 3, 100) <= 0 { continue }
      if requests[2].revents != 0 {
        // A socket, so that a child that has gone is an answer and no signal.
        let count = input.withUnsafeBytes {
          send(pipes.input.own, $0.baseAddress! + written, $0.count - written, Int32(MSG_NOSIGNAL))
        }
        if count > 0 { written += count }
        if written == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) {
          isInputOpen = false
          pipes.closeInput()
        }
      }
      if requests[0].revents != 0 { isOutputOpen = ChildProcess.read(pipes.output.own, into: &output) }
      if requests[1].revents != 0 { areErrorsOpen = ChildProcess.read(pipes.errors.own, into: &errors) }
    }
    return true
  }

  /// False at the end.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
      count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      initialized = max(0, count)
    }
    bytes += piece
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The three connections to a child: each has an end of its own side. -1 is a closed one.
private struct Pipes {
  var input: (own: Int32, child: Int32) = (-1, -1)
  var output: (own: Int32, child: Int32) = (-1, -1)
  var errors: (own: Int32, child: Int32) = (-1, -1)

  mutating func open() -> Bool {
    Pipes.connect(&input) && Pipes.connect(&output) && Pipes.connect(&errors)
      && fcntl(input.own, F_SETFL, O_NONBLOCK) == 0
  }

  private static func connect(_ ends: inout (own: Int32, child: Int32)) -> Bool {
    var pair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { return false }
    ends = (pair[0], pair[1])
    return true
  }

  mutating func closeInput() { Pipes.close(&input.own) }

  mutating func closeChildEnds() {
    Pipes.close(&input.child)
    Pipes.close(&output.child)
    Pipes.close(&errors.child)
  }

  mutating func closeAll() {
    closeChildEnds()
    closeInput()
    Pipes.close(&output.own)
    Pipes.close(&errors.own)
  }

  private static func close(_ descriptor: inout Int32) {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
