import Interpreter
import Notebook

extension Subcommand {
  static let record = Subcommand(
    name: "record", usage: "FILE.nn…", summary: "run the files and write their outputs into them"
  ) { words, sink in
    let files: [String]
    do throws(Arguments.Mistake) { files = try FileWords(words).files } catch {
      sink.complain(error.sentence)
      return .wrongUsage
    }
    var status = ExitStatus.fine
    for path in files {
      do throws(Fault) {
        let old = try TextFile.read(path, keepsMark: true)
        let new = NotebookTools.record(name: path, text: old, interrupt: Interrupts.interrupt)
        if let failure = new.failure {
          sink.show(failure)
          if failure.isInterruption { return .interrupted }
          status = .failed
        }
        if new.text != old { try TextFile.write(new.text, to: path) }
      } catch {
        sink.complain(error.sentence)
        status = .failed
      }
    }
    return status
  }
}
