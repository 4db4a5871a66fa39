"""What random programs found: each line was once different."""
import numpy as np

np.random.seed(3)
print(np.linalg.norm([3, 4]), np.random.choice(5))
print(repr(np.count_nonzero([1, 0, 2])), [np.count_nonzero(np.eye(2))])
print(None in [1, 2], None in [np.zeros(1)], np.zeros(2) == None, np.ones(2) != "text", {} == np.zeros(1))
m = np.array([[0.5, 1.0], [2.0, 4.0], [8.0, 16.0]])
column = m[:, 0]
flat = column.ravel()
flat[0] = 99
print(column, flat, m.T.ravel(), column.reshape(-1))
last = m[..., 0]
last += 1
element = m[0][..., 1]
element += 7
print(m, element, element.shape, [m[0, ..., 1]])
print(str.upper("abc"), list(map(str.strip, [" a ", "b "])), dict.fromkeys("ab", 0), dict.fromkeys([1, 2]))
print(m.dtype, [m.dtype], __name__)
scalar = np.array(5.0)
print(scalar.sum(axis=0), scalar.max(axis=-1), scalar.argmax(axis=0), scalar.cumsum(axis=0), np.ptp(scalar, axis=0), scalar.any(axis=-1))
nothing = float("nan")
print(nothing in [nothing], nothing == nothing, np.nan in [1.0, np.nan], nothing is nothing, [nothing] == [nothing])
missing = np.float64("nan")
print(missing in [missing], missing is missing)
