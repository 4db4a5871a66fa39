"""Tuples and unpacking."""
t = (1, 2, 3)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, 2 in t, t.index(2), t.count(1), (), (1,), 1, )
a, b, c = t
a, b = b, a
print(a, b, c)
(p, q), r = (1, [2, 3]), 4
print(p, q, r)
[x, y] = "ab"
print(x, y)
(m, n), *others = [(1, 2), 3, 4]
print(m, n, others)
for i, (u, v) in enumerate([(1, 2), (3, 4)]):
    print(i, u, v)
for name, value in zip(["a", "b", "c"], [1, 2]):
    print(name, value)
i = 0
values = [10, 20, 30]
i, values[i] = 1, 99
print(i, values)
x = y = z = 7
x += 1
print(x, y, z)


def stats(numbers):
    return min(numbers), max(numbers), sum(numbers) / len(numbers)


low, high, mean = stats([1, 2, 6])
print(low, high, mean, stats([5]))
_, only, _ = stats([4, 9])
print(only)
print(tuple([1, 2]), tuple("ab"), tuple(range(3)), (1, "a", None, 2.5, (3,)), ((1, 2), (3, 4))[1][0])
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) != 1, max((3, 1), (2, 9)), sorted([(2, 1), (1, 2)]))
print(*t, sep="|")
print([*t, *[4, 5]], (*t, 9))


def many(first, *rest, **options):
    return first, rest, options


print(many(1), many(1, 2, 3), many(1, key="v"), many(*[1, 2], **{"k": 3}))
head, tail = t[0], t[1:]
print(head, tail)
a, b, c = range(3)
d, e = {"k1": 1, "k2": 2}
print(a, b, c, d, e)
