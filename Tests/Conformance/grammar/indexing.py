"""Subscripts, and the statements that assign through them."""
import numpy as np

from .core import exact


class Indexing:
    def slice(self, n):
        parts = ["", ""]
        if self.chance(0.6):
            parts[0] = str(self.number(-n - 1, n + 1))
        if self.chance(0.6):
            parts[1] = str(self.number(-n - 1, n + 1))
        if self.chance(0.4):
            step = self.pick("2", "-1", "-2", "3", "1")
            self.count("negative step" if step.startswith("-") else "step")
            return ":".join(parts) + ":" + step
        return ":".join(parts)

    def subscript(self, value, assign=False):
        """The text between the brackets, fitting an array of this shape."""
        shape = value.shape
        kind = self.number(0, 11)
        if not shape:
            return "..." if assign or kind < 6 else "()"
        n = shape[0]
        if kind == 0 and n:
            self.count("integer index")
            return str(self.number(-n, n - 1))
        if kind == 1:
            self.count("slice")
            return self.slice(n)
        if kind in (2, 3) and len(shape) > 1:
            self.count("index tuple")
            parts = []
            for size in shape[:self.number(1, len(shape))]:
                parts.append(str(self.number(-size, size - 1)) if size and self.chance(0.4) else self.slice(size))
            return ", ".join(parts)
        if kind == 4 and not assign:
            self.count("newaxis")
            return self.pick("None", "np.newaxis", ":, None", "None, :", "..., None", ":, np.newaxis")
        if kind == 5:
            self.count("ellipsis")
            last = shape[-1]
            return f"..., {self.number(-last, last - 1)}" if last else "..."
        if kind in (6, 7) and n:
            self.count("fancy index")
            rows = [self.number(-n, n - 1) for _ in range(self.number(1, 4))]
            if assign:
                rows = list(dict.fromkeys(r % n for r in rows))
            if len(shape) > 1 and shape[1] and self.chance(0.5):
                self.count("fancy pair")
                columns = [self.number(0, shape[1] - 1) for _ in rows]
                return self.pick(f"{rows}, {columns}", f"np.array({rows}), {columns}", f"{rows}, {columns[0]}", f"{columns[0] % n}, {columns}", f"range({n}), {[c for c in (columns * n)[:n]]}")
            return self.pick(str(rows), f"np.array({rows})")
        if kind == 8 and len(shape) > 1 and shape[1]:
            self.count("fancy column")
            columns = [self.number(-shape[1], shape[1] - 1) for _ in range(self.number(1, 3))]
            if assign:
                columns = list(dict.fromkeys(c % shape[1] for c in columns))
            return self.pick(f":, {columns}", f"{self.slice(n)}, {columns}")
        if kind in (9, 10):
            self.count("mask")
            if self.chance(0.4):
                return str([self.chance(0.5) for _ in range(n)])
            return f"np.array({[self.chance(0.5) for _ in range(n)]})"
        if n:
            self.count("integer index")
            return self.pick(str(self.number(-n, n - 1)), f"np.int64({self.number(0, n - 1)})")
        return ":"

    def indexed(self):
        a, value = self.array(1)
        if exact(value) and self.chance(0.2):
            self.count("mask expression")
            return f"{self.wrap(a)}[{self.wrap(a)} {self.pick('>', '<', '==', '>=')} {self.element('i')}]"
        return f"{self.wrap(a)}[{self.subscript(value)}]"

    def mutable(self):
        names = self.names(lambda v: isinstance(v, np.ndarray) and v.flags.writeable and v.ndim > 0)
        if not names:
            return None
        return self.among(names)

    def assign_item(self):
        a = self.mutable()
        if a is None:
            return False
        value = self.env[a]
        if exact(value) and self.chance(0.25):
            self.count("mask assignment")
            target = f"{a}[{a} {self.pick('>', '<', '==', '!=')} {self.element('i')}]"
        else:
            target = f"{a}[{self.subscript(value, assign=True)}]"
        made = self.attempt(lambda: target)
        if not made:
            return False
        part = made[1]
        op = self.pick("=", "=", "=", "+=", "-=", "*=")
        self.count("item assignment" if op == "=" else "augmented item")
        shape = getattr(part, "shape", ())
        kind = {"f": "f", "i": "i", "b": "b"}[value.dtype.kind]
        if kind == "b" and op != "=":
            op = "="
        right = self.element(kind)
        if shape and self.chance(0.45):
            self.count("array into slice")
            right = self.pick(self.nested(shape, kind), f"np.array({self.nested(shape[-1:], kind)})" if shape[-1] else self.element(kind))
        ok = self.add(f"{target} {op} {right}")
        return ok and self.add(f"print({a})")

    def augmented(self):
        a = self.mutable()
        if a is None:
            return False
        value = self.env[a]
        self.count("in place")
        op = self.pick("+=", "-=", "*=") if value.dtype.kind != "f" else self.pick("+=", "-=", "*=", "/=", "*=")
        if value.dtype.kind == "f" and exact(value) and self.chance(0.2):
            op = self.pick("//=", "%=", "**=")
        if value.dtype.kind == "b":
            op = self.pick("&=", "|=", "^=")
            right = self.pick("True", "False")
        elif op == "**=":
            right = "2"
        elif value.dtype.kind == "i":
            right = self.pick(self.element("i"), f"np.array({self.nested(value.shape[-1:], 'i')})")
        else:
            right = self.operand(value)
        return self.add(f"{a} {op} {right}") and self.add(f"print({a})")

    def view(self):
        a = self.mutable()
        if a is None:
            return False
        value = self.env[a]
        if not value.flags.c_contiguous and not a.startswith("v"):
            return False  # a result in the order of a transposed operand: see the README's list
        self.count("view")
        v = self.name("v")
        form = self.pick(f"{a}[{self.slice(value.shape[0])}]", f"{a}.T", f"{a}.ravel()", f"{a}.reshape(-1)", f"{a}[...]", f"{a}", f"{a}.copy()", f"np.asarray({a})", f"{a}[::-1]",
                         f"{a}.flatten()", f"{a}[:, None]", f"{a}[..., 0]", f"np.array({a})", f"{a}[0]", f"{a}.reshape(1, -1)", f"{a}.T[0]", f"{a}[:, 0]", f"{a}.transpose()")
        if not self.add(f"{v} = {form}"):
            return False
        element = self.element({"f": "f", "i": "i", "b": "b"}[value.dtype.kind])
        change = self.pick(f"{v}[...] = {element}", f"{v}[0] = {element}", f"{v} += {element}", f"{v}[:1] = {element}", f"{v} *= 2", f"{v}[-1] = {element}", f"{a}[0] = {element}")
        if value.dtype.kind == "b":
            change = f"{v}[0] = {element}"
        self.add(change)
        return self.add(f"print({a}, {v})") and (self.chance(0.7) or self.add(f"print({a} is {v}, {a}.shape, {v}.shape)"))
