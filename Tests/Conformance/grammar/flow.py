"""Control flow and functions."""
import numpy as np


def indent(text):
    return "\n".join("    " + line for line in text.split("\n"))


class Flow:
    def simple(self):
        """A line for a body; it need not be useful."""
        acc = self.names(lambda v: type(v) in (int, float))
        options = [f"print({self.scalar(1)[0]})", f"print({self.array(0, clean=True)[0]})", "pass", f"print({self.string_atom()})"]
        if acc:
            name = self.among(acc)
            options += [f"{name} += {self.int_atom()}", f"{name} = {self.scalar(1)[0]}", f"print('now', {name})"]
        lists = self.names(lambda v: type(v) is list)
        if lists:
            options.append(f"{self.among(lists)}.append({self.int_atom()})")
        return self.among(options)

    def body(self):
        return "\n".join(self.simple() for _ in range(self.number(1, 3)))

    def if_statement(self):
        self.count("if")
        text = f"if {self.condition()}:\n{indent(self.body())}"
        for _ in range(self.number(0, 2)):
            self.count("elif")
            text += f"\nelif {self.condition()}:\n{indent(self.body())}"
        if self.chance(0.6):
            self.count("else")
            text += f"\nelse:\n{indent(self.body())}"
        return self.add(text)

    def iterable(self, variable):
        """(the loop's head, what the variable is)"""
        return self.pick(f"for {variable} in range({self.number(0, 5)}):", f"for {variable} in range({self.number(-2, 2)}, {self.number(3, 8)}, {self.number(1, 3)}):", f"for {variable} in range({self.number(3, 6)}, 0, -1):",
                         f"for {variable} in {self.numbers()}:", f"for {variable} in np.arange({self.number(1, 4)}):", f"for {variable} in reversed(range({self.number(1, 4)})):", f"for {variable} in sorted({self.numbers()}):")

    def for_statement(self):
        self.count("for")
        i = self.name("i")
        total = self.name("t")
        inner = self.pick(f"{total} += {i}", f"{total} = {total} * 2 - {i}", f"print({i}, {total})", f"{total} += {i} % 3")
        lines = [self.pick(inner, self.simple(), inner)]
        if self.chance(0.4):
            self.count("break")
            lines.append(f"if {i} > {self.number(0, 3)}:\n    break")
        if self.chance(0.4):
            self.count("continue")
            lines.insert(0, f"if {i} == {self.number(0, 2)}:\n    continue")
        if self.chance(0.2):
            self.count("nested loop")
            lines.append(f"for j in range({self.number(1, 3)}):\n    {total} += j * {i}")
        text = self.iterable(i) + "\n" + indent("\n".join(lines + [f"print('in', {i})" if self.chance(0.4) else "pass"]))
        if self.chance(0.3):
            self.count("loop else")
            text += f"\nelse:\n    print('no break', {total})"
        return self.add(f"{total} = {self.number(0, 3)}") and self.add(text) and self.add(f"print({total})")

    def while_statement(self):
        self.count("while")
        n = self.name("w")
        step = self.pick(f"{n} -= 1", f"{n} = {n} // 2", f"{n} -= 2")
        lines = [step]
        if self.chance(0.4):
            self.count("break")
            lines.append(f"if {n} == {self.number(0, 3)}:\n    break")
        if self.chance(0.4):
            self.count("continue")
            lines.append(f"if {n} % 2:\n    continue")
        lines.append(f"print({n})")
        text = f"while {n} > 0:\n" + indent("\n".join(lines))
        if self.chance(0.4):
            self.count("loop else")
            text += "\nelse:\n    print('done')"
        return self.add(f"{n} = {self.number(1, 12)}") and self.add(text) and self.add(f"print({n})")

    def zip_loop(self):
        self.count("zip and enumerate")
        return self.add(self.pick(f"for a, b in zip({self.numbers()}, {self.numbers()}):\n    print(a, b)", f"for k, v in enumerate({self.numbers()}):\n    print(k, v)", f"for k, v in enumerate({self.string_atom()}, start={self.number(0, 3)}):\n    print(k, v)",
                                  f"for row in {self.array(0, clean=True, test=lambda v: v.ndim > 0)[0]}:\n    print(row)", f"for i, (a, b) in enumerate(zip({self.numbers()}, {self.string_atom()})):\n    print(i, a, b)"))

    def function(self):
        f = self.name("f")
        kind = self.number(0, 7)
        a, b = self.scalar(1)[0], self.scalar(1)[0]
        if kind == 0:
            self.count("function")
            return self.add(f"def {f}(x, y):\n    z = x * 2 {self.pick('+', '-')} y\n    return z") and self.add(f"print({f}({a}, {b}), {f}(y={a}, x={b}))")
        if kind == 1:
            self.count("default arguments")
            return self.add(f"def {f}(x, k={self.int_atom()}, name={self.string_atom()}):\n    '''A docstring.'''\n    return (x, k, name)") and self.add(f"print({f}({a}), {f}({a}, {b}), {f}({a}, name='n'), {f}(k=1, x=2))")
        if kind == 2:
            self.count("closure")
            return self.add(f"def {f}(n):\n    def inner(x):\n        return x {self.pick('+', '*', '-')} n\n    return inner") and self.add(f"print({f}({a})({b}), [{f}(k)(2) for k in range(3)])")
        if kind == 3:
            self.count("recursion")
            return self.add(self.pick(f"def {f}(n):\n    return 1 if n <= 1 else n * {f}(n - 1)", f"def {f}(n):\n    if n < 2:\n        return n\n    return {f}(n - 1) + {f}(n - 2)", f"def {f}(n):\n    if n == 0:\n        return []\n    return {f}(n - 1) + [n]")) and self.add(f"print({f}({self.number(0, 9)}))")
        if kind == 4:
            self.count("lambda")
            return self.add(f"{f} = lambda x, y={self.number(1, 5)}: x {self.pick('+', '-', '*')} y") and self.add(f"print({f}({a}), {f}({a}, {b}), sorted({self.numbers()}, key=lambda v: -v), list(map({f}, {self.numbers()})))")
        if kind == 5:
            self.count("global")
            g = self.name("g")
            return self.add(f"{g} = {self.int_atom()}") and self.add(f"def {f}(step=1):\n    global {g}\n    {g} += step\n    return {g}") and self.add(f"print({f}(), {f}(5), {g})")
        if kind == 6:
            self.count("function on arrays")
            source, value = self.array(0, clean=True)
            return self.add(f"def {f}(x, deriv=False):\n    if deriv:\n        return (x > 0) * 1.0\n    return np.maximum(0, x)") and self.add(f"print({f}({source}), {f}({source}, True), {f}({source}, deriv=False))")
        self.count("star arguments")
        return self.add(f"def {f}(*args, **options):\n    return len(args), args, options") and self.add(f"print({f}({a}, {b}), {f}(*{self.numbers()}), {f}(k={a}), {f}())")

    def small(self):
        kind = self.number(0, 3)
        if kind == 0:
            self.count("assert")
            return self.add(f"assert {self.condition()}")
        if kind == 1:
            self.count("del")
            x = self.name("x")
            return self.add(f"{x} = {self.int_atom()}") and self.add(f"del {x}")
        if kind == 2:
            self.count("chained assignment")
            x, y = self.name("x"), self.name("y")
            return self.add(f"{x} = {y} = {self.pick(self.int_atom, self.float_atom, self.string_atom, self.numbers)()}") and self.add(f"print({x}, {y}, {x} == {y})")
        self.count("any and all")
        return self.add(f"print(any(v > {self.int_atom()} for v in {self.numbers()}), all(v for v in {self.numbers()}), sum(v * v for v in {self.numbers()}), max(abs(v) for v in {self.numbers()}))")

    def failing(self):
        """A last line that Python refuses; nn must refuse it too, and keep what was printed before."""
        self.count("error")
        self.lines.append(self.pick("print(undefined_name)", "1 / 0", "[1, 2][5]", "{'a': 1}['b']", "np.zeros(3)[7]", "np.zeros((2, 3)) @ np.zeros((2, 3))", "np.ones(3) + np.ones(4)", "int('x')", "a, b = [1, 2, 3]", "assert 1 > 2, 'no'",
                                    "'a' + 1", "None + 1", "len(5)", "np.zeros((2, 2)).reshape(3)", "[].pop()", "[1].remove(3)", "'abc'.index('z')", "(1, 2)[0] = 3", "def broken(x):\n    return y_unknown\nbroken(1)", "np.array([1, 2]).foo",
                                    "np.concatenate([np.zeros((2, 2)), np.zeros(2)])", "for i in 5:\n    pass", "if np.array([1, 2]):\n    pass", "np.zeros(3)['a']", "max([])", "'%d' % 'x'", "f'{1:q}'", "np.linalg.inv(np.zeros((2, 2)))",
                                    "lambda x: x\n(lambda x: x)()", "print(5())", "'x' < 1", "{[1]: 2}", "float('abc')", "np.arange(3)[[0, 5]]", "np.zeros(3)[np.array([True])]", "np.full(3, 1).sum(axis=1)", "range(3)[4]", "'abc'[9]", "[1, 2].index(7)"))
        self.lines.append("print('unreachable')")
        return True
