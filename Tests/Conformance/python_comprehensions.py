"""List and dict comprehensions, generator arguments."""
import numpy as np

print([x ** 2 for x in range(5)], [x for x in range(10) if x % 3 == 0], [x if x > 2 else -x for x in range(5)])
print([(i, j) for i in range(3) for j in range(i)], [[i * j for j in range(3)] for i in range(2)])
print([c.upper() for c in "abc"], [len(w) for w in "a bb ccc".split()], ["%d!" % n for n in (1, 2)])
print({k: len(k) for k in ["a", "bb"]}, {i: [j for j in range(i)] for i in range(3)}, {v: k for k, v in {"a": 1}.items()})
print(sum(x * x for x in range(4)), max(abs(v) for v in [-3, 2]), any(v > 2 for v in [1, 3]), all(v for v in [1, 0]), ", ".join(str(v) for v in [1, 2]))
print([y for x in [[1, 2], [3]] for y in x], [x for x in range(20) if x % 2 if x % 3 == 0], [a + b for a, b in [(1, 2), (3, 4)]])
x = "outer"
squares = [x * x for x in range(3)]
print(x, squares)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix], [max(col) for col in zip(*matrix)])
factor = 3
print([factor * v for v in range(3)], list(v + factor for v in range(2)), tuple(v for v in "ab"), sorted(-v for v in [1, 2]))


def scaled(values, k):
    return [k * v for v in values]


print(scaled([1, 2], 10), [f(2) for f in [lambda v: v + 1, lambda v: v * 5]])
functions = [lambda v, n=n: v ** n for n in range(3)]
print([f(3) for f in functions])
late = [lambda: n for n in range(3)]
print([f() for f in late])
arrays = [np.arange(n) for n in range(1, 4)]
print(arrays, np.array([a.sum() for a in arrays]), [a.tolist() for a in arrays], np.array([[i + j for j in range(2)] for i in range(2)]))
sizes = [2, 4, 1]
print([np.zeros((m, n)).shape for m, n in zip(sizes[:-1], sizes[1:])], list(zip(sizes, sizes[1:])))
print([i for i, v in enumerate([5, 0, 7]) if v], [(k, v) for k, v in sorted({"b": 2, "a": 1}.items())], [ch for ch in "a1b2" if ch.isdigit()])
