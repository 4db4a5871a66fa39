import Testing

/// Trees as CPython's `ast` draws them.
@Suite struct ExpressionTests {
  @Test(arguments: [
    ("1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"), ("-x ** -y ** 2", "(- (** x (- (** y 2))))"),
    ("a @ b + c // d % e", "(+ (@ a b) (% (// c d) e))"),
    ("a | b ^ c & d << 1 + 2", "(| a (^ b (& c (<< d (+ 1 2)))))"),
    ("a < b <= c != d", "(compare a < b <= c != d)"),
    ("not a in b and c is not d or e", "(or (and (not (compare a in b)) (compare c is not d)) e)"),
    ("x if y else z if w else v", "(if y x (if w z v))"), ("~a.b[0](c)", "(~ (call ([] (. a b) 0) c))"),
    ("lambda x, *a, y=2, **k: x + 1", "(lambda (x *a /y=2 **k) (+ x 1))"), ("lambda: 1", "(lambda () 1)"),
    ("f(a, *b, c=1, **d,)", "(call f a *b c=1 **d)"),
    ("sum(x*x for x in y)", "(call sum (generator (* x x) (for x y)))"),
    (
      "[x for x in range(3) if x if y for z, w in v]",
      "(list x (for x (call range 3) (if x) (if y)) (for (tuple z w) v))"
    ),
    ("{k: v for k, v in d}", "(dictionary k v (for (tuple k v) d))"),
    ("{'a': 1, **b, 2: c,}", "(dict (\"a\" 1) (** b) (2 c))"),
    ("a[1:2, ::3, None, ...]", "([] a (tuple (slice 1 2 _) (slice _ _ 3) None ...))"), ("a[:]", "([] a (slice _ _ _))"),
    ("a[-1:]", "([] a (slice (- 1) _ _))"), ("a[1,]", "([] a (tuple 1))"), ("()", "(tuple)"), ("(1,)", "(tuple 1)"),
    ("(1)", "1"),
    ("1, *a", "(tuple 1 (* a))"), ("[1, *a,]", "(list 1 (* a))"), ("ŷ - σ'(z)", "(- ŷ (' σ z))"),
    ("dA1 * relu'(Z1)[0]", "(* dA1 ([] (' relu Z1) 0))"), ("x\\\n+ 1", "(+ x 1)"),
    ("f(\n1,\n  # c\n2)", "(call f 1 2)"),
    ("2. + .5 + 1e3 + 1_000 + 0xFf + 0b11 + 0o17", "(+ (+ (+ (+ (+ (+ 2.0 0.5) 1000.0) 1000) 255) 3) 15)"),
    ("1if x else 2", "(if x 1 2)"), ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775807", "9223372036854775807"),
    ("1e400", "inf"), ("00", "0"), ("x.T.shape", "(. (. x T) shape)"),
    ("a if b else lambda: c", "(if b a (lambda () c))"),
  ])
  func tree(text: String, tree: String) {
    #expect(read(text) == tree)
  }

  @Test(arguments: [
    (#"'a' "b" '''c"d'''"#, #""abc"d""#), (#"r'\d\''"#, #""\d\'""#), ("'''a\r\nb'''", #""a\nb""#),
    (#"'a\"# + "\n" + "b'", "\"ab\""), ("u'x'", "\"x\""),
    (#"f'{x!r:>{w}.{p}f} {y = } {{}} {z:%}'"#, #"(f {x !r :">" {w} "." {p} "f"} " " {y ="y = "} " {} " {z :"%"})"#),
    (#"f"{d['a']}" 'b' f'{d["c"]:.2f}'"#, #"(f {([] d "a")} "b" {([] d "c") :".2f"})"#),
    (#"f'{d['a']}'"#, #"(f {([] d "a")})"#),
    ("f'{1, 2}{x != y}{(lambda: 1)}'", "(f {(tuple 1 2)} {(compare x != y)} {(lambda () 1)})"),
    ("f'{x:=5}'", "(f {x :\"=5\"})"), ("f'{x=!s:^9}'", "(f {x =\"x=\" !s :\"^9\"})"),
    (#"rf'\d{x}\n'"#, #"(f "\d" {x} "\n")"#),
    ("f'''a\n{\nx\n}'''", "(f \"a\\n\" {x})"), ("f''", "(f )"),
  ])
  func strings(text: String, tree: String) {
    #expect(read(text) == tree)
  }

  @Test func escapes() {
    #expect(
      read(#"'\x41\u03b1\U0001F389\101\n\t\\\'\q'"#) == "\"Aα\u{1F389}A\\n\t\\'\\q\"")
  }
}
