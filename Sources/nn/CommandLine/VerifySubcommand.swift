import Interpreter
import Notebook

extension Subcommand {
  static let verify = Subcommand(
    name: "verify", usage: "FILE.nn… [--tolerance=R]",
    summary: "run the files and compare with what is recorded in them"
  ) { words, sink in
    let arguments: FileWords
    do throws(Arguments.Mistake) { arguments = try FileWords(words, options: ["--tolerance"]) } catch {
      sink.complain(error.sentence)
      return .wrongUsage
    }
    var tolerance = Tolerance()
    if let text = arguments.values["--tolerance"] {
      guard let value = Double(text), value >= 0 else {
        sink.complain("--tolerance needs a number of 0 or more, such as 1e-6, not \(text)")
        return .wrongUsage
      }
      tolerance.relative = value
    }
    var status = ExitStatus.fine
    for path in arguments.files {
      let text: String
      do throws(Fault) { text = try TextFile.read(path) } catch {
        sink.complain(error.sentence)
        status = .failed
        continue
      }
      do throws(Diagnostic) {
        let result = try NotebookTools.verification(
          name: path, text: text, tolerance: tolerance, interrupt: Interrupts.interrupt)
        sink.report(report(result, path))
        if !result.differences.isEmpty { status = .failed }
      } catch {
        sink.show(error)
        status = .failed
      }
    }
    return status
  }

  private static func report(_ result: NotebookTools.Verification, _ path: String) -> StyledText {
    var text = StyledText()
    if result.differences.isEmpty {
      text.append("ok", .good)
      text.append("  \(path)\n")
      return text
    }
    text.append("differs", .bad)
    text.append("  \(path)\n")
    guard result.isRecorded else {
      text.append("  nothing is recorded: nn record \(path)\n")
      return text
    }
    for difference in result.differences {
      text.append("  \(path):\(difference.line)\n", .dim)
      text.append("    recorded  ")
      text.append((difference.expected ?? "nothing") + "\n", .good)
      text.append("    printed   ")
      text.append((difference.actual ?? "nothing") + "\n", .bad)
    }
    if let line = result.unseededLine {
      text.append("  it draws random numbers without a seed (line \(line))\n", .warning)
    }
    return text
  }
}
