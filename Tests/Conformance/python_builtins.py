"""The builtins that scripts use."""
import numpy as np

print(abs(-3), abs(2.5), min(1, 2), max([1, 3]), min("b", "a"), max(1, 2.0, True), min([], default="none"), max([[1, 2], [1, 3]]))
print(sum([1, 2]), sum((0.5, 1)), sum([], 5), sum([[1], [2]], []), sum(range(5)), round(1.5), round(2.25, 1))
print(len("abc"), len([1]), len({}), len((1, 2)), len(range(7)), len(np.zeros((4, 2))))
print(int("5"), int(5.9), float("1.5"), str(1.0), str([1, "a"]), bool(""), list("ab"), tuple([1]), dict(a=1), int(), float(), str(), list(), bool())
print(list(zip([1, 2], [3, 4], [5, 6])), list(zip("ab", range(10))), list(zip()), list(enumerate(["a", "b"])), list(enumerate("x", start=5)))
print(sorted([3, 1, 2]), sorted("cab", reverse=True), list(reversed(range(3))), list(map(int, "123")), list(filter(None, [0, 1, "", 2])))
print(any([False, True]), all([True, True]), any(np.array([0, 1])), all(np.array([1, 1])), isinstance(np.zeros(1), np.ndarray))
print(type(np.zeros(1)), type(np.float64(1)), type(1) == int, type("a") is str, type(1.5) == float, type([]) == list)
print(divmod(9, 4), pow(2, 3), pow(2.0, 3), chr(65), ord("A"), hex(10), bin(5), repr("a"), ascii("é"))
print(list(range(3)), range(1, 3), range(0, 10, 2)[2], list(range(3, 0, -1)), list(range(0)))
print(next(iter([7, 8])), list(iter("ab")), isinstance(lambda: 0, int), id(None) == id(None))
values = iter([1, 2, 3])
print(next(values), next(values), list(values), next(values, "end"))
print("%s" % None, str(None), [None], print("inner"))
a = [1, 2, 3]
print(a.index(2), a[::-1], a[len(a) - 1], max(a) - min(a), sum(a) / len(a), a * len(a))
assert sum(a) == 6, "the sum is wrong"
assert a
print(np.array(list(map(lambda v: v / 2, a))), list(map(max, [1, 5], [3, 2])), [*map(str, a)])
del a[0]
print(a)
b = a
del b
print(a)
if __name__ == "__main__":
    print("main")
