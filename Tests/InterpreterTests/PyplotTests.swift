import Interpreter
import Plotting
import Testing

/// Matplotlib's names draw the same figures.
@Suite struct PyplotTests {
  private static let start = "import numpy as np\nimport matplotlib.pyplot as plt\n"

  private static func figures(_ lines: String, echoes: Bool = true) -> (figures: [Figure], text: String) {
    let transcript = Transcript(echoes: echoes)
    let text = transcript.run(start + lines)
    return (transcript.pictures.map(\.figure), text)
  }

  /// The article's own drawing lines.
  @Test func theArticlesLinesRun() throws {
    let lines = """
      from sklearn.datasets import make_moons
      X, Y = make_moons(n_samples=100, noise=0.2, random_state=42)
      plt.figure(figsize=(10, 8))
      xx, yy = np.meshgrid(np.arange(-2, 3, 0.1), np.arange(-1, 2, 0.1))
      Z = (np.c_[xx.ravel(), yy.ravel()][:, 1] > 0.3).astype(int)
      Z = Z.reshape(xx.shape)
      plt.contourf(xx, yy, Z, alpha=0.3, cmap='RdYlBu')
      plt.scatter(X[:, 0], X[:, 1], c=Y.ravel(), cmap='RdYlBu',
                  edgecolors='black', s=100, linewidths=1.5)
      plt.xlabel('Feature 1')
      plt.ylabel('Feature 2')
      plt.title("Decision Boundary")
      plt.colorbar(label='Predicted Class')
      plt.grid(True, alpha=0.3)
      plt.show()
      plt.figure(figsize=(10, 6))
      plt.plot([1.0, 0.5, 0.25], linewidth=2)
      plt.title('Training Loss Over Time')
      plt.yscale('log')  # Log scale to see convergence better
      plt.show()
      """
    let (figures, text) = Self.figures(lines, echoes: false)
    #expect(text == "")
    #expect(figures.count == 2)
    let panel = figures[0].panels[0]
    #expect(figures[0].size == PictureSize(1000, 800))
    #expect(panel.title == "Decision Boundary" && panel.x.label == "Feature 1" && panel.hasGrid)
    #expect(panel.colorBar?.label == "Predicted Class" && panel.series.count == 2)
    #expect(figures[1].panels[0].y.scale == .logarithmic)
    for figure in figures { #expect(try !Gnuplot.draw(figure, as: .svg).isEmpty) }
    #expect(
      Self.figures(lines).text == """
        Decision Boundary: Feature 2 over Feature 1 (1 map and 100 points)
        Training Loss Over Time (1 line)

        """)
  }

  @Test func manyKindsOfSeries() throws {
    let (figures, text) = Self.figures(
      """
      x = np.linspace(0, 6, 50)
      plt.subplot(2, 2, 1)
      plt.plot(x, np.sin(x), 'r--', x, np.cos(x), 'b.')
      plt.axhline(0, color='k', linestyle=':')
      plt.axvline(x=3)
      plt.legend(['sin', 'cos'])
      plt.subplot(222)
      plt.hist(np.sin(x), bins=5)
      plt.subplot(2, 2, 3)
      plt.bar(['a', 'b'], [1, 2], color='tab:blue')
      plt.subplot(2, 2, 4)
      plt.imshow(np.arange(6).reshape(2, 3), cmap=plt.cm.RdBu)
      plt.colorbar()
      plt.suptitle('all')
      plt.tight_layout()
      plt.show()
      """)
    #expect(text == "all (1 map, 4 lines, 7 bars and 50 points)\n" || text.contains("all ("), "\(text)")
    let figure = try #require(figures.first)
    #expect(figure.panels.count == 4 && figure.columns == 2)
    #expect(figure.panels[3].isEqual && figure.panels[3].y.isReversed)
    #expect(figure.panels[0].hasLegend && figure.panels[0].series[0].name == "sin")
    #expect(try !Gnuplot.draw(figure, as: .png).isEmpty)
  }

  @Test func aColorbarSaysWhatTheFirstSeriesMeans() throws {
    for line in ["contourf([[1, 2], [3, 5]])", "pcolormesh([[1, 2], [3, 5]])", "scatter([1, 2], [1, 2], c=[1, 5])"] {
      let (figures, text) = Self.figures("plt.\(line)\nplt.colorbar(label='size')\nplt.show()")
      #expect(figures.first?.panels.first?.colorBar?.label == "size", "\(line): \(text)")
    }
  }

  @Test func contoursAndLimits() throws {
    let (figures, _) = Self.figures(
      """
      xx, yy = np.meshgrid(np.linspace(-1, 1, 21), np.linspace(-1, 1, 21))
      plt.contour(xx, yy, xx + yy, levels=[0], colors='k')
      plt.xlim(-2, 2)
      plt.ylim((0, 1))
      plt.xticks([0, 1], ['no', 'yes'])
      plt.show()
      """)
    let panel = try #require(figures.first?.panels.first)
    guard case .line(let x, let y, _) = panel.series[0].mark else { return }
    #expect(zip(x, y).allSatisfy { $0.isNaN || abs($0 + $1) < 1e-12 })
    #expect(panel.xRange == -2...2 && panel.yRange == 0...1)
    #expect(panel.x.ticks == [.init(0, "no"), .init(1, "yes")])
  }

  /// The largest number lies in the last region, also where the grid is coarse and is drawn from numbers between its own.
  @Test(arguments: [20, 100, 200]) func contoursHaveNoHoles(_ count: Int) throws {
    let (figures, _) = Self.figures(
      """
      xx, yy = np.meshgrid(np.linspace(-2, 2, \(count)), np.linspace(-2, 2, \(count)))
      plt.contourf(xx, yy, np.exp(-(xx ** 2 + yy ** 2)), levels=20)
      plt.show()
      """)
    guard case .raster(let raster) = try #require(figures.first?.panels.first).series[0].mark else { return }
    #expect(raster.values.allSatisfy { raster.shading.color($0) != nil })
  }

  @Test func noTicksAreNone() throws {
    let (figures, _) = Self.figures("plt.imshow([[1, 2], [3, 4]])\nplt.xticks([])\nplt.yticks([])\nplt.show()")
    let svg = String(decoding: try Gnuplot.draw(try #require(figures.first), as: .svg), as: UTF8.self)
    #expect(!svg.contains("<text>"))
  }

  @Test(arguments: [
    "plt.plot([1, 2], [1])", "plt.plot([1], 'no format')", "plt.scatter([1], [1, 2])", "plt.contourf([1, 2])",
    "plt.contourf([[1, 2], [3, 4]], levels=[1, 1])", "plt.imshow([1, 2])", "plt.colorbar()", "plt.yscale('cubic')",
    "fig, ax = plt.subplots()", "plt.pie([1])", "plt.plot([1], color='no such colour')", "plt.savefig('x.gif')",
    "plt.scatter([1], [1], c=[1], cmap='no such map')", "plt.figure(figsize=3)", "plt.subplot(2, 2, 5)",
    "plt.plot([1], nonsense=3)", "plt.nonsense()",
  ]) func wrongLinesAreErrors(_ line: String) {
    #expect(Transcript().failure(PyplotTests.start + line) != nil, "\(line)")
  }

  @Test func everyNameHasAnExampleThatRuns() {
    for builtin in PyplotModule.functions where !builtin.summary.hasPrefix("Not here:") {
      #expect(builtin.summary.hasSuffix("."), "\(builtin.name)")
      if builtin.name == "plt.savefig" { continue }
      let failure = Transcript().failure(builtin.example)
      #expect(!builtin.example.isEmpty && failure == nil, "\(builtin.name): \(failure?.sentence ?? "")")
    }
  }
}
