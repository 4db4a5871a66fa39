import Notebook
import Testing

/// Formulas in texts become MathML that Chromium shows; what is no formula stays text.
@Suite struct FormulaTests {
  /// The article's formulas.
  static let formulas = [
    #"z^{[1]} = W^{[1]} \cdot x + b^{[1]}"#, #"a^{[1]} = g(z^{[1]})"#,
    #"\begin{align} z^{[1]} &= W^{[1]} \cdot x + b^{[1]} \\ a^{[1]} &= \text{ReLU}(z^{[1]}) \\ \hat{y} &= \text{softmax}(z^{[2]}) \end{align}"#,
    #"L = \frac{1}{N} \sum_{i=1}^{N} (y_i - \hat{y}_i)^2"#, #"L = -\sum_{i=1}^{C} y_i \cdot \log(\hat{y}_i)"#,
    #"\frac{dy}{dx} = \frac{dy}{dg} \cdot \frac{dg}{dh} \cdot \frac{dh}{dx}"#,
    #"\frac{\partial L}{\partial z^{[2]}} = \hat{y} - y"#,
    #"\frac{\partial L}{\partial a^{[1]}} = (W^{[2]})^T \cdot \frac{\partial L}{\partial z^{[2]}}"#,
    #"\frac{d}{dz}\text{ReLU}(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{if } z \leq 0 \end{cases}"#,
    #"W \leftarrow W - \alpha \, \frac{\partial L}{\partial W}"#, #"\sigma'(z) = \sigma(z)\left(1 - \sigma(z)\right)"#,
    #"\mathbf{x} \in \mathbb{R}^{n \times m}, \quad \|x\|_2 = \sqrt{\sum_i x_i^2}, \quad \mathcal{L}(\theta)"#,
    #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}^{-1}, \quad \max_{i} x_i, \quad \mathrm{softmax}_k = \frac{e^{z_k}}{\sum_j e^{z_j}}"#,
  ]

  static let notebook =
    "# %% [markdown]\n# # Formulas\n#\n" + formulas.map { "# $$\($0)$$\n#\n# In a line: $\($0)$.\n#\n" }.joined()
    + "# %%\n1 + 1\n"

  private func html(_ markdown: String) -> String {
    let text =
      "# %% [markdown]\n"
      + markdown.split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)\n" }.joined()
    let page = NotebookTools.render(name: "t.nn", text: text, format: .html).text
    return page.components(separatedBy: "<main>").last!.components(separatedBy: "</main>")[0]
  }

  @Test(arguments: formulas) func theArticlesFormulasAreWhollyUnderstood(_ formula: String) throws {
    let page = html("$$\(formula)$$")
    #expect(page.contains("<math display=\"block\">") && page.contains("</math>"))
    let shown = page.components(separatedBy: "<annotation")[0]
    #expect(!shown.contains("\\") && !shown.contains("$") && !shown.contains("{["), "\(shown)")
    // Every element that is opened is closed again.
    var open: [Substring] = []
    for tag in page.components(separatedBy: "<").dropFirst() {
      let name = tag.prefix { $0.isLetter || $0 == "/" }
      if name.hasPrefix("/") { #expect(open.popLast() == name.dropFirst(), "\(page)") } else { open.append(name) }
    }
    #expect(open.isEmpty)
  }

  @Test(arguments: [
    (#"x_i^2"#, "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"), (#"\frac12"#, "<mfrac>"),
    (#"\sqrt[3]{x}"#, "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"), (#"3.14"#, "<mn>3.14</mn>"),
    (#"f'"#, "<msup><mi>f</mi><mo>′</mo></msup>"), (#"\alpha\le\infty"#, "<mi>α</mi><mo>≤</mo><mi>∞</mi>"),
    (#"\sum_{i=1}^n"#, "<munderover>"), (#"\unknown{x}"#, "<mtext>\\unknown</mtext>"),
    (#"\hat{y}"#, "<mover accent=\"true\">"), (#"a<b&c"#, "<mo>&lt;</mo>"), (#"\mathcal{L}"#, "ℒ"),
  ])
  func pieces(tex: String, markup: String) { #expect(html("$\(tex)$").contains(markup)) }

  @Test func dollarsThatAreNoFormulasStay() {
    #expect(html("It costs $5, or $7 for two.").contains("It costs $5, or $7 for two."))
    #expect(html(#"\$x\$ and `$x$`"#).contains("$x$ and <code>$x$</code>"))
    #expect(html("```\n$x$\n```").contains("$x$\n</code>"))
    #expect(!html("a $x\n\ny$ b").contains("<math"))
  }

  @Test func underscoresInFormulasAreNoEmphasis() {
    let page = html("$a_1 * b_2$ and *words* and $c_3 * d_4$")
    #expect(page.components(separatedBy: "<math").count == 3 && page.contains("<em>words</em>"))
    #expect(page.components(separatedBy: "<em>").count == 2)
  }

  @Test func brokenAndEndlessFormulasAreShownSomehow() {
    for tex in [
      #"\frac{a"#, "{{{{", "}}}", #"\left( x"#, #"\begin{cases} a & b"#, #"\end{x} \right) & \\"#, "^", "_^", #"a\"#,
    ] {
      #expect(html("$$\(tex) $$").contains("</math>"), "\(tex)")
    }
    let deep = String(repeating: "{", count: 9000) + "x" + String(repeating: "}", count: 9000)
    #expect(html("$$\(deep)$$").contains("</math>"))
    #expect(html("$$\(String(repeating: "x^2", count: 40_000))$$").contains("<code>x^2x^2"))
  }
}
