import Interpreter
import Notebook
import Support

extension Subcommand {
  static let render = Subcommand(
    name: "render", usage: "FILE.nn -o FILE", summary: "run the file and make a page of it: .html, .md or .ipynb"
  ) { words, sink in
    let (path, target, format): (String, String, PageFormat)
    do throws(Arguments.Mistake) {
      (path, target, format) = try pageRequest(words)
    } catch {
      sink.complain(error.sentence)
      return .wrongUsage
    }
    do throws(Fault) {
      let name = target.split(separator: "/", omittingEmptySubsequences: false).last!
      let folder = target.dropLast(name.count)
      let stem = String(name[..<name.lastIndex(of: ".")!])
      let kind = fileKind(format)
      try TextFile.checkWriting(target, over: [kind])
      let page = NotebookTools.render(
        name: path, text: try TextFile.read(path), format: format, stem: stem, interrupt: Interrupts.interrupt)
      if let failure = page.failure {
        sink.show(failure)
        if failure.isInterruption { return .interrupted }
      }
      // The pictures first: a page that is there shows pictures that are there.
      for file in page.files { try TextFile.write(file.bytes, to: folder + file.name, over: [.svg]) }
      try TextFile.write(page.text, to: target, over: [kind])
      return page.failure == nil ? .fine : .failed
    } catch {
      sink.complain(error.sentence)
      return .failed
    }
  }

  /// What a page may be written over: one like it.
  private static func fileKind(_ format: PageFormat) -> FileKind {
    switch format {
    case .html: .html
    case .markdown: .text
    case .jupyter: .jupyter
    }
  }

  private static func pageRequest(_ words: [String]) throws(Arguments.Mistake) -> (String, String, PageFormat) {
    let arguments = try FileWords(words, options: ["-o"])
    guard arguments.files.count == 1 else {
      throw Arguments.Mistake(sentence: "render makes a page of one file, not of \(arguments.files.count)")
    }
    let path = arguments.files[0]
    guard let target = arguments.values["-o"] else {
      throw Arguments.Mistake(sentence: "render needs the page's name, as in nn render \(path) -o page.html")
    }
    guard let format = PageFormat(path: target) else {
      throw Arguments.Mistake(sentence: "a page is .html, .md or .ipynb, not \(target)")
    }
    guard target != path, !isSameFile(target, path) else {
      throw Arguments.Mistake(sentence: "the page would overwrite \(path) itself")
    }
    return (path, target, format)
  }
}
