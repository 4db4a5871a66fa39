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
      do {
        let old = try ScriptText.file(path)
        let new = NotebookTools.record(name: path, text: old)
        if let failure = new.failure {
          sink.show(failure)
          if failure.isInterruption { return .interrupted }
          status = .failed
        }
        if new.text != old { try WholeFile.write(new.text, to: path) }
      } catch let failure as ScriptText.Failure {
        sink.complain(failure.sentence)
        status = .failed
      } catch let fault as Fault {
        sink.complain(fault.sentence)
        status = .failed
      } catch {
        sink.complain("\(error)")
        status = .failed
      }
    }
    return status
  }
}
