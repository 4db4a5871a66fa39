import Testing

/// The table "Command or Python?" of the language, row by row.
@Suite struct CommandOrPythonTests {
  @Test(arguments: [
    ("train 1000 lr=lr", "<train epochs:1000 lr:lr>"),
    ("train n - 1", "<train epochs:(- n 1)>"),
    ("def train(X): return X\ntrain(X)\ntrain 100", "(def train (X) (return X))\n(call train X)\n<train epochs:100>"),
    ("step", "(unless-bound step <step> step)"),
    ("step = 0.1", "(= step 0.1)"),
    ("step, lr = 1, 2", "(= (tuple step lr) (tuple 1 2))"),
    ("for step in r:\n  pass", "(for step r pass)"),
    ("step lr=0.5", "<step lr:0.5>"),
    ("loss mse", "<loss kind:\"mse\">"),
    ("loss", "(unless-bound loss <loss> loss)"),
    ("loss - 1", "(- loss 1)"),
    ("data moons", "<data source:\"moons\">"),
    ("data = 3", "(= data 3)"),
    ("data[0]", "([] data 0)"),
    ("forward [1, 2]", "(unless-bound forward <forward X:(list 1 2)> ([] forward (tuple 1 2)))"),
    ("forward -X", "(unless-bound forward <forward X:(- X)> (- forward X))"),
    ("forward(X)[0]", "([] (call forward X) 0)"),
    ("forward (X) > 0.5", "(compare (call forward X) > 0.5)"),
    ("show W1 - b1", "<show what:(- W1 b1)>"),
    ("show W1 -b1", "<show what:(- W1 b1)>"),
    ("show W1, -b1", "<show what:W1 what:(- b1)>"),
    ("show history", "<show what:\"history\">"),
    ("show (history)", "(call show history)"),
    ("history", "(unless-bound history <history> history)"),
    ("plot loss", "<plot what:\"loss\">"),
    ("plot A B", "<plot what:A what:B>"),
    ("plot boundary to \"f.png\"", "<plot what:\"boundary\" to:\"f.png\">"),
    ("check dW2 = A1.T @ dZ2 / m", "<check formula:(dW2 = (/ (@ (. A1 T) dZ2) m))>"),
    ("explain dW1[0, 3]", "<explain entry:&dW1[(tuple 0 3)]>"),
    ("help relu", "<help topic:\"relu\">"),
    ("?relu", "<help topic:\"relu\">"),
    ("time Z = X @ W1", "<time line:(= Z (@ X W1))>"),
    ("time.time()", "(call (. time time))"),
    ("layer sizes[1] relu", "<layer units:([] sizes 1) activation:\"relu\">"),
    ("network n -> 2*h relu -> 1 sigmoid", "<network layers:[n]->[(* 2 h) 'relu]->[1 'sigmoid]>"),
    ("seed 42", "<seed value:42>"),
    ("seed = 42", "(= seed 42)"),
    ("relu'(Z1)", "(' relu Z1)"),
    ("f'(x)'", "(f \"(x)\")"),
  ])
  func row(line: String, tree: String) {
    #expect(read(line) == tree)
  }

  /// What binds or uses the word as a name is Python, whatever the command.
  @Test(arguments: [
    ("step += 1", "(+= step 1)"), ("step += 1;", "(+= step 1);"), ("step: int = 1", "(: step int 1)"),
    ("step == 3", "(compare step == 3)"), ("step * 2", "(* step 2)"), ("step / 2", "(/ step 2)"),
    ("step if x else y", "(if x step y)"), ("step and x", "(and step x)"), ("step in x", "(compare step in x)"),
    ("step not in x", "(compare step not in x)"), ("step is None", "(compare step is None)"),
    ("data.shape", "(. data shape)"), ("loss < 0.1", "(compare loss < 0.1)"), ("step -= 1", "(-= step 1)"),
    ("loss, acc", "(tuple loss acc)"), ("import time", "(import time)"), ("x = step", "(= x step)"),
    ("time = 3", "(= time 3)"), ("step % 2", "(% step 2)"), ("step != 2", "(compare step != 2)"),
  ])
  func python(line: String, tree: String) {
    #expect(read(line) == tree)
  }

  @Test(arguments: [
    ("step # comment", "(unless-bound step <step> step)"), ("step;", "(unless-bound step <step> step);"),
    ("train .5", "<train epochs:0.5>"), ("forward ~mask", "<forward X:(~ mask)>"),
    ("forward not x", "<forward X:(not x)>"), ("show 'a'", "<show what:\"a\">"), ("forward {}", "<forward X:(dict)>"),
    ("train ŷ", "<train epochs:ŷ>"), ("if x: train 10", "(if (x <train epochs:10>))"),
    (
      "for i in r:\n  step\n  train 2; loss mse",
      "(for i r (unless-bound step <step> step) <train epochs:2> <loss kind:\"mse\">)"
    ),
    ("%step", "<step>"), ("%train 3", "<train epochs:3>"), ("%loss mse; x", "<loss kind:\"mse\">;\nx"),
    ("relu?", "<help topic:\"relu\">"), ("np.zeros?", "<help topic:\"np.zeros\">"), ("?", "<help>"),
    ("train?;", "<help topic:\"train\">;"), ("??np.zeros", "<help topic:\"np.zeros\">"),
    ("?np.zeros # what", "<help topic:\"np.zeros\">"),
  ])
  func command(line: String, tree: String) {
    #expect(read(line) == tree)
  }
}
