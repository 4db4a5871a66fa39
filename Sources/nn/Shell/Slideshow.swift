import Interpreter
import Notebook

/// Where a presentation stands: which lines were shown, and the way back.
struct Slideshow {
  let title: String
  let slides: [Slide]
  /// The slide that Enter runs next.
  private(set) var position = 0
  /// How many steps could be undone before each slide that was run.
  private var marks: [Int] = []
  /// How much of the text of `position` is on the screen already.
  private(set) var isAnnounced = false

  init(title: String, slides: [Slide]) {
    self.title = title
    self.slides = slides
  }

  var next: Slide? { position < slides.count ? slides[position] : nil }

  /// `3/17`, of the lines that are run.
  var progress: String {
    let count = slides.count { $0.lines != nil }
    return "\(min(position + 1, count))/\(count)"
  }

  mutating func announce() -> [String] {
    guard !isAnnounced else { return [] }
    isAnnounced = true
    return next?.texts ?? []
  }

  /// Takes the next slide to be run; nil at the end.
  mutating func advance(_ session: Session) -> Slide? {
    guard let slide = next, slide.lines != nil else { return nil }
    marks.append(session.undoableCount)
    position += 1
    isAnnounced = false
    return slide
  }

  /// Goes back by `count` lines, and undoes what they and the lines typed since have changed. The slide that comes next now; nil if there
  /// was none before.
  mutating func back(_ count: Int, _ session: Session) -> Slide? {
    let count = min(count, marks.count)
    guard count > 0 else { return nil }
    let mark = marks[marks.count - count]
    marks.removeLast(count)
    position -= count
    isAnnounced = true
    let steps = session.undoableCount - mark
    if steps > 0 { session.undo(steps) }
    return next
  }
}
