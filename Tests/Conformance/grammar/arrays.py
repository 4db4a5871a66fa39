"""Array expressions: creation, arithmetic, reductions, shapes, joins, sorting."""
import numpy as np

from .core import exact

SHAPES = [(3,), (4,), (2, 3), (3, 2), (3, 3), (2, 1), (1, 3), (1,), (2, 2), (4, 3), (2, 3, 2), (1, 1), (5,), (0,), (2, 0), ()]
ARITHMETIC = ["+", "-", "*", "/", "//", "%", "**"]
COMPARISONS = ["<", "<=", ">", ">=", "==", "!="]


class Arrays:
    def float_text(self):
        return str(self.pick(0.5, 1.5, -2.25, 0.0, 3.0, -1.0, 10.0, 0.125, 2.0, -0.5, 7.75, 100.5, 1024.0))

    def element(self, kind):
        if kind == "f":
            return self.float_text()
        if kind == "b":
            return self.pick("True", "False")
        return str(self.number(-9, 12))

    def nested(self, shape, kind):
        if not shape:
            return self.element(kind)
        return "[" + ", ".join(self.nested(shape[1:], kind) for _ in range(shape[0])) + "]"

    def literal(self, shape=None, kind=None):
        shape = shape if shape is not None else self.among(SHAPES)
        kind = kind or self.pick("f", "f", "i", "i", "b")
        self.count("array literal", {"f": "float64", "i": "int64", "b": "bool"}[kind])
        dtype = ", dtype=float" if kind == "i" and self.chance(0.1) else ""
        return f"np.array({self.nested(shape, kind)}{dtype})"

    def creation(self):
        self.count("array creation")
        n, m = self.number(1, 5), self.number(1, 4)
        return self.pick(
            f"np.zeros({n})", f"np.zeros(({n}, {m}))", f"np.ones(({n}, {m}), dtype=int)", f"np.full(({n}, {m}), {self.element('f')})",
            f"np.arange({n * m}).reshape({n}, {m})", f"np.arange({n}, {n + 2 * m}, 2)", f"np.arange({float(n)}, 0, -0.5)",
            f"np.linspace(0, {m}, {2 ** self.number(0, 3) + 1})", f"np.eye({n})", f"np.eye({n}, {m}, k={self.number(-1, 1)})", f"np.identity({m})",
            f"np.diag({self.nested((m,), 'i')})", f"np.zeros(({n}, {m}), dtype=bool)", f"np.full({n}, {self.pick('True', '7', '2.5')})",
            f"np.arange({n * m * 2}).reshape({n}, 2, {m}) / 4", f"np.arange({n * m})[::-1]", f"np.ones({n}) * {self.element('i')}",
            f"np.array(range({n}))", f"np.asarray({self.nested((n,), 'f')})", f"np.arange({self.number(0, 12)})", f"np.arange(-{n}, {m})")

    def array(self, depth=2, clean=False, test=None):
        """(source, value) of an array; `clean`: its numbers are exact."""
        for _ in range(8):
            names = self.names(lambda v: isinstance(v, np.ndarray) and (not clean or exact(v)) and (test is None or test(v)))
            if names and self.chance(0.5 if depth > 0 else 0.85):
                source = self.among(names)
                return source, self.env[source]
            made = self.attempt(lambda: self.array_source(depth - 1))
            if made and isinstance(made[1], np.ndarray) and (not clean or exact(made[1])) and (test is None or test(made[1])):
                return made
        made = self.attempt(self.literal)
        if test is not None and not test(made[1]):
            return None
        return made

    def array_source(self, depth):
        if depth <= 0:
            return self.pick(self.literal, self.creation)()
        return self.pick(self.literal, self.creation, self.arithmetic, self.arithmetic, self.arithmetic, self.unary, self.elementwise, self.reduction,
                         self.reduction, self.indexed, self.indexed, self.indexed, self.shaped, self.shaped, self.joined, self.comparison, self.selection,
                         self.ordering, self.product, self.cast, self.logical, self.method_chain)()

    def operand(self, like=None):
        """What may stand beside an array: a scalar, a list, a fitting array."""
        shape = getattr(like, "shape", ())
        choice = self.number(0, 9)
        if choice < 3:
            self.count("python scalar operand")
            return self.element(self.pick("f", "i", "i", "b"))
        if choice == 3:
            self.count("numpy scalar operand")
            return self.pick("np.float64(1.5)", "np.int64(3)", "np.bool_(True)", "np.float64(-0.25)", "np.int64(-2)")
        if choice == 4 and shape:
            self.count("list operand")
            return self.nested((shape[-1],), self.pick("f", "i"))
        if choice == 5 and len(shape) >= 2:
            self.count("broadcast column")
            return f"np.array({self.nested((shape[-2], 1), self.pick('f', 'i'))})"
        if choice == 6 and shape:
            self.count("broadcast row")
            return f"np.array({self.nested((shape[-1],), self.pick('f', 'i', 'b'))})"
        self.count("array operand")
        same = self.names(lambda v: isinstance(v, np.ndarray) and v.shape == shape)
        return self.among(same) if same else self.literal(shape)

    def arithmetic(self):
        a, value = self.array(1)
        op = self.pick("+", "-", "*", "+", "-", "*", "/") if not exact(value) else self.among(ARITHMETIC)
        b = self.operand(value)
        self.count("array " + op)
        if op == "**":
            b = self.pick("2", "3", "2.0", "0", "1", "0.5" if value.dtype.kind == "f" else "2")
        left, right = (a, b) if op == "**" or self.chance(0.7) else (b, a)
        return f"{self.wrap(left)} {op} {self.wrap(right)}"

    def wrap(self, source):
        return source if source.replace("_", "").replace(".", "").isalnum() or source.startswith("[") and source.count("[") == 1 else f"({source})"

    def unary(self):
        a, value = self.array(1)
        self.count("array unary")
        if value.dtype.kind == "b":
            return f"~{self.wrap(a)}"
        return self.pick(f"-{self.wrap(a)}", f"abs({a})", f"+{self.wrap(a)}" if value.dtype.kind != "b" else f"~{self.wrap(a)}")

    def elementwise(self):
        a, value = self.array(1, clean=True)
        self.count("elementwise function")
        b = self.operand(value)
        return self.pick(f"np.abs({a})", f"np.square({a})", f"np.sqrt(np.abs({a}))", f"np.sign({a})", f"np.floor({a})", f"np.ceil({a})", f"np.round({a})",
                         f"np.round({a}, 1)", f"np.maximum({a}, {b})", f"np.minimum({a}, {b})", f"np.clip({a}, {self.number(-3, 0)}, {self.number(1, 5)})",
                         f"np.power({a}, 2)", f"np.isnan({a})", f"np.isfinite({a})", f"np.isinf({a})", f"np.add({a}, {b})", f"np.subtract({a}, {b})", f"np.multiply({a}, {b})",
                         f"{self.wrap(a)}.clip(0, 3)", f"{self.wrap(a)}.round(1)", f"np.zeros_like({a})", f"np.ones_like({a})", f"np.full_like({a}, 2)", f"np.divide({a}, 4)",
                         f"np.mod({a}, 3)", f"np.floor_divide({a}, 2)", f"np.negative({a})" if value.dtype.kind != "b" else f"np.logical_not({a})")

    def transcendental(self):
        """Printed only: its last bit is the library's own."""
        a, value = self.array(1, clean=True)
        self.count("transcendental function")
        f = self.pick("exp", "tanh", "sin", "cos", "arctan", "sinh", "cosh", "expm1", "log1p", "log", "log2", "log10", "arctan2", "exp2", "sigmoid", "softmax")
        safe = f"np.clip({a}, -20, 20)"
        if f in ("log", "log2", "log10", "log1p"):
            return f"np.{f}(np.abs({a}) + 1)"
        if f == "arctan2":
            return f"np.arctan2({a}, 2)"
        if f == "sigmoid":
            return f"1 / (1 + np.exp(-{safe}))"
        if f == "softmax":
            return f"np.exp({safe}) / np.exp({safe}).sum(axis=-1, keepdims=True)"
        return f"np.{f}({safe})"

    def axis(self, value):
        if value.ndim == 0 or self.chance(0.25):
            return "", None
        if value.ndim > 1 and self.chance(0.3):
            self.count("axis tuple")
            return f"axis=({self.pick('0, 1', '0, -1', '1, 0')})", "tuple"
        k = self.number(-value.ndim, value.ndim - 1)
        self.count("axis")
        return (str(k) if self.chance(0.3) else f"axis={k}"), k

    def reduction(self):
        a, value = self.array(1, clean=True)
        axis, kind = self.axis(value)
        f = self.pick("sum", "sum", "mean", "max", "min", "prod", "std", "var", "any", "all", "argmax", "argmin", "cumsum", "cumprod", "count_nonzero", "median", "ptp")
        self.count("reduction " + f)
        if kind == "tuple" and f in ("argmax", "argmin", "cumsum", "cumprod"):
            axis = ""
        keep = ""
        if axis and f not in ("cumsum", "cumprod", "argmax", "argmin", "median", "ptp", "count_nonzero") and self.chance(0.45):
            self.count("keepdims")
            keep = ", keepdims=True"
        arguments = ", ".join(x for x in (axis,) if x) + keep
        if f in ("count_nonzero", "median", "ptp") or self.chance(0.5):
            self.count("np reduction call")
            return f"np.{f}({a}{', ' if arguments else ''}{arguments})"
        self.count("reduction method")
        return f"{self.wrap(a)}.{f}({arguments})"

    def shaped(self):
        a, value = self.array(1)
        self.count("reshaping")
        w = self.wrap(a)
        n = value.size
        options = [f"{w}.T", f"{w}.ravel()", f"{w}.flatten()", f"{w}.reshape(-1)", f"{w}.reshape(-1, 1)", f"{w}.reshape(1, -1)", f"np.expand_dims({a}, {self.number(0, value.ndim)})",
                   f"np.squeeze({a})", f"{w}.transpose()", f"np.transpose({a})", f"{w}.copy()", f"np.atleast_2d({a})", f"np.flip({a})", f"np.ravel({a})", f"{w}.squeeze()"]
        if n and n % 2 == 0:
            options += [f"{w}.reshape(2, {n // 2})", f"{w}.reshape((-1, 2))", f"np.reshape({a}, ({n // 2}, 2))"]
        if n and n % 3 == 0:
            options += [f"{w}.reshape(3, -1)"]
        if value.ndim == 3:
            options += [f"{w}.transpose({self.pick('1, 0, 2', '2, 0, 1', '0, 2, 1')})", f"np.transpose({a}, ({self.pick('1, 0, 2', '2, 0, 1')}))"]
        if value.ndim >= 2:
            options += [f"{w}.swapaxes(0, 1)", f"np.flip({a}, axis={self.number(0, 1)})", f"np.flip({a}, {self.number(0, 1)})", f"np.swapaxes({a}, 0, -1)"]
        return self.among(options)

    def joined(self):
        a, value = self.array(1)
        self.count("joining")
        w = self.wrap(a)
        b = self.literal(value.shape) if self.chance(0.5) else a
        options = [f"np.concatenate([{a}, {b}])", f"np.vstack([{a}, {b}])", f"np.hstack(({a}, {b}))", f"np.stack([{a}, {b}])", f"np.stack([{a}, {b}], axis={self.number(-1, value.ndim)})",
                   f"np.tile({a}, {self.number(1, 3)})", f"np.tile({a}, (2, {self.number(1, 2)}))", f"np.repeat({a}, {self.number(1, 3)})", f"np.append({a}, {self.element('i')})", f"np.column_stack([{a}, {b}])",
                   f"np.c_[{a}, {b}]", f"np.r_[{a}, {b}]", f"np.array([{a}, {b}])"]
        if value.ndim > 1:
            options += [f"np.concatenate([{a}, {b}], axis={self.number(-1, value.ndim - 1)})", f"np.repeat({a}, 2, axis={self.number(0, 1)})", f"np.concatenate(({a}, {b}), axis=None)"]
        if value.ndim == 1:
            options += [f"np.r_[{a}, {self.element('i')}, {b}]", f"np.meshgrid({a}, {b})[{self.number(0, 1)}]", f"np.roll({a}, {self.number(-2, 2)})", f"np.diff({a})" if value.dtype.kind != "b" else f"{a}"]
        return self.among(options)

    def comparison(self):
        a, value = self.array(1, clean=True)
        op = self.among(COMPARISONS)
        self.count("array comparison")
        return f"{self.wrap(a)} {op} {self.wrap(self.operand(value))}"

    def logical(self):
        a, value = self.array(1, clean=True)
        self.count("array logic")
        w = self.wrap(a)
        one = f"({w} {self.among(COMPARISONS)} {self.element('i')})"
        two = f"({w} {self.among(COMPARISONS)} {self.element('f')})"
        return self.pick(f"{one} & {two}", f"{one} | {two}", f"~{one}", f"{one} ^ {two}", f"np.logical_and({one}, {two})", f"np.logical_or({one}, {two})", f"np.logical_not({a})")

    def selection(self):
        a, value = self.array(1, clean=True)
        self.count("where")
        w = self.wrap(a)
        return self.pick(f"np.where({w} > {self.element('i')}, {a}, {self.element('i')})", f"np.where({w} > 0, 1, {self.element('f')})", f"np.where({w} > 0)[0]",
                         f"np.nonzero({a})[0]", f"np.where({w} < 2, {w} * 2, {a})", f"np.argwhere({w} > 0)", f"np.flatnonzero({a})")

    def ordering(self):
        a, value = self.array(1, clean=True)
        self.count("sorting")
        options = [f"np.sort({a})", f"np.argsort({a}, kind='stable')", f"np.unique({a})", f"np.sort({a}, axis=None)", f"np.sort(-{self.wrap(a)})" if value.dtype.kind != "b" else f"np.sort({a})", f"np.sort({a})[::-1]"]
        if value.ndim > 1:
            options += [f"np.sort({a}, axis=0)", f"np.argsort({a}, axis=0, kind='stable')", f"np.sort({a}, axis=1)"]
        if value.dtype.kind == "i":
            options += [f"np.bincount(np.abs({a}).ravel() % 7)", f"np.bincount(np.abs({a}).ravel() % 5, minlength=6)"]
        options += [f"np.unique({a}, return_counts=True)[{self.number(0, 1)}]"]
        return self.among(options)

    def product(self):
        # BLAS leaves out the products with a zero, so that 0 * nan may be 0: finite numbers only.
        a, value = self.array(1, clean=True, test=lambda v: bool(np.all(np.isfinite(v))))
        self.count("matrix product")
        w = self.wrap(a)
        if value.ndim == 1:
            n = value.shape[0]
            b = self.pick(self.literal((n,)), self.literal((n, 2)), f"np.array({self.nested((n, 3), 'f')})")
            return self.pick(f"{w} @ {b}", f"np.dot({a}, {b})", f"{w}.dot({b})", f"np.outer({a}, {self.literal((3,), 'i')})", f"np.matmul({a}, {b})")
        if value.ndim == 2:
            b = self.literal((value.shape[1], self.number(1, 3)), self.pick("f", "i"))
            v = self.literal((value.shape[1],), self.pick("f", "i"))
            return self.pick(f"{w} @ {b}", f"np.dot({a}, {b})", f"{w}.dot({v})", f"{w} @ {v}", f"{w}.T @ {w}", f"{w} @ {w}.T", f"np.matmul({a}, {b})", f"np.dot({w}.T, {a})")
        if value.ndim == 3:
            return f"{w} @ {self.literal((value.shape[2], 2), 'i')}"
        return f"np.dot({a}, 2)"

    def cast(self):
        a, value = self.array(1, clean=True, test=lambda v: bool(np.all(np.isfinite(v))))
        self.count("astype")
        w = self.wrap(a)
        return self.pick(f"{w}.astype(int)", f"{w}.astype(float)", f"{w}.astype(bool)", f"{w}.astype('float64')", f"{w}.astype(np.int64)", f"np.array({a}, dtype=float)", f"({w} > 0).astype(int)", f"np.array({a})")

    def method_chain(self):
        a, value = self.array(1, clean=True, test=lambda v: v.size > 0)
        self.count("chain")
        w = self.wrap(a)
        return self.pick(f"{w}.reshape(-1)[::2]", f"{w}.T.copy()", f"({w} - {w}.mean(axis=0)) * 2", f"{w}.ravel().cumsum()", f"{w} / ({w}.max() + 100)", f"({w} == {w}.max()).astype(int)", f"np.eye(3)[np.abs({w}.astype(int)).ravel() % 3]")
