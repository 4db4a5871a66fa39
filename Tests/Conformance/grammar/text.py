"""Strings: methods, slices, and the three ways of formatting."""
import numpy as np

WORDS = ["loss", "epoch", "Hidden Layer", "w1", "a,b,c", "  padded  ", "banana", "", "relu", "One Two Three", "x=1;y=2", "ŷ = σ(z)", "tab\\there", "it's", "UPPER", "123", "0.5"]


class Text:
    def string_atom(self):
        names = self.names(lambda v: type(v) is str)
        if names and self.chance(0.4):
            return self.among(names)
        word = self.among(WORDS)
        return f'"{word}"'

    def string_source(self, depth=2):
        s = self.string_atom() if depth <= 1 else self.string_source(depth - 1)
        t = self.string_atom()
        w = s if s.isidentifier() or s.startswith('"') and s.count('"') == 2 else f"({s})"
        kind = self.number(0, 9)
        if kind == 0:
            self.count("string slice")
            return f"{w}[{self.slice(5)}]"
        if kind == 1:
            self.count("string operator")
            return self.pick(f"{w} + {t}", f"{w} * {self.number(0, 3)}", f"{self.number(0, 3)} * {w}")
        if kind in (2, 3, 4):
            self.count("string method")
            return f"{w}." + self.pick("upper()", "lower()", "title()", "strip()", "lstrip()", "rstrip()", "capitalize()", "swapcase()", f"replace('a', 'o')", f"ljust({self.number(0, 12)})",
                                      f"rjust({self.number(0, 12)}, '.')", f"center({self.number(0, 15)}, '*')", f"zfill({self.number(0, 8)})", "replace('e', '', 1)", "strip('a ')", "expandtabs()" if False else "strip()")
        if kind == 5:
            self.count("join")
            return self.pick(f"', '.join({w}.split())", f"'-'.join({w})", f"{t}.join(['x', 'y', 'z'])", f"' '.join(str(k) for k in range({self.number(0, 5)}))", f"''.join(reversed({w}))")
        return s

    def string(self):
        made = self.attempt(lambda: self.string_source(2))
        return made or ('"text"', "text")

    def string_statement(self):
        s, value = self.string()
        w = s if s.isidentifier() else f"({s})"
        kind = self.number(0, 4)
        if kind == 0:
            name = self.name("s")
            self.count("string variable")
            return self.add(f"{name} = {s}") and self.add(f"print({name}, len({name}), repr({name}))")
        if kind == 1:
            self.count("string question")
            t = self.string_atom()
            return self.add("print(" + self.pick(f"{w}.find('a'), {w}.count('a'), {w}.rfind('e')", f"{w}.startswith({t}), {w}.endswith({t})", f"{w}.isdigit(), {w}.isalpha(), {w}.isupper(), {w}.islower(), {w}.isspace()",
                                                 f"{t} in {w}, {t} not in {w}", f"{w} == {t}, {w} < {t}, {w} >= {t}", f"len({w}), bool({w})", f"sorted({w})", f"max({w} + 'a'), min({w} + 'b')") + ")")
        if kind == 2:
            self.count("split")
            return self.add(f"print({w}." + self.pick("split()", "split(',')", "split('a')", "split(' ', 1)", "splitlines()", "partition('=')", "rsplit(' ', 1)") + ")")
        self.count("print string")
        return self.add(f"print({s}, repr({s}), [{s}])")

    def number_spec(self, value):
        width = self.pick("", "", str(self.number(1, 12)))
        align = self.pick("", "", "<", ">", "^", "*^", "=" if False else "")
        sign = self.pick("", "", "+", " ", "-")
        zero = "0" if width and not align and self.chance(0.3) else ""
        comma = self.pick("", "", "", ",")
        if isinstance(value, (bool, np.bool_)):
            return align + width
        if isinstance(value, (int, np.integer)):
            kind = self.pick("d", "d", "", "x", "b", "o", ".1f", "e", ".3g", ".0%")
            if kind in ("x", "b", "o"):
                comma = ""
        else:
            kind = self.pick(f".{self.number(0, 6)}f", f".{self.number(0, 6)}f", "e", f".{self.number(0, 4)}e", "g", f".{self.number(1, 6)}g", ".1%", "", "f", f".{self.number(1, 5)}")
        return f"{align}{sign}{zero}{width}{comma}{kind}" if comma == "" or kind not in ("",) else f"{align}{sign}{zero}{width}{kind}"

    def fstring(self):
        parts = []
        for _ in range(self.number(1, 4)):
            kind = self.number(0, 6)
            if kind <= 2:
                source, value = self.scalar(1)
                self.count("f-string number")
                spec = self.number_spec(value)
                conversion = ""
                if self.chance(0.1):
                    conversion, spec = "!r", self.pick("", ">12")
                equals = ""
                if self.chance(0.12):
                    self.count("f-string =")
                    equals = "="
                parts.append("{" + source + equals + conversion + (":" + spec if spec else "") + "}")
            elif kind == 3:
                s, _ = self.string()
                self.count("f-string text")
                if '"' not in s and "\\" not in s:
                    parts.append("{" + s + self.pick("", ":>10", ":<8", ":^12", "!r", ":.3", ":*^9") + "}")
            elif kind == 4:
                made = self.array(0, clean=True)
                self.count("f-string array")
                if '"' not in made[0]:
                    parts.append("{" + made[0] + "}")
            elif kind == 5:
                self.count("f-string nested spec")
                parts.append("{" + self.scalar(0)[0] + ":{" + str(self.number(1, 12)) + "}" + "}")
            else:
                parts.append(self.pick("loss ", "{{x}}", "= ", "%", "W[0]: "))
        return "f\"" + " ".join(parts) + "\""

    def format_statement(self):
        kind = self.number(0, 4)
        if kind <= 1:
            self.count("f-string")
            made = self.attempt(self.fstring)
            return bool(made) and self.add(f"print({made[0]})")
        values = [self.scalar(1) for _ in range(self.number(1, 3))]
        sources = ", ".join(s for s, _ in values)
        if kind == 2:
            self.count("% format")
            specs = []
            for _, v in values:
                width = self.pick("", "", str(self.number(1, 9)), "-" + str(self.number(1, 9)), "0" + str(self.number(2, 9)), "+")
                if isinstance(v, (bool, np.bool_)):
                    specs.append("%" + width.lstrip("0+") + "s")
                elif isinstance(v, (int, np.integer)):
                    specs.append("%" + width + self.pick("d", "d", "s", "f", ".2f", "x", "g"))
                else:
                    specs.append("%" + width + self.pick("f", ".2f", ".4f", "e", "g", ".3g", "s", "r", "d", ".0f"))
            tail = sources + "," if len(values) == 1 else sources
            return self.add(f'print("{self.pick("|", " ", ": ").join(specs)}{self.pick("", "%%", "!")}" % ({tail}))')
        if kind == 3:
            self.count("format method")
            fields = ["{:" + self.number_spec(v) + "}" if self.chance(0.7) else self.pick("{}", "{!r}") for _, v in values]
            return self.add(f'print("{" | ".join(fields)}".format({sources}))')
        self.count("format method")
        return self.add(self.pick(f'print("{{0}} {{0}}".format({sources}))', f'print(format({values[0][0]}, "{self.number_spec(values[0][1])}"))', f'print("{{a:>8}}|{{b}}".format(a={values[0][0]}, b={values[-1][0]}))'))
