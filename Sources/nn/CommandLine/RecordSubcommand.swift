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
        if !new.text.utf8.elementsEqual(old.utf8) {
          // What somebody wrote into it meanwhile, or the file did to itself, is not lost.
          guard try TextFile.read(path, keepsMark: true).utf8.elementsEqual(old.utf8) else {
            throw Fault(.file, "\(path) was changed while it ran: nothing is recorded")
          }
          try TextFile.write(new.text, to: path, over: [.text])
        }
        if new.failure != nil, new.outputs == 0 { continue }
        sink.remark("recorded \(path): \(new.outputs) \(new.outputs == 1 ? "output" : "outputs")\n")
        if let line = new.unseededLine {
          sink.complain("\(path) draws random numbers without a seed (line \(line)): the next run draws others")
        }
      } catch {
        sink.complain(error.sentence)
        status = .failed
      }
    }
    return status
  }
}
