import Testing

@Suite struct StatementTests {
  @Test(arguments: [
    ("a = b = c, d", "(= a b (tuple c d))"), ("*a, b = c", "(= (tuple (* a) b) c)"),
    ("(a, [b, c]) = d", "(= (tuple a (list b c)) d)"),
    ("a[0], b.c = 1, 2", "(= (tuple ([] a 0) (. b c)) (tuple 1 2))"), ("W -= lr * dW", "(-= W (* lr dW))"),
    ("a @= b", "(@= a b)"), ("a **= 2; b //= 3; c >>= 1", "(**= a 2);\n(//= b 3);\n(>>= c 1)"),
    ("x: int = 3", "(: x int 3)"), ("x: float", "(: x float)"), ("del a, b[0]", "(del a ([] b 0))"),
    ("assert x, 'm'", "(assert x \"m\")"),
    ("import numpy as np, a.b as c", "(import numpy:np a.b:c)"),
    (
      "from sklearn.datasets import (make_moons as mm,\n make_blobs,)",
      "(from sklearn.datasets make_moons:mm make_blobs)"
    ),
    ("def f(x: int, *, y: float = 2) -> int:\n  '''doc'''\n  return x", "(def f (x /y=2) doc=\"doc\" (return x))"),
    (
      "def f():\n  n = 0\n  def g():\n    nonlocal n\n    return\n  return g, 1",
      "(def f () (= n 0) (def g () (nonlocal n) (return)) (return (tuple g 1)))"
    ),
    ("if a: x\nelif b:\n  y\n\n  z\nelse: w", "(if (a x) (b y z) (else w))"),
    ("while True:\n\tif x: break\n\tcontinue\nelse:\n\tpass", "(while True (if (x break)) continue (else pass))"),
    (
      "for i, (a, b) in enumerate(z):\n  print(i)\n# done\nx",
      "(for (tuple i (tuple a b)) (call enumerate z) (call print i))\nx"
    ),
    ("if x:\n    y\n# c\n    z", "(if (x y z))"), ("#!/usr/bin/env nn\nx", "x"), ("\u{FEFF}x = 1", "(= x 1)"),
    ("x\r\nif y:\r\n  z\r\n", "x\n(if (y z))"), ("global g", "(global g)"), ("match = 1", "(= match 1)"),
    ("match[0]", "([] match 0)"), ("print(match, type)", "(call print match type)"),
    ("if x: y; z\nw", "(if (x y z))\nw"),
    ("", ""), ("\n\n  \n# c\n", ""), ("\"\"\"doc\"\"\"", "\"doc\""),
  ])
  func tree(text: String, tree: String) {
    #expect(read(text) == tree)
  }
}
