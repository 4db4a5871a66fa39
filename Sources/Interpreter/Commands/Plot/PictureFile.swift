import Plotting
import Support

/// Pictures in files.
enum PictureFile {
  /// Draws the figure as the file's name asks and writes it whole or not at all.
  static func write(_ figure: Figure, to path: String, _ session: Session) throws {
    guard let format = PictureFormat(path: path) else {
      throw Fault(
        .file, "pictures are written to .png, .svg and .pdf files, not to \(path)", hint: "to \"picture.png\"")
    }
    try AtomicFile.write(try draw(figure, as: format, session), to: path, over: [kind(format)])
  }

  /// What a picture may be written over: one like it.
  private static func kind(_ format: PictureFormat) -> FileKind {
    switch format {
    case .svg: .svg
    case .pdf: .pdf
    case .png, .sixel: .png
    }
  }

  /// Draws; Ctrl-C ends it.
  static func draw(_ figure: Figure, as format: PictureFormat, _ session: Session) throws -> [UInt8] {
    do {
      return try Gnuplot.draw(figure, as: format) { session.isInterrupted }
    } catch {
      // At a terminal gnuplot gets the Ctrl-C too.
      try session.checkInterrupt()
      throw Fault(.file, error.sentence, hint: error.hint)
    }
  }
}
