import Syntax
import Testing

/// When a prompt asks for another line.
@Suite struct PromptTests {
  @Test(arguments: [
    "f(1,", "x = [\n\n", "\"\"\"abc\n\n", "x = 1 + \\", "if x:", "if x: y", "for i in r:\n  y",
    "def f():\n  if x:\n    y",
    "if x:\n  y\nelse:", "if x:\n  y = (", "for i in r:\n  y\n# comment", "time for i in r:", "if x:\n  '''a\n\nb",
    "x = 1\nif x:\n  y", "predict [[1, 2],", "if x:\n  y\n  ", "f'''{x", "if x: y\nelif z:", "while x: # c",
  ])
  func more(text: String) {
    #expect(Parser.needsMoreLines(text, commands: commands))
  }

  @Test(arguments: [
    "", "x", "x = (1)", "# comment", "if x: y\n", "for i in r:\n  y\n", "if x:\n", "if x", "x = )", "train 10", "'abc",
    "f(1 2", "if x:\n  y\nelse:\n  z\n", "if x:\n  y\n\nz", "x +", "class A:", "f'{x", "def f():\n  return (1\n  )\n",
    "step", "import numpy as np",
  ])
  func enough(text: String) {
    #expect(!Parser.needsMoreLines(text, commands: commands))
  }
}
