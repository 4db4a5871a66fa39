"""Writes text.txt: arrays, print options and what NumPy prints for them. Run: python3 text.py (NumPy 2)."""

import numpy as np

rng = np.random.RandomState(0)
cases = []


def case(array, mode="str", **options):
    cases.append((np.asarray(array), mode, options))


nan, inf = np.nan, np.inf
long = np.zeros(1001)
long[:2] = 0.5, -1 / 3
long[7] = 1e-9  # not shown, so it does not count
for mode in ("str", "repr"):
    for array in (
        1 / 3, 3, True, -0.0, 1e16, 1e-5, nan, -inf,
        [], np.zeros((0, 3)), np.zeros((2, 0), int), np.zeros((0,), bool),
        [1.0, 2.0, 3.0], [1, -20, 300], [True, False], [[True], [False]],
        [0.1, 0.25, 1 / 3], [-0.0, 0.0], [1e-5, 1.0], [1e8, 1.0], [99999999.0, 1e6], [1e-4, 0.05], [1001.0, 1.0], [1000.0, 1.0],
        [nan, 1.5], [inf, -inf], [nan, inf], [1.0, -inf], [1e300, nan, -1e-300], [5e-324], [1.7976931348623157e308],
        [0.123456785, 0.5], [2.5e-9, 1.0], [123456.789, 0.001],
        np.arange(30), np.arange(30) / 7, np.arange(1001), np.zeros((26, 40), int),
        np.arange(24).reshape(2, 3, 4), np.arange(24).reshape(2, 3, 2, 2) / 8, rng.randn(12, 10), rng.randn(3, 3),
        rng.randn(5) * 1e6, rng.randn(4, 2) * 10.0 ** rng.randint(-9, 9, (4, 2)), long,
        [-(2**63), 2**63 - 1], rng.rand(40) < 0.5, np.ones((1, 1, 1)),
    ):
        case(array, mode)
    for options in (
        dict(precision=3), dict(precision=0), dict(precision=17), dict(suppress=True), dict(suppress=True, precision=3),
        dict(floatmode="fixed"), dict(floatmode="unique"), dict(floatmode="maxprec_equal"), dict(threshold=5),
        dict(threshold=5, edgeitems=1), dict(linewidth=30), dict(linewidth=8), dict(floatmode="fixed", precision=4),
    ):
        for array in (
            rng.randn(7), rng.randn(3, 4) * [1, 10, 1e-4, 100], [6e-9, 4e-9, 1.0], np.arange(12).reshape(3, 4), [0.5, nan],
            rng.randn(4) * 1e10, [0.125, 0.375, 2.5], rng.randint(0, 9, (3, 3)) / 4,
        ):
            case(array, mode, **options)

with open("text.txt", "w") as out:
    for array, mode, options in cases:
        full = dict(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, floatmode="maxprec") | options
        np.set_printoptions(**full)
        text = str(array) if mode == "str" else repr(array)
        flat = array.ravel()
        if array.dtype == float:
            words = ["%x" % word for word in flat.view(np.uint64).tolist()] if flat.size else []
        else:
            words = [str(int(value)) for value in flat]
        head = [mode, array.dtype.name] + [str(int(v) if isinstance(v, bool) else v) for v in full.values()]
        head += [str(array.ndim)] + [str(extent) for extent in array.shape]
        out.write(" ".join(head + words) + "\n" + text + "\n----\n")
