"""Expressions of Python's own numbers, truth values and NumPy's scalars."""
import numpy as np

from .core import exact


class Scalars:
    def int_atom(self):
        names = self.names(lambda v: type(v) is int and abs(v) < 10 ** 6)
        if names and self.chance(0.6):
            return self.among(names)
        return str(self.number(-20, 40))

    def float_atom(self):
        names = self.names(lambda v: type(v) is float and exact(v))
        if names and self.chance(0.6):
            return self.among(names)
        return self.pick(self.float_text(), str(self.random.choice([0.1, 0.2, 0.3, 1e-3, 3.14, 2.718, 1e10, 1.1, 99.99])))

    def atom(self):
        return self.pick(self.int_atom, self.int_atom, self.float_atom, lambda: self.pick("True", "False"), self.numpy_atom)()

    def numpy_atom(self):
        names = self.names(lambda v: isinstance(v, np.generic) and exact(v))
        self.count("numpy scalar")
        if names and self.chance(0.6):
            return self.among(names)
        return self.pick("np.float64(2.5)", "np.int64(7)", "np.int64(-3)", "np.bool_(True)", "np.float64(-0.5)", "np.float64(3)")

    def scalar_source(self, depth=2):
        if depth == 0:
            return self.atom()
        kind = self.number(0, 13)
        a, b = self.scalar_source(depth - 1), self.scalar_source(depth - 1)
        if kind < 5:
            op = self.pick("+", "-", "*", "/", "//", "%")
            self.count("scalar " + op)
            return f"({a} {op} {b})"
        if kind == 5:
            self.count("scalar **")
            return f"({a}) ** {self.pick('2', '3', '0', '2.0', '-1')}"
        if kind == 6:
            self.count("number builtin")
            return self.pick(f"abs({a})", f"round({a})", f"round({a}, {self.number(-1, 3)})", f"int({a})", f"float({a})", f"max({a}, {b})", f"min({a}, {b})", f"sum([{a}, {b}])",
                             f"divmod({a}, {b})[{self.number(0, 1)}]", f"bool({a})", f"pow({a}, 2)", f"-({a})", f"+({a})", f"max([{a}, {b}, 0])")
        if kind == 7:
            self.count("bit operator")
            return f"({self.int_atom()} {self.pick('&', '|', '^')} {self.int_atom()})" if self.chance(0.7) else self.pick(f"~{self.int_atom()}", f"({self.int_atom()} << 2)", f"({self.int_atom()} >> 1)")
        if kind == 8:
            self.count("conditional expression")
            return f"({a} if {self.condition()} else {b})"
        if kind == 9:
            self.count("and or not")
            return self.pick(f"({a} and {b})", f"({a} or {b})", f"(not {a})", f"({a} or {b} and {a})")
        if kind == 10:
            return f"({self.condition()})"
        if kind == 11:
            made = self.array_to_scalar()
            return made or a
        return a

    def array_to_scalar(self):
        made = self.array(0, clean=True, test=lambda v: v.size > 0)
        if not made:
            return None
        a, value = made
        self.count("array to scalar")
        w = self.wrap(a)
        options = [f"{w}.sum()", f"{w}.max()", f"{w}.min()", f"np.sum({a})", f"{w}.size", f"{w}.ndim", f"np.max({a})", f"{w}.ravel()[0]", f"np.count_nonzero({a})", f"{w}.any()", f"{w}.argmax()", f"{w}.ravel()[-1].item()"]
        if value.ndim:
            options += [f"len({a})", f"{w}.shape[0]", f"{w}.shape[-1]"]
        return self.among(options)

    def condition(self):
        a, b, c = self.atom(), self.atom(), self.atom()
        kind = self.number(0, 6)
        if kind == 0:
            self.count("chained comparison")
            return f"{a} {self.pick('<', '<=', '>', '!=')} {b} {self.pick('<', '<=', '==', '>=')} {c}"
        if kind == 1:
            self.count("and or not")
            return f"{a} < {b} {self.pick('and', 'or')} not {c}"
        if kind == 2:
            self.count("membership")
            return f"{a} {self.pick('in', 'not in')} [{b}, {c}, 1]"
        if kind == 3:
            self.count("is")
            return f"{a} is {self.pick('None', 'not None')}"
        self.count("scalar comparison")
        return f"{a} {self.pick('<', '<=', '>', '>=', '==', '!=')} {b}"

    def scalar(self, depth=2, test=None):
        for _ in range(6):
            made = self.attempt(lambda: self.scalar_source(depth))
            if made and isinstance(made[1], (int, float, np.generic)) and (test is None or test(made[1])):
                return made
        return "1", 1

    def scalar_statement(self):
        source, value = self.scalar(3)
        kind = self.number(0, 5)
        if kind <= 1:
            self.count("print scalar")
            return self.add(f"print({source}, repr({source}), [{source}])")
        if kind == 2:
            names = self.names(lambda v: type(v) in (int, float) and exact(v))
            if names:
                name = self.among(names)
                self.count("augmented scalar")
                return self.add(f"{name} {self.pick('+=', '-=', '*=', '//=', '/=', '%=')} {source}") and self.add(f"print({name})")
        if not exact(value):
            return self.add(f"print({source})")
        name = self.name("n")
        self.count("scalar variable")
        return self.add(f"{name} = {source}") and self.add(f"print({name})")

    def conversion(self):
        self.count("type question")
        source, value = self.scalar(1)
        return self.add(self.pick(f"print(type({source}), type({source}).__name__)", f"print(isinstance({source}, {self.pick('int', 'float', 'bool', '(int, float)', 'str')}))",
                                  f"print(int({source}), float({source}), bool({source}), str({source}))", f"print(str({source}) + '!')", f"print(type({source}) == {self.pick('int', 'float')})",
                                  f"print(int('{self.number(-99, 99)}'), float('{self.float_text()}'))"))
