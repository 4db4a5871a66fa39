"""NumPy scalars among Python's numbers."""
import numpy as np

a = np.array([1.5, 2.5])
n = np.array([1, 2, 3])
s, i = a[0], n[1]
print(s, i, repr(s), repr(i), type(s), type(i), isinstance(s, float), isinstance(i, int))
print(s + 1, s * 2, s / 2, s // 1, s % 1, s ** 2, -s, abs(s), round(s), int(s), float(s), bool(s))
print(i + 1, i * 2, i / 2, i // 2, i % 2, i ** 2, -i, i + 0.5, 1 / i, 2 ** i)
print(repr(s + 1), repr(i + 1), repr(i / 2), repr(i * 1.0), repr(s > 1), repr(i == 2))
print([s, i], (s,), {"s": s}, {i: "key"}, {2: "two"}[i])
print("x" * i, [0] * i, list(range(i)), "abc"[i], [10, 20, 30][i])
print(np.float64(1) / 3, np.float64(1e-20), np.float64(1e20), np.float64(100), np.int64(-5) // 2, np.int64(-5) % 3)
print(s == 1.5, i == 2, s in [1.5], i in [1, 2], s is None, not s)
print(max(s, 3), min(i, 1), sum([s, s]), sum(n), max(a), min(n), len(a), sorted(a)[::-1])
print(n.sum() / len(n), (n > 1).sum(), True + np.int64(1), np.bool_(True) and 5, np.bool_(False) or "no")
print(s.item(), i.item(), n.tolist(), a.tolist(), s.shape, s.dtype, s.ndim)
if a.max() > 2 and n.min() < 2:
    print("both")
x = np.float64(2)
x += 1
x *= 1.5
print(x, repr(x))
total = 0
for v in n:
    total += v
print(total, type(total).__name__)
print(f"{s:.3f} {i:03d} {s!r} {i}", "%d %.1f" % (i, s), str(s), str(i))
print(np.int64(7) / np.int64(2), np.int64(7) // np.int64(2), np.int64(2) ** 10, np.float64(7) // 2, divmod(np.int64(7), 2))
print(np.mean([1, 2]) == 1.5, np.argmax([1, 9]) + 1, np.sqrt(2) ** 2, np.round(np.float64(1.005), 2))
