/// What `nn --help` prints.
enum Help {
  static let version = "0.1"

  static var text: String {
    var lines = [
      ("nn", "the shell; without a terminal: run standard input"),
      ("nn FILE [ARGUMENT…]", "run a file; its arguments are the list argv"),
      ("nn -", "run standard input"),
      ("nn -c LINE", "run a line; may be given more than once, before a FILE too"),
      ("nn -i …", "stay in the shell afterwards"),
    ]
    lines += Subcommand.all.map { ("nn \($0.name) \($0.usage)", $0.summary) }
    lines += [("nn --help, nn --version", "say this, say the version")]
    let width = lines.map(\.0.count).max()! + 3
    var text = "nn: a shell for neural networks and the lines of NumPy\n\n"
    for (call, meaning) in lines {
      text += "  \(call)\(String(repeating: " ", count: width - call.count))\(meaning)\n"
    }
    return text + """

      record writes only into the files it runs, and there only lines that begin with #>. render writes
      a new file or over a page of the kind that its name says, never over what it runs.
      A .py file runs as a .nn file does, but shows only what it prints.
      Exit status: 0 fine, 1 the script failed, 2 wrong usage, 130 interrupted.
      Environment: NN_HISTORY (the shell's history file; empty: none), NO_COLOR, COLUMNS.

      """
  }

  static let hint = "nn --help says what nn understands"
}
