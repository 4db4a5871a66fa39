import Testing

@Suite struct MistakeTests {
  /// Features of Python that are refused by name.
  @Test(arguments: [
    ("class A:\n  pass", "classes are not in nn"), ("x = {1, 2}", "sets are not in nn"),
    ("{x for x in y}", "sets are not in nn"),
    ("(x := 3)", "assignment inside an expression (:=) is not in nn"), ("if (n := 2) > 1: x", "assignment inside"),
    ("try:\n  x\nexcept: y", "exception handling (try)"), ("raise X", "exception handling (raise)"),
    ("with open(x) as f:\n  y", "'with' blocks"), ("def f():\n  yield x", "generators (yield)"),
    ("x = yield y", "generators (yield)"),
    ("async def f(): x", "asynchronous code"), ("await x", "asynchronous code"),
    ("@njit\ndef f(): x", "decorators (@)"),
    ("match x:\n  case 1: y", "'match' is not in nn"), ("match (x):\n  case 1: y", "'match' is not in nn"),
    ("from numpy import *", "'import *' is not in nn"), ("from . import x", "relative imports"),
    ("x = 3j", "complex numbers"),
    ("x = b'abc'", "byte strings"), ("def f(a, /): x", "positional-only parameters"),
    (#"'\N{DASH}'"#, #"\N{…} in a string is not in nn"#),
    ("type X = int", "type aliases"),
  ])
  func refused(text: String, sentence: String) {
    #expect(read(text).hasPrefix("error: " + sentence))
  }

  @Test(arguments: [
    (
      "class A: pass",
      "error: classes are not in nn | functions and a dict do the same: examples/article.nn shows it @ class"
    ),
    ("if x = 3: y", "error: '=' cannot stand here | did you mean '=='? @ ="),
    ("while x = 3: y", "error: '=' cannot stand here | did you mean '=='? @ ="),
    ("if x\n  y", "error: ':' is missing at the end of 'if' @ x"),
    ("for i in range(3) print(i)", "error: 'print' cannot stand here | is the ':' of 'for' missing before it? @ print"),
    ("x = (1 + 2\ny = 3", "error: '(' is never closed @ ("), ("x = [1, 2)", "error: ')' does not close '[' @ [1, 2)"),
    ("x)", "error: ')' closes no bracket @ )"),
    ("f(a b)", "error: 'b' cannot stand here | is a comma or an operator missing before it? @ b"),
    ("[1 2]", "error: a comma is missing between the items of the list @ 2"),
    ("'abc", "error: this string is not closed on its line | close it with ' @ 'abc"),
    ("'''abc", "error: this string is never closed by three quotes … @ '''"),
    ("print x", "error: print needs parentheses | write print(x) @ print x"),
    ("a && b", "error: '&&' is no operator here | write 'and' @ &&"),
    ("a || b", "error: '||' is no operator here | write 'or' @ ||"),
    ("if !x: y", "error: '!' is no operator here | write 'not' @ !"),
    ("i++", "error: '++' is no operator here | write x += 1 @ ++"),
    ("lambda = 3", "error: 'lambda' is a keyword and cannot be a name | try lambda_ @ lambda"),
    ("def if(x): y", "error: 'if' is a keyword and cannot be a name | try if_ @ if"),
    ("True = 1", "error: True is a value and cannot be a name @ True"),
    ("f(class=1)", "error: 'class' is a keyword and cannot be a name | try class_ @ class"),
    (
      "x = 9223372036854775808",
      "error: integers have 64 bits here, and 9223372036854775808 does not fit | the largest is 9223372036854775807; a float (1e20) can be larger @ 9223372036854775808"
    ),
    ("x = 2y", "error: a number runs into a name | a product is '2 * y' @ 2y"),
    ("x = 012", "error: an integer cannot start with 0 | write 12, or 0o… for an octal number @ 012"),
    ("f(x) = 3", "error: a call cannot be assigned to | did you mean '=='? @ f(x)"),
    ("5 = x", "error: a number cannot be assigned to @ 5"),
    ("a + 1 = b", "error: a computed value cannot be assigned to | did you mean '=='? @ a + 1"),
    ("f(a=1, 2)", "error: a positional argument cannot follow a named one | named arguments come last @ 2"),
    (
      "else: x",
      "error: 'else' has no 'if' that it belongs to | it stands directly below the block, indented like its 'if' @ else"
    ),
    ("if x: y\nelse if z: w", "error: 'else if' is written 'elif' @ else if"),
    ("x =", "error: the line ends too early: an expression is missing @ ="),
    ("elseif x: y", "error: 'elseif' is written 'elif' @ elseif"),
    ("f'{lambda x: 1}'", "error: a lambda in an f-string needs parentheses | write {(lambda x: …)} @ lambda"),
    (
      "relu' (x)",
      "error: this string is not closed on its line | a derivative is written without blanks: relu'(Z1) @ ' (x)"
    ),
    ("f(**a, b)", "error: a positional argument cannot follow '**' values | named arguments come last @ b"),
    ("f(**a, *b)", "error: '*' values cannot follow '**' values @ b"),
    ("f(a=1, a=2)", "error: the argument 'a' is given twice @ a"),
    ("f(x for x in y, 1)", "error: a comprehension beside other arguments needs parentheses of its own @ x for x in y"),
    ("lambda **k, a: 1", "error: no parameter can follow '**k' @ a"),
    ("{*a: b}", "error: '*' cannot stand before a key @ *a"),
    ("return 3", "error: 'return' stands outside a function @ return"),
    ("break", "error: 'break' stands outside a loop @ break"),
    ("x = 3 if y", "error: the line ends too early: 'else' is missing @ y"),
    ("x = “a”", "error: the character '“' cannot stand here | quotes are straight: \" @ “"),
    ("x = 3 − 1", "error: the character '−' cannot stand here | minus is '-' @ −"),
    ("x = \0", "error: the text holds a NUL byte: it is no program text @ \0"),
    ("x = \u{FFFD}", "error: the text is not valid UTF-8 here @ \u{FFFD}"),
    ("f'{}'", "error: an expression is missing between the braces of the f-string @ {}"),
    ("f'a}'", "error: a single '}' cannot stand in an f-string | write '}}' for a brace @ }"),
    ("let x = 3", "error: a name needs no 'let' | write x = … @ let"),
  ])
  func mistake(text: String, message: String) {
    #expect(read(text) == message)
  }

  @Test(arguments: [
    ("if x:\ny", "error: the block of 'if' (line 1) must be indented | begin the line with four blanks @ y"),
    ("x\n  y", "error: this line is indented, but no block is open here | remove the blanks before it @   "),
    (
      "if x:\n  y\n    z",
      "error: this line is indented deeper than its block | begin it where the line above begins @     "
    ),
    (
      "if x:\n    y\n  z",
      "error: the indentation of this line fits no block around it | it must begin where a line above begins @   "
    ),
    ("if x:\n\ty\n        z", "error: tabs and blanks are mixed in the indentation | use blanks only @         "),
  ])
  func indentation(text: String, message: String) {
    #expect(read(text) == message)
  }
}
