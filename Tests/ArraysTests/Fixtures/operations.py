"""Writes elementwise.txt, reductions.txt and products.txt: array operations with NumPy's results.

    python operations.py          (in this directory; NumPy 2)

A line is: family, operation, operands, parameters, result, parted by tabs. An array is dtype|shape|views|elements, where the views are
applied to a contiguous array of that shape: t transposes, rN reverses axis N, sN takes every second along N, bN repeats N times.
A float is written in hexadecimal. A result of `error` is an exception.
"""

import operator
import random
import re
import warnings

import numpy as np

np.seterr(all="ignore")
warnings.simplefilter("ignore")
choose = random.Random(20)
draw = np.random.RandomState(20)
family = "elementwise"
SPECIAL = {
    "f": [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.5, -2.5, np.inf, -np.inf, np.nan, 1e308, -1e308, 1e-310, 3.7, -3.7, 7.0, 1e16],
    "i": [0, 1, -1, 2, -2, 3, 7, -7, 63, 64, -64, 100, 2**62, -(2**63), 2**63 - 1],
    "b": [False, True],
}
DTYPES = {"f": np.float64, "i": np.int64, "b": np.bool_}


def elements(kind, count, special):
    def one():
        if special and choose.random() < 0.6:
            return choose.choice(SPECIAL[kind])
        if kind == "f":
            value = float(draw.randn() * 3)
            return value if family != "products" else round(value * 64) / 64
        return int(draw.randint(-9, 10)) if kind == "i" else bool(draw.randint(2))

    return [one() for _ in range(count)]


def text(kind, value):
    return re.sub(r"\.?0*p", "p", float(value).hex()) if kind == "f" else str(int(value))


def array(kind, shape, special=False, views="trs"):
    values = elements(kind, int(np.prod(shape)), special)
    result = np.array(values, dtype=DTYPES[kind]).reshape(shape)
    applied = []
    for _ in range(choose.choice([0, 0, 1, 1, 2, 3]) if views else 0):
        view = choose.choice(views)
        if view == "t":
            result = result.T
            applied.append("t")
        elif view == "b" and result.ndim < 4:
            result = np.broadcast_to(result, (3,) + result.shape)
            applied.append("b3")
        elif view in "rs" and result.ndim:
            axis = choose.randrange(result.ndim)
            part = [slice(None)] * result.ndim
            part[axis] = slice(None, None, -1 if view == "r" else 2)
            result = result[tuple(part)]
            applied.append(view + str(axis))
    spelt = "|".join([kind, ",".join(map(str, shape)), " ".join(applied), " ".join(text(kind, v) for v in values)])
    return result, spelt


def scalar(special):
    kind = choose.choice("fib")
    value = elements(kind, 1, special)[0]
    return value, kind.upper() + "|" + text(kind, value)


def shape(most=3, extents=(1, 2, 3, 4, 5)):
    return tuple(0 if choose.random() < 0.05 else choose.choice(extents) for _ in range(choose.randint(0, most)))


def stretchable(shape):
    ones = [1 if choose.random() < 0.3 else extent for extent in shape]
    return tuple(ones[choose.choice([0, 0, 0, 1, 2]):])


def spell_result(result):
    result = np.asarray(result)
    kind = {"b": "b", "i": "i", "f": "f"}.get(result.dtype.kind)
    return "|".join([kind, ",".join(map(str, result.shape)), " ".join(text(kind, v) for v in result.ravel())])


lines = []


def record(group, name, operands, compute):
    try:
        expected = spell_result(compute())
    except Exception:
        expected = "error"
    lines.append("\t".join([group, name, *operands, expected]))


def write(path):
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    lines.clear()


BINARY = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide, "floorDivide": np.floor_divide,
    "remainder": np.remainder, "power": operator.pow, "bitAnd": np.bitwise_and, "bitOr": np.bitwise_or,
    "bitXor": np.bitwise_xor, "shiftLeft": np.left_shift, "shiftRight": np.right_shift, "maximum": np.maximum,
    "minimum": np.minimum, "arctan2": np.arctan2, "hypot": np.hypot, "fmod": np.fmod, "copysign": np.copysign,
    "logaddexp": np.logaddexp, "logicalAnd": np.logical_and, "logicalOr": np.logical_or, "logicalXor": np.logical_xor,
}
# NumPy takes int8 and float16 for these on bools.
NOT_FOR_BOOLS = ["floorDivide", "remainder", "power", "shiftLeft", "shiftRight", "arctan2", "hypot", "fmod", "copysign", "logaddexp", "divide"]
IN_PLACE = {
    "add": operator.iadd, "subtract": operator.isub, "multiply": operator.imul, "divide": operator.itruediv,
    "floorDivide": operator.ifloordiv, "remainder": operator.imod, "power": operator.ipow, "bitOr": operator.ior,
}
COMPARISONS = {
    "equal": operator.eq, "notEqual": operator.ne, "less": operator.lt, "lessEqual": operator.le,
    "greater": operator.gt, "greaterEqual": operator.ge,
}
UNARY = """negative positive absolute sign square reciprocal invert floor ceil trunc rint exp exp2 expm1 log log2 log10 log1p sqrt
cbrt sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh radians degrees isnan isinf isfinite signbit
logical_not""".split()


def operands(special):
    extent = shape()
    left = array(choose.choice("ffib"), stretchable(extent), special)
    right = array(choose.choice("ffib"), stretchable(extent), special)
    side = choose.random()
    if side < 0.2:
        right = scalar(special)
    elif side < 0.4:
        left = scalar(special)
    return left, right


for _ in range(14):
    for name, function in BINARY.items():
        (x, left), (y, right) = operands(choose.random() < 0.5)
        if name in NOT_FOR_BOOLS and np.asarray(x).dtype == bool and np.asarray(y).dtype == bool:
            continue
        record("binary", name, [left, right], lambda: function(x, y))
    for name, function in COMPARISONS.items():
        (x, left), (y, right) = operands(choose.random() < 0.5)
        record("compare", name, [left, right], lambda: function(x, y))
    for name, function in IN_PLACE.items():
        x, left = array(choose.choice("ffib"), shape(), choose.random() < 0.5)
        y, right = scalar(True) if choose.random() < 0.3 else array(choose.choice("ffib"), stretchable(x.shape), True)

        def compute():
            function(x, y)
            return x

        record("inPlace", name, [left, right], compute)
for _ in range(5):
    for name in UNARY:
        kind = choose.choice("ffib")
        if kind == "b" and name not in ["negative", "positive", "absolute", "invert", "floor", "ceil", "trunc", "isnan", "logical_not"]:
            kind = "f"
        if name == "reciprocal":
            kind = "f"
        x, operand = array(kind, shape(), choose.random() < 0.5, "trsb")
        record("unary", "logicalNot" if name == "logical_not" else name, [operand], lambda: getattr(np, name)(x))
    for decimals in range(-2, 5):
        kind = choose.choice("ffi")
        x, operand = array(kind, shape(), kind == "f")
        record("round", str(decimals), [operand], lambda: np.round(x, decimals))
write("elementwise.txt")

REDUCTIONS = {
    "sum": np.sum, "prod": np.prod, "min": np.min, "max": np.max, "any": np.any, "all": np.all,
    "countNonzero": np.count_nonzero, "mean": np.mean, "var": np.var, "std1": lambda a, **k: np.std(a, ddof=1, **k),
    "median": np.median, "q30": lambda a, **k: np.quantile(a, 0.3, **k), "nansum": np.nansum, "nanmax": np.nanmax,
    "nanmin": np.nanmin, "nanmean": np.nanmean, "nanvar": np.nanvar,
}
for turn in range(12):
    for name, function in REDUCTIONS.items():
        extents = (1, 2, 3, 4, 9) if turn % 4 else (2, 12, 20)
        special = choose.random() < 0.4 and name not in ["q30", "nansum", "nanmean", "nanvar", "min", "max"]
        x, operand = array("f" if name == "q30" else choose.choice("fffib"), shape(3 if turn % 4 else 2, extents), special)
        if x.size == 0 and name == "q30":
            continue
        axes, axis = "all", None
        if x.ndim and choose.random() < 0.7:
            axis = tuple(sorted(choose.sample(range(x.ndim), choose.randint(1, x.ndim))))
            axes = ",".join(map(str, axis))
        keepdims = choose.random() < 0.3
        record("reduce", name, [operand, axes, str(int(keepdims))], lambda: function(x, axis=axis, keepdims=keepdims))
    for name in ["argmax", "argmin", "cumsum", "cumprod"]:
        x, operand = array(choose.choice("fib"), shape(), choose.random() < 0.5)
        axis = None if x.ndim == 0 or choose.random() < 0.3 else choose.randrange(-x.ndim, x.ndim)
        record("lane", name, [operand, "all" if axis is None else str(axis)], lambda: getattr(np, name)(x, axis=axis))
for extents in [(1000,), (9000,), (3, 9000), (300, 40), (40, 300)]:
    values = np.sin(np.arange(np.prod(extents)) * 1.7).reshape(extents)
    for axis in [None] + list(range(len(extents))):
        for name, part in [("whole", values), ("columns", values[..., :-1]), ("transposed", values.T)]:
            # Too large to write out: the elements are sin(1.7 i), the result is a sum of all bits.
            bits = np.atleast_1d(part.sum(axis=axis)).view(np.uint64).astype(object)
            lines.append("\t".join(["large", name, ",".join(map(str, extents)), "all" if axis is None else str(axis),
                                    str(sum(int(b) for b in bits) % 2**64)]))
write("reductions.txt")

family = "products"
for turn in range(60):
    m, n, k = [choose.choice([1, 2, 3, 7, 0, 12]) for _ in range(3)]
    stack = choose.choice([(), (), (), (2,), (2, 2), (1,)])
    other = choose.choice([(), (), stack, (1,)])
    kinds = choose.choice(["ff", "ff", "fi", "ii", "bb", "bi"])
    for name in ["matmul", "dot", "inner", "outer"]:
        if (turn % 3 or m * n * k > 500) and name != "matmul":
            continue
        left = stack + (m, k) if choose.random() < 0.8 else (k,)
        right = other + ((n, k) if name == "inner" else (k, n)) if choose.random() < 0.8 else (k,)
        if name == "outer":
            left, right = left[-2:], right[-2:]
        (x, first), (y, second) = array(kinds[0], left), array(kinds[1], right)
        record("product", name, [first, second], lambda: getattr(np, name)(x, y))
for turn in range(20):
    n = choose.choice([1, 2, 3, 5, 8])
    (x, first), (y, second) = array("f", (n, n)), array("f", choose.choice([(n,), (n, 3)]), views="")
    record("product", "solve", [first, second], lambda: np.linalg.solve(x, y))
    x, operand = array(choose.choice("ffi"), choose.choice([(n, n), (2, n, n)]), views="r")
    record("matrix", "inverse", [operand], lambda: np.linalg.inv(x))
    record("matrix", "determinant", [operand], lambda: np.linalg.det(x))
    record("matrix", "trace", [operand], lambda: np.trace(x))
    record("matrix", "norm", [operand], lambda: np.linalg.norm(x))
    record("matrix", "cubed", [operand], lambda: np.linalg.matrix_power(x, 3))
write("products.txt")
