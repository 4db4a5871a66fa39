import Testing

@Suite struct CommandArgumentTests {
  @Test(arguments: [
    ("train 100, lr=0.1, every=10", "<train epochs:100 lr:0.1 every:10>"),
    ("train lr = 0.1", "<train lr:0.1>"),
    ("train epochs=5", "<train epochs:5>"),
    ("train lr=-0.1 every=2*n+1", "<train lr:(- 0.1) every:(+ (* 2 n) 1)>"),
    ("train 100 if big else 10", "<train epochs:(if big 100 10)>"),
    ("train \\\n 10", "<train epochs:10>"),
    (
      "predict [[0, 0],\n  [1, 1]]",
      "(unless-bound predict <predict X:(list (list 0 0) (list 1 1))> "
        + "([] predict (tuple (list 0 0) (list 1 1))))"
    ),
    ("data moons samples=1000 noise=0.2 seed=42", "<data source:\"moons\" samples:1000 noise:0.2 seed:42>"),
    ("data \"my iris.csv\" target=species", "<data source:\"my iris.csv\" target:\"species\">"),
    ("data moons,samples=3", "<data source:\"moons\" samples:3>"),
    ("data iris.csv", "<data source:\"iris.csv\">"),
    ("data ../iris.csv", "<data source:\"../iris.csv\">"),
    ("data /tmp/iris.csv", "(unless-bound data <data source:\"/tmp/iris.csv\"> (/ (/ data tmp) (. iris csv)))"),
    ("data (name)", "(call data name)"),
    ("data moons target=(x)", "<data source:\"moons\" target:x>"),
    ("save a-b.nn;", "<save file:\"a-b.nn\">;"),
    ("save 'a b.nn' # comment", "<save file:\"a b.nn\">"),
    ("save f'{x}.nn'", "<save file:(f {x} \".nn\")>"),
    ("save \"a\" + ext", "<save file:(+ \"a\" ext)>"),
    ("set convention rows", "<set name:\"convention\" value:\"rows\">"),
    ("set lr 0.5", "<set name:\"lr\" value:0.5>"),
    ("set lr -1", "<set name:\"lr\" value:(- 1)>"),
    ("set lr (x)", "<set name:\"lr\" value:x>"),
    ("set a b + 1", "<set name:\"a\" value:(+ b 1)>"),
    ("note don't cut 'a # b' # this", "<note text:\"don't cut 'a # b'\">"),
    ("note # nothing", "(unless-bound note <note> note)"),
    ("note a ; b;", "<note text:\"a ; b\">;"),
    ("show W1 b1, Z1 * 2 history", "<show what:W1 what:b1 what:(* Z1 2) what:\"history\">"),
    ("show history[0] data - 1", "<show what:([] history 0) what:(- data 1)>"),
    ("plot A to f.png title=\"a b\"", "<plot what:A to:\"f.png\" title:\"a b\">"),
    ("plot loss to=f.png", "<plot what:\"loss\" to:\"f.png\">"),
    ("check gradients", "<check gradients:\"gradients\">"),
    ("check m = x == y", "<check formula:(m = (compare x == y))>"),
    ("explain forward", "<explain pass:\"forward\">"),
    ("explain W1", "<explain entry:&W1>"),
    ("time for i in r: x += i", "<time line:(for i r (+= x i))>"),
    ("time for i in r:\n  x += i\ny", "<time line:(for i r (+= x i))>\ny"),
    ("time train 10 lr=2", "<time line:<train epochs:10 lr:2>>"),
    ("time x; y", "<time line:x>;\ny"),
    ("time x == y", "<time line:(compare x == y)>"),
    ("network 2 -> 10 relu -> 1 sigmoid", "<network layers:[2]->[10 'relu]->[1 'sigmoid]>"),
    ("network 2→10 relu→1", "<network layers:[2]->[10 'relu]->[1]>"),
    ("network n->h->k", "<network layers:[n]->[h]->[k]>"),
    (
      "network 2 -> dropout 0.2 -> sizes[1] relu init=he",
      "<network layers:[2]->['dropout 0.2]->[([] sizes 1) 'relu] init:\"he\">"
    ),
  ])
  func sorting(line: String, tree: String) {
    #expect(read(line) == tree)
  }

  @Test(arguments: [
    (
      "train 10 evry=3",
      "error: 'train' has no option 'evry' | did you mean 'every'? its options: lr, batch_size, every @ evry"
    ),
    ("train lr 5", "error: 'lr' is an option and has its value behind '=' | write lr=5 @ lr 5"),
    (
      "train 10 20", "error: 'train' has no place for '20' | usage: train [EPOCHS] [lr=…] [batch_size=…] [every=…] @ 20"
    ),
    ("train 10 lr=", "error: 'lr' has no value | usage: train [EPOCHS] [lr=…] [batch_size=…] [every=…] @ lr"),
    ("train 10 lr=1 lr=2", "error: 'lr' is given twice @ lr"),
    ("data moon", "error: 'data' does not know 'moon' | did you mean 'moons'? it can be: moons, circles, blobs @ moon"),
    (
      "layer 10 rela",
      "error: 'layer' does not know 'rela' | did you mean 'relu'? it can be: relu, sigmoid, tanh @ rela"
    ),
    (
      "data samples=3",
      "error: 'data' needs SOURCE | usage: data SOURCE [samples=…] [noise=…] [seed=…] [target=…] @ data samples=3"
    ),
    ("%show", "error: 'show' needs WHAT | usage: show WHAT … @ %show"),
    ("show W1,", "error: an argument is missing after the comma @ ,"),
    ("%stop", "error: there is no command 'stop' | did you mean 'step'? @ stop"),
    ("trian 100", "error: there is no command 'trian' | did you mean 'train'? @ trian"),
    ("network 2 -> -> 3", "error: a layer is missing before the arrow @ ->"),
    ("network 2 ->", "error: a layer is missing after the arrow @ ->"),
    ("predict [1, 2", "error: '[' is never closed … @ ["),
    (
      "check gradient s",
      "error: 'check' wants NAME = EXPRESSION here | usage: check [GRADIENTS] [FORMULA] @ gradient s"
    ),
  ])
  func errors(line: String, message: String) {
    #expect(read(line) == message)
  }
}
