import Interpreter
import Plotting

/// Draws the pictures of one page, in order.
final class PagePictures {
  struct Drawn {
    /// From 1.
    var number: Int
    var bytes: [UInt8]
  }

  private let format: PictureFormat
  private(set) var drawn: [Drawn] = []
  /// Why a picture could not be drawn: the first one's reason.
  private(set) var failure: Diagnostic?

  private let interrupt: Interrupt

  init(_ format: PictureFormat, interrupt: Interrupt) {
    self.format = format
    self.interrupt = interrupt
  }

  /// The picture, or what the page says in its place.
  func draw(_ picture: Picture) -> Result<Drawn, Diagnostic> {
    do throws(PlottingError) {
      let bytes = try Gnuplot.draw(picture.figure, as: format, isCancelled: { [interrupt] in interrupt.isRequested })
      drawn.append(Drawn(number: drawn.count + 1, bytes: bytes))
      return .success(drawn[drawn.count - 1])
    } catch {
      let diagnostic = Diagnostic(error.sentence, hint: error.hint)
      if failure == nil { failure = diagnostic }
      return .failure(diagnostic)
    }
  }
}
