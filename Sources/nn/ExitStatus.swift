/// How the process ends.
enum ExitStatus: Int32 {
  case fine = 0
  /// A script failed, a file could not be read, the output could not be written.
  case failed = 1
  case wrongUsage = 2
  /// Ctrl-C ended a script.
  case interrupted = 130
}
