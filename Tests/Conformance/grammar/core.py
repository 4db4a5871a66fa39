"""The core of the generator of random programs: choices, counts, and the program built so far.

Each statement is tried while the program grows, so later statements know the shapes and values of what they use; a statement that
fails is taken back. Equality, order and rounding are taken only of exact values (see `exact`), since the last bit of exp, of a mean
or of a matrix product may differ between libraries.
"""
import contextlib
import io
import random
import signal
import warnings
from collections import Counter

import numpy as np

LIMIT = 2 ** 40


class TooSlow(BaseException):
    pass


def alarm(signum, frame):
    raise TooSlow()


def fresh_namespace():
    np.set_printoptions(edgeitems=3, infstr="inf", linewidth=75, nanstr="nan", precision=8, suppress=False, threshold=1000,
                        floatmode="maxprec", sign="-", formatter=None)
    np.random.seed(0)
    return {"__name__": "__main__"}


def execute(source, seconds=5):
    """Runs a program in this process: (its output, the exception or None)."""
    out = io.StringIO()
    namespace = fresh_namespace()
    signal.signal(signal.SIGALRM, alarm)
    signal.alarm(seconds)
    try:
        with contextlib.redirect_stdout(out), warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            exec(compile(source, "program", "exec"), namespace)
        return out.getvalue(), None, namespace
    except BaseException as error:
        return out.getvalue(), error, namespace
    finally:
        signal.alarm(0)


def exact(value):
    """Whether sums and products of a few of these numbers are free of rounding."""
    if isinstance(value, (bool, int, str, np.bool_, np.integer)) or value is None:
        return True
    if isinstance(value, (float, np.floating, np.ndarray)):
        a = np.asarray(value)
        if a.dtype.kind in "bi":
            return True
        if a.dtype.kind != "f":
            return False
        with np.errstate(all="ignore"):
            f = a[np.isfinite(a)]
            return bool(np.all(np.abs(f) < 2 ** 20) and np.all(f * 1024 == np.floor(f * 1024)))
    if isinstance(value, (list, tuple)):
        return all(exact(v) for v in value)
    return False


def sane(value):
    """Small enough to be used again, and free of what nn leaves out on purpose (ints beyond 64 bits, other dtypes)."""
    if isinstance(value, np.ndarray):
        if value.dtype.kind not in "fib" or value.size > 3000 or value.dtype.itemsize != (1 if value.dtype.kind == "b" else 8):
            return False
        return value.dtype.kind != "i" or value.size == 0 or int(np.abs(value.astype(float)).max()) < LIMIT
    if isinstance(value, (bool, np.bool_)):
        return True
    if isinstance(value, (int, np.integer)):
        return abs(int(value)) < LIMIT and not isinstance(value, np.int8)
    if isinstance(value, complex) or isinstance(value, np.floating) and not isinstance(value, np.float64):
        return False
    if isinstance(value, (list, tuple)):
        return len(value) < 200 and all(sane(v) for v in value)
    if isinstance(value, str):
        return len(value) < 2000
    if isinstance(value, dict):
        return len(value) < 100 and all(sane(v) for v in value.values())
    return True


class Core:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counts = Counter()
        self.lines = []
        self.serial = 0
        self.env = {**fresh_namespace(), "np": np}

    # choices

    def pick(self, *choices):
        return self.random.choice(choices)

    def among(self, sequence):
        return self.random.choice(list(sequence))

    def number(self, low, high):
        return self.random.randint(low, high)

    def chance(self, p):
        return self.random.random() < p

    def count(self, *constructs):
        for construct in constructs:
            self.counts[construct] += 1

    def name(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    # values

    def value(self, source):
        with warnings.catch_warnings(), np.errstate(all="ignore"), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            return eval(source, self.env)

    def names(self, test):
        return [n for n, v in self.env.items() if not n.startswith("__") and n != "np" and test(v)]

    def attempt(self, make):
        """An expression (source, value) from `make`, tried until it evaluates to something sane; None if it never does."""
        for _ in range(6):
            before = self.counts.copy()
            try:
                source = make()
                if source is None:
                    continue
                value = self.value(source)
                if sane(value) and len(source) < 160:
                    return source, value
            except TooSlow:
                raise
            except Exception:
                pass
            self.counts = before
        return None

    # statements

    def text(self):
        return "\n".join(self.lines) + "\n"

    def run(self, source):
        signal.signal(signal.SIGALRM, alarm)
        signal.alarm(5)
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"), contextlib.redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                exec(compile(source, "statement", "exec"), self.env)
        finally:
            signal.alarm(0)

    def add(self, source):
        """Appends a statement if it runs; else restores the names as they were."""
        try:
            self.run(source)
            if all(sane(v) for k, v in self.env.items() if not k.startswith("__") and k != "np"):
                self.lines.append(source)
                return True
        except TooSlow:
            raise
        except Exception:
            pass
        self.restore()
        return False

    def restore(self):
        _, _, self.env = execute("import numpy as np\n" + self.text())
