"""Printing of arrays, and random draws."""
import numpy as np

from .core import exact


class Printing:
    def print_array(self):
        a, value = self.array(2)
        self.count("print array")
        kind = self.number(0, 8)
        if kind == 0:
            self.count("print repr")
            return self.add(f"print(repr({a}))")
        if kind == 1:
            self.count("print nested")
            return self.add(self.pick(f"print([{a}, {a}])", f"print(({a}, 1))", f"print({{'W': {a}}})", f"print([[{a}], None])"))
        if kind == 2:
            return self.add(f"print({self.wrap(a)}.shape, {self.wrap(a)}.dtype, {self.wrap(a)}.ndim, {self.wrap(a)}.size)")
        if kind == 3:
            self.count("tolist")
            return self.add(f"print({self.wrap(a)}.tolist())")
        if kind == 4:
            return self.add(f"print('a:', {a}, 'end', sep='{self.pick(' ', '', chr(92) + 'n')}')")
        if kind == 5:
            made = self.attempt(self.transcendental)
            return bool(made) and self.add(f"print({made[0]})")
        return self.add(f"print({a})")

    def print_expression(self):
        a = self.attempt(lambda: self.array_source(3))
        self.count("print expression")
        return bool(a) and self.add(f"print({a[0]})")

    def print_reduction(self):
        made = self.attempt(self.reduction)
        return bool(made) and self.add(f"print({made[0]})")

    def assign_array(self):
        made = self.attempt(lambda: self.array_source(3))
        if not made or not isinstance(made[1], (np.ndarray, np.generic)):
            return False
        self.count("array variable")
        name = self.name("a")
        return self.add(f"{name} = {made[0]}") and self.add(f"print({name})")

    def print_special(self):
        kind = self.number(0, 4)
        if kind == 0:
            self.count("summarised")
            n = self.number(1001, 1600)
            return self.add(self.pick(f"print(np.arange({n}))", f"print(np.arange({n}) / 8)", f"print(np.arange({n * 2}).reshape(2, {n}))", f"print(np.arange({n // 3 * 3}).reshape(-1, 3) * 0.5)", f"print(np.zeros(({n // 30}, 60)))", f"print(np.arange({n}) > 5)", f"print(np.arange({n // 4 * 4}).reshape(4, -1, 2))", f"print(repr(np.arange({n})))"))
        if kind == 1:
            self.count("wide array")
            n = self.number(18, 60)
            return self.add(self.pick(f"print(np.arange({n}) * {self.number(1, 999)})", f"print(np.arange({n}) / {2 ** self.number(1, 5)})", f"print(np.arange({n * 2}).reshape(2, {n}))", f"print(np.arange({n}) % 3 == 0)", f"print(repr(np.arange({n}) * 1.5))", f"print([np.arange({n})])"))
        if kind == 2:
            self.count("scientific")
            return self.add(f"print(np.array([{self.pick('1e-5', '1e10', '1e16', '1e100', '1e-300')}, {self.float_text()}, {self.pick('1.0', '123456.789', '0.001')}]))")
        if kind == 3:
            self.count("nan and inf")
            return self.add(f"print(np.array([{self.pick('np.nan', 'np.inf', '-np.inf')}, {self.float_text()}, {self.pick('np.nan', '0.5', '-0.0', 'np.inf')}]){self.pick('', ' + 1', ' * 2', '.sum()', '.max()', ' == 0.5', '.tolist()')})")
        self.count("set_printoptions")
        options = self.pick(f"precision={self.number(1, 10)}", "suppress=True", f"precision={self.number(2, 5)}, suppress=True", f"threshold={self.number(3, 10)}, edgeitems={self.number(1, 3)}", f"linewidth={self.number(20, 120)}", "suppress=False, precision=8", "floatmode='fixed'" if False else "precision=4")
        return self.add(f"np.set_printoptions({options})") and self.print_array()

    def random_draw(self):
        self.count("random")
        n, m = self.number(1, 4), self.number(1, 3)
        if self.chance(0.5):
            self.add(f"np.random.seed({self.number(0, 1000)})")
        draw = self.pick(f"rand({n})", f"rand({n}, {m})", f"randn({n}, {m})", f"randn({n})", "rand()", "randn()", f"random(({n}, {m}))", "random()", f"randint({self.number(1, 20)}, size={n})", f"randint(-5, 5, ({n}, {m}))", "randint(100)", f"uniform(-1, 1, {n})",
                         f"uniform(size=({n}, {m}))", f"normal(0, 1, ({n}, {m}))", f"normal(loc=1.0, scale=0.5, size={n})", f"permutation({n + 3})", f"choice({n + 3}, {n})", f"choice({n + 3}, size={n}, replace=False)", f"choice([10, 20, 30], {n})", f"choice({n + 1}, 3, p=np.ones({n + 1}) / {n + 1})", f"permutation(np.arange({n * 2}).reshape({n}, 2))")
        if self.chance(0.15):
            self.count("shuffle")
            x = self.name("x")
            return self.add(f"{x} = {self.pick(f'np.arange({n + 3})', f'list(range({n + 2}))', f'np.arange({2 * n}).reshape({n}, 2)')}") and self.add(f"np.random.shuffle({x})") and self.add(f"print({x})")
        if self.chance(0.15):
            self.count("RandomState")
            x = self.name("r")
            return self.add(f"print(np.random.RandomState({self.number(0, 99)}).{draw})")
        return self.add(f"print(np.random.{draw})")

    def linear(self):
        self.count("linalg")
        n = self.number(1, 3)
        m = "np.array(" + str([[self.number(-3, 3) + (9 if i == j else 0) for j in range(n)] for i in range(n)]) + ")"
        b = self.nested((n,), "i")
        return self.add("print(" + self.pick(f"np.linalg.norm({m})", f"np.round(np.linalg.inv({m}), 9) + 0.0", f"np.round(np.linalg.solve({m}, {b}), 9) + 0.0", f"np.linalg.det({m})", f"np.linalg.norm({m}, axis=0)", f"np.trace({m})", f"np.inner({b}, {b})", f"np.outer({b}, {b})", f"np.allclose({m} @ np.linalg.inv({m}), np.eye({n}))", f"np.isclose({b}, {b})", f"np.array_equal({b}, {b})", f"np.diag({m})", f"np.linalg.norm({b})", f"np.dot({b}, {b})", f"np.triu({m})", f"np.tril({m})") + ")")
