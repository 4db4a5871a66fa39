import Arrays
import NeuralNetwork
import Plotting

/// `plt.figure`, `show`, `savefig`: figures as wholes.
enum PyplotFigure {
  static let all: [Builtin] = [figure, show, savefig, close, subplot, tightLayout, suptitle]

  private static let figure = Builtin(
    "plt.figure", "figure(num=None, figsize=None, dpi=None, facecolor=None)",
    "Starts a figure; figsize is its width and height in inches of 100 pixels.",
    example: "import matplotlib.pyplot as plt\nplt.figure(figsize=(10, 6))"
  ) { call in
    var size: PictureSize?
    if let inches = try call.numbers("figsize") {
      guard inches.count == 2, inches.allSatisfy({ (1...100).contains($0) }) else {
        throw Fault(.value, "plt.figure: figsize must be two numbers of inches between 1 and 100")
      }
      size = PictureSize(Int(inches[0] * Pyplot.dotsPerInch), Int(inches[1] * Pyplot.dotsPerInch))
    }
    call.pyplot.begin(size: size)
    return .none
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
    "Writes the current figure to a .png, .svg or .pdf file."
  ) { call in
    try PictureFile.write(call.pyplot.figure ?? Figure([Panel()]), to: try call.string(0), call.session)
    return .none
  }

  private static let close = Builtin(
    "plt.close", "close(fig=None)", "Forgets the figures.", example: "import matplotlib.pyplot as plt\nplt.close()"
  ) { call in
    call.pyplot.close()
    return .none
  }

  private static let subplot = Builtin(
    "plt.subplot", "subplot(*args)",
    "Goes to a panel of the figure: rows, columns, number from 1; or 121 in one number.",
    example: "import matplotlib.pyplot as plt\nplt.subplot(1, 2, 1)\nplt.plot([1, 2])"
  ) { call in
    var numbers: [Int] = []
    if case .tuple(let items) = call[0] { numbers = items.items.compactMap(\.asIndex) }
    if numbers.count == 1, (111...999).contains(numbers[0]) {
      numbers = [numbers[0] / 100, numbers[0] / 10 % 10, numbers[0] % 10]
    }
    guard numbers.count == 3, (1...20).contains(numbers[0]), (1...20).contains(numbers[1]),
      (1...numbers[0] * numbers[1]).contains(numbers[2])
    else {
      throw Fault(.value, "plt.subplot needs rows, columns and a number from 1 to rows × columns")
    }
    call.pyplot.select(rows: numbers[0], columns: numbers[1], number: numbers[2])
    return .none
  }

  private static let tightLayout = Builtin(
    "plt.tight_layout", "tight_layout(pad=None)", "Does nothing: panels never overlap here.",
    example: "import matplotlib.pyplot as plt\nplt.tight_layout()"
  ) { _ in .none }

  private static let suptitle = Builtin(
    "plt.suptitle", "suptitle(t, fontsize=None, fontweight=None, y=None)", "The words above all panels.",
    example: "import matplotlib.pyplot as plt\nplt.suptitle('Both')"
  ) { call in
    call.pyplot.figure = call.pyplot.figure ?? Figure([Panel(hasLegend: false)])
    call.pyplot.figure?.title = try call.string(0)
    return .none
  }
}
