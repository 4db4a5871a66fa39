"""Lists, tuples, dictionaries, comprehensions and unpacking."""
import numpy as np

from .core import exact

KEYS = ["W1", "b1", "a", "lr", "name", "loss"]


class Containers:
    def item(self):
        return self.pick(lambda: self.int_atom(), lambda: self.float_atom(), lambda: f'"{self.among(["a", "b", "xy", "relu"])}"', lambda: self.pick("True", "None", "False"), lambda: self.numpy_atom(),
                         lambda: f"[{self.int_atom()}, {self.int_atom()}]", lambda: f"({self.int_atom()}, {self.float_atom()})", lambda: self.array(0, clean=True)[0])()

    def numbers(self):
        return "[" + ", ".join(self.pick(self.int_atom, self.int_atom, self.float_atom)() for _ in range(self.number(1, 5))) + "]"

    def new_list(self):
        self.count("list")
        return self.pick(lambda: "[" + ", ".join(self.item() for _ in range(self.number(0, 4))) + "]", self.numbers, self.numbers, lambda: f"list(range({self.number(-3, 3)}, {self.number(3, 9)}, {self.number(1, 3)}))",
                         lambda: f"[0] * {self.number(0, 4)}", lambda: f"list({self.string_atom()})", self.comprehension, lambda: f"[[0] * {self.number(1, 3)} for _ in range({self.number(1, 3)})]", lambda: f"{self.numbers()} + {self.numbers()}")()

    def comprehension(self):
        self.count("list comprehension")
        n = self.number(1, 6)
        return self.pick(f"[i * {self.int_atom()} for i in range({n})]", f"[i for i in range({n + 4}) if i % {self.number(2, 3)} == {self.number(0, 1)}]", f"[(i, j) for i in range({self.number(1, 3)}) for j in range(i + 1)]",
                         f"[str(v) for v in {self.numbers()}]", f"[v / 2 for v in {self.numbers()}]", f"[c.upper() for c in {self.string_atom()}]", f"[[i + j for j in range({self.number(1, 3)})] for i in range({self.number(1, 3)})]",
                         f"[x if x > 0 else -x for x in {self.numbers()}]", f"[a * b for a, b in zip({self.numbers()}, {self.numbers()})]", f"[i for i, v in enumerate({self.numbers()}) if v > 1]",
                         f"[row.sum() for row in np.arange({2 * n}).reshape({n}, 2)]", f"[np.zeros(k) for k in range(1, {self.number(2, 4)})]")

    def list_statement(self):
        names = self.names(lambda v: type(v) is list)
        if not names or self.chance(0.35):
            made = self.attempt(self.new_list)
            name = self.name("l")
            return bool(made) and self.add(f"{name} = {made[0]}") and self.add(f"print({name}, len({name}))")
        l = self.among(names)
        value = self.env[l]
        n = len(value)
        kind = self.number(0, 6)
        if kind <= 1:
            self.count("list method")
            call = self.pick(f"append({self.item()})", f"extend({self.numbers()})", f"insert({self.number(-2, 3)}, {self.item()})", "pop()", "pop(0)", "reverse()", "sort()", "sort(reverse=True)", f"remove({l}[0])", "clear()" if self.chance(0.1) else f"append({self.int_atom()})")
            if call.startswith("sort") and not exact(value):
                call = "reverse()"
            return self.add(self.pick(f"{l}.{call}", f"print({l}.{call})")) and self.add(f"print({l})")
        if kind == 2:
            self.count("list item")
            return self.add(self.pick(f"{l}[{self.number(-n, max(n - 1, 0))}] = {self.item()}", f"{l}[{self.slice(n)}] = {self.numbers()}", f"del {l}[{self.number(-n, max(n - 1, 0))}]", f"del {l}[{self.slice(n)}]", f"{l} += {self.numbers()}", f"{l} *= 2")) and self.add(f"print({l})")
        if kind == 3:
            self.count("list slice")
            return self.add(f"print({l}[{self.slice(n)}], {l}[{self.slice(n)}], {l}[::-1])")
        if kind == 4:
            self.count("list aliasing")
            other = self.name("l")
            return self.add(f"{other} = {self.pick(l, l + '[:]', l + '.copy()', f'list({l})')}") and self.add(f"{other}.append({self.int_atom()})") and self.add(f"print({l}, {other}, {l} is {other}, {l} == {other})")
        if kind == 5 and exact(value):
            self.count("list builtin")
            return self.add("print(" + self.pick(f"sorted({l})", f"max({l}), min({l}), sum({l})", f"list(reversed({l}))", f"list(enumerate({l}))", f"list(zip({l}, {l}[1:]))", f"sorted({l}, key=lambda v: -v)", f"{l}.index({l}[-1]), {l}.count({l}[0])",
                                                 f"any({l}), all({l})", f"list(map(str, {l}))", f"list(filter(lambda v: v, {l}))", f"{l} + [1], {l} * 2", f"1 in {l}, None in {l}", f"tuple({l})", f"{l}[:2]", f"sorted({l}, reverse=True)", f"{l} == sorted({l})", f"*{l}", f"*{l}, sep='-'") + ")")
        self.count("print list")
        return self.add(f"print({l}, str({l}), [{l}], ({l},))")

    def dict_statement(self):
        names = self.names(lambda v: type(v) is dict)
        if not names or self.chance(0.3):
            self.count("dict literal")
            name = self.name("d")
            source = self.pick("{" + ", ".join(f'"{k}": {self.item()}' for k in self.random.sample(KEYS, self.number(0, 4))) + "}", f"{{i: i ** 2 for i in range({self.number(0, 4)})}}",
                               f"dict(a={self.item()}, b={self.item()})", f"dict(zip('abc', {self.numbers()}))", f"{{{self.int_atom()}: {self.item()}, ({self.int_atom()}, 2): {self.item()}, None: 1}}",
                               f"{{'W' + str(l): np.zeros((l, {self.number(1, 3)})) for l in range(1, {self.number(2, 4)})}}")
            return self.add(f"{name} = {source}") and self.add(f"print({name})")
        d = self.among(names)
        keys = list(self.env[d])
        key = repr(self.among(keys)) if keys and self.chance(0.7) else f'"{self.among(KEYS)}"'
        kind = self.number(0, 6)
        if kind == 0:
            self.count("dict item")
            return self.add(f"{d}[{key}] = {self.item()}") and self.add(f"print({d})")
        if kind == 1:
            self.count("dict loop")
            return self.add(self.pick(f"for key, value in {d}.items():\n    print(key, value, sep=' -> ')", f"for key in {d}:\n    print(key, {d}[key], end='; ')\nprint()", f"print([k for k in {d}], [v for v in {d}.values()])", f"for i, k in enumerate({d}):\n    print(i, k)"))
        if kind == 2:
            self.count("dict method")
            return self.add(f"print({d}." + self.pick(f"get({key})", f"get({key}, 0)", f"pop({key}, None)", f"setdefault({key}, 1)", "copy()", "keys()", "values()", "items()", f"update({{'new': 1}})", f"update(z=2)", "popitem()") + ")") and self.add(f"print({d}, len({d}))")
        if kind == 3:
            self.count("dict question")
            return self.add(f"print({key} in {d}, {key} not in {d}, bool({d}), list({d}), len({d}))")
        if kind == 4:
            self.count("dict comprehension")
            return self.add("print(" + self.pick(f"{{k: str(v) for k, v in {d}.items()}}", f"{{str(k): i for i, k in enumerate({d})}}", f"dict({d})", f"{{**{d}, 'extra': 1}}", f"sorted({d}, key=str)") + ")")
        if kind == 5 and keys:
            self.count("dict del")
            return self.add(f"del {d}[{repr(self.among(keys))}]") and self.add(f"print({d})")
        return self.add(f"print({d}[{key}])")

    def tuple_statement(self):
        self.count("tuple")
        a, b, c = (self.item() for _ in range(3))
        x, y, z = self.name("x"), self.name("y"), self.name("z")
        kind = self.number(0, 4)
        if kind == 0:
            self.count("unpacking")
            return self.add(f"{x}, {y}, {z} = {a}, {b}, {c}") and self.add(f"{x}, {y} = {y}, {x}") and self.add(f"print({x}, {y}, {z})")
        if kind == 1:
            self.count("starred")
            return self.add(self.pick(f"{x}, *{y} = {self.numbers()}", f"*{x}, {y} = {self.numbers()}", f"{x}, *{y} = {self.string_atom()}", f"{x}, *{y} = range({self.number(1, 5)})")) and self.add(f"print({x}, {y})")
        if kind == 2:
            self.count("nested unpacking")
            return self.add(f"({x}, {y}), {z} = ({a}, {b}), {c}") and self.add(f"print({z}, {y}, {x})")
        if kind == 3:
            return self.add(f"{x} = ({a}, {b}, {c})") and self.add(f"print({x}, {x}[{self.number(-3, 2)}], {x}[{self.slice(3)}], len({x}), {x} + ({a},), {x} * 2)")
        self.count("unpacking")
        return self.add(f"for {x}, {y} in [({a}, {b}), ({c}, {a})]:\n    print({x}, {y})")

    def array_list(self):
        """A list of arrays changed in place, as optimizers do."""
        self.count("list of arrays")
        p = self.name("p")
        v = self.name("v")
        loop = self.pick(f"for i in range(len({p})):\n    {v}[i] *= 0.5\n    {v}[i] -= {p}[i]\n    {p}[i] += {v}[i]", f"for a, b in zip({p}, {v}):\n    b += a * 0.25\n    a -= b", f"for a in {p}:\n    a = a + 1\n    print(a)", f"{v}[0][...] = 3\n{p} = [a - b for a, b in zip({p}, {v})]")
        n, m = self.number(1, 3), self.number(1, 3)
        return self.add(f"{p} = [np.ones(({n}, {m})), np.arange({m}) * 1.0]") and self.add(f"{v} = [np.zeros_like(a) for a in {p}]") and self.add(loop) and self.add(f"print({p}, {v})")
