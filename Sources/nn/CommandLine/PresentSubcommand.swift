import Glibc
import Interpreter
import Notebook

extension Subcommand {
  static let present = Subcommand(
    name: "present", usage: "FILE.nn", summary: "step through the file before an audience: Enter runs the next line"
  ) { words, sink in
    let files: [String]
    do throws(Arguments.Mistake) {
      files = try FileWords(words).files
      if files.count > 1 { throw Arguments.Mistake(sentence: "present shows one file, not \(files.count)") }
    } catch {
      sink.complain(error.sentence)
      return .wrongUsage
    }
    let show: Slideshow
    do {
      let text = try TextFile.read(files[0])
      let name = String(files[0].split(separator: "/").last ?? "")
      show = Slideshow(title: name, slides: try Slide.all(name: files[0], text: text))
    } catch let fault as Fault {
      sink.complain(fault.sentence)
      return .failed
    } catch {
      if let diagnostic = error as? Diagnostic { sink.show(diagnostic) }
      return .failed
    }
    let session = sink.session()
    var shell = Shell(session: session, sink: sink, isPrompting: isatty(STDIN_FILENO) == 1 && sink.output.isTerminal)
    shell.present(show)
    return session.exitStatus.flatMap(ExitStatus.init) ?? .fine
  }
}
