import Plotting
import Syntax

/// The names of `matplotlib.pyplot` that exist here, with Matplotlib's signatures as far as they matter; all draw into one ``Pyplot``.
public enum PyplotModule {
  public static let functions: [Builtin] =
    PyplotFigure.all + PyplotSeries.all + PyplotGrids.all + PyplotBars.all + PyplotAxes.all + PyplotLegend.all
    + PyplotMissing.all

  /// `plt.cm.RdBu`: the names of the colour maps.
  static let maps = ModuleObject(
    name: "plt.cm",
    members: Dictionary(
      Colormap.names.flatMap { [($0, Value.text($0)), ($0 + "_r", .text($0 + "_r"))] }, uniquingKeysWith: { a, _ in a })
  )
}

/// Names that programs use and that are refused by name.
enum PyplotMissing {
  static let all: [Builtin] = [
    missing("subplots", "plt.figure(figsize=(10, 4)), then plt.subplot(1, 2, 1), plt.subplot(1, 2, 2)"),
    missing("gca", "the functions of plt draw into the current panel"),
    missing("gcf", "the functions of plt draw into the current figure"),
    missing("axes", "plt.subplot(1, 2, 1)"),
    missing("pie", "plt.bar"),
    missing("boxplot", "plt.hist"),
    missing("quiver", "plt.plot"),
    missing("annotate", "plt.text(x, y, 'words')"),
  ]

  private static func missing(_ name: String, _ instead: String) -> Builtin {
    Builtin.refused("plt.\(name)", "plt.\(name) does not exist here", hint: Hint(instead))
  }
}
