import Arrays
import NeuralNetwork
import Plotting

/// `plt.figure`, `show`, `savefig`: figures as wholes.
enum PyplotFigure {
  static let all: [Builtin] = [figure, show, savefig, close, subplot, tightLayout, suptitle]

  /// Matplotlib's defaults.
  private static let usualInches = (width: 6.4, height: 4.8)
  private static let usualDots = 100.0
  private static let legalDots = 10.0...2400
  private static let mostPixels = 20_000.0

  private static let figure = Builtin(
    "plt.figure", "figure(num=None, figsize=None, dpi=None, facecolor=None)",
    "Starts a figure, or goes back to the one of that number; figsize is its width and height in inches of dpi pixels (default: 100).",
    example: "import matplotlib.pyplot as plt\nplt.figure(figsize=(10, 6))"
  ) { call in
    let inches = try call.numbers("figsize")
    guard inches == nil || inches!.count == 2 && inches!.allSatisfy({ (1...100).contains($0) }) else {
      throw Fault(.value, "plt.figure: figsize must be two numbers of inches between 1 and 100")
    }
    let dots = try call.size("dpi", within: legalDots)
    let background = try call.color(anyOf: "facecolor")
    let name = try call.named("num").map { try sheetName($0, call) }
    let size = try inches == nil && dots == nil ? nil : pixels(inches.map { ($0[0], $0[1]) }, dots, call)
    call.pyplot.begin(name)
    if let inches { call.pyplot.openSheet.inches = (inches[0], inches[1]) }
    if let dots { call.pyplot.openSheet.dots = dots }
    if let size { call.pyplot.openSheet.figure.size = size }
    if let background { call.pyplot.openSheet.figure.background = background }
    return .none
  }

  private static func sheetName(_ value: Value, _ call: Call) throws -> Pyplot.Sheet.Name {
    if case .string(let text) = value { return .word(text.string) }
    guard let number = value.asIndex, number >= 0 else {
      throw Fault(.value, "\(call.builtin.name): a figure is called by a number or a str")
    }
    return .number(number)
  }

  private static func pixels(_ inches: (width: Double, height: Double)?, _ dots: Double?, _ call: Call) throws
    -> PictureSize
  {
    let (inches, dots) = (inches ?? usualInches, dots ?? usualDots)
    let (width, height) = (inches.width * dots, inches.height * dots)
    guard (20...mostPixels).contains(width), (20...mostPixels).contains(height), width * height <= 1e8 else {
      throw Fault(
        .value,
        "\(call.builtin.name): a picture of \(NumberText.short(width)) × \(NumberText.short(height)) pixels is too \(min(width, height) < 20 ? "small" : "large")",
        hint: "its sides are figsize × dpi: 20 to 20000 pixels, together at most 100 million")
    }
    return PictureSize(Int(width.rounded(), within: 20...20_000), Int(height.rounded(), within: 20...20_000))
  }

  private static let show = Builtin(
    "plt.show", "show(block=None)", "Shows the figures drawn since the last show.",
    example: "import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])\nplt.show()"
  ) { call in
    for figure in call.pyplot.takeAll() {
      // What a Python program prints is its own: there only the picture is shown.
      call.session.emit(.pictured(Picture(figure, call.session.options.echoes ? figure.inventory : "")))
    }
    return .none
  }

  private static let savefig = Builtin(
    "plt.savefig", "savefig(fname, dpi=None, bbox_inches=None, transparent=None, facecolor=None)",
    "Writes the current figure to a .png, .svg or .pdf file, new or a picture like it; dpi: pixels of a .png to an inch."
  ) { call in
    let dots = try call.size("dpi", unless: "figure", within: legalDots)
    _ = try call.choice("bbox_inches", ["tight": ()])
    let path = try call.string(0)
    let sheet = call.pyplot.sheet ?? Pyplot.Sheet(name: .number(1), figure: Figure([Panel(hasLegend: false)]))
    var figure = sheet.figure
    // Vector pictures have a size in inches, whatever their dots.
    let own = PictureFormat(path: path) == .png ? dots ?? sheet.dots : nil
    figure.size = try pixels(sheet.inches, own, call)
    if let color = call.named("facecolor"), !color.isText("auto") {
      figure.background = try PyplotColor.color(color, call.builtin.name)
    }
    if let transparent = call.named("transparent"), try isTrue(transparent) { figure.background = nil }
    try PictureFile.write(figure, to: path, call.session)
    return .none
  }

  private static let close = Builtin(
    "plt.close", "close(fig=None)", "Forgets the current figure, the one of that number, or 'all'.",
    example: "import matplotlib.pyplot as plt\nplt.close()"
  ) { call in
    guard let value = call.named("fig") else {
      call.pyplot.close()
      return .none
    }
    if value.isText("all") { call.pyplot.closeAll() } else { call.pyplot.close(try sheetName(value, call)) }
    return .none
  }

  private static let subplot = Builtin(
    "plt.subplot", "subplot(*args)",
    "Goes to a panel of the figure: rows, columns, number from 1; or 121 in one number.",
    example: "import matplotlib.pyplot as plt\nplt.subplot(1, 2, 1)\nplt.plot([1, 2])"
  ) { call in
    var numbers: [Int] = []
    if case .tuple(let items) = call[0] {
      numbers = items.items.compactMap(\.asIndex)
      if numbers.count < items.items.count { numbers = [] }
    }
    if numbers.count == 1, (111...999).contains(numbers[0]) {
      numbers = [numbers[0] / 100, numbers[0] / 10 % 10, numbers[0] % 10]
    }
    guard numbers.count == 3, (1...20).contains(numbers[0]), (1...20).contains(numbers[1]),
      (1...numbers[0] * numbers[1]).contains(numbers[2])
    else {
      throw Fault(.value, "plt.subplot needs rows and columns of 1 to 20, and a number from 1 to rows × columns")
    }
    call.pyplot.select(rows: numbers[0], columns: numbers[1], number: numbers[2])
    return .none
  }

  private static let tightLayout = Builtin(
    "plt.tight_layout", "tight_layout(pad=None)", "Does nothing: panels never overlap here.",
    example: "import matplotlib.pyplot as plt\nplt.tight_layout()"
  ) { _ in .none }

  private static let suptitle = Builtin(
    "plt.suptitle", "suptitle(t, fontsize=None, fontweight=None, color=None)", "The words above all panels.",
    example: "import matplotlib.pyplot as plt\nplt.suptitle('Both')"
  ) { call in
    var style = WordStyle()
    style.size = try call.fontSize()
    style.isBold = try call.isBold()
    style.color = try call.color(anyOf: "color")
    let words = try str(call[0], call.session.printOptions)
    call.pyplot.openSheet.figure.title = words
    call.pyplot.openSheet.figure.titleStyle = style
    return .none
  }
}
