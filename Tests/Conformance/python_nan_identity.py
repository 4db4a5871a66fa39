# A NaN equals nothing; in containers it is found by identity, as CPython has it.
import numpy as np

n = float("nan")
m = float("nan")
print(n == n, n != n, n is n, n is m, [n] == [n], [n] == [m], n in [n], m in [n], (n,) == (n,), (n,) == (m,))
print([n, m].index(m), [n, n, m].count(n), [float("nan")].count(float("nan")), n in (m, n), {1: n} == {1: n}, {1: n} == {1: m})
print({np.nan: 5}[np.nan], np.nan in [np.nan], float("nan") in {np.nan: 1}, n in {n: 1}, (n, 1) in {(n, 1): 2}, (m, 1) in {(n, 1): 2})
d = {n: 1, m: 2, float("nan"): 3}
d[n] = 4
print(len(d), list(d.values()), d.pop(m), len(d))
inf = float("inf")
losses = [1.0, inf - inf, inf * 0]
print(losses == losses, losses == losses.copy(), losses == [1.0, inf - inf, inf * 0], losses[1] in losses, inf - inf in losses)
losses.remove(losses[2])
print(len(losses), losses.index(losses[1]), [x for x in losses] == losses, sorted(losses[1:]) == losses[1:])
print([n] == [n + 1], [n] == [-n], [n] == [+n], [n] == [abs(n)], [n] == [float(n)], n + 0 is n, [n] == [n * 1])
a = np.array([np.nan, 1.0])
x = a[0]
print(x is x, x in [x], a[0] in [a[0]], list(a) == list(a), a.tolist() == a.tolist(), [x] == [x + 0], np.nan in a, x in a)
y = np.mean(np.array([np.nan]))
print([y] == [y], [np.mean(a)] == [np.mean(a)], np.float64(n) in [n], max([n]) is n, min(n, 1.0) is n, sum([n]) is n)
def same(v):
    return v in [v], v is v
print(same(n), same(inf - inf), same(np.float64("nan")), [*[n]] == [n], dict(a=n) == dict(a=n), list(map(float, [n])) == [n])
n += 1
print(n in [n], [n] * 2 == [n, n], tuple([n]) == (n,), zip([n]).__class__ if False else list(zip([n])) == [(n,)])
print(-0.0 in [0.0], {0.0: 1}[-0.0], 1.0 in {1: 2}, True in [1])
b = np.array([n, -n])
print(np.signbit(b), np.isnan(b), b, (n, [n], {n: n}))
