"""Lists: methods, slices, aliasing."""
a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
a.insert(-1, 99)
print(a, len(a), a.index(99), a.count(1))
print(a.pop(), a.pop(0), a)
a.remove(99)
a.sort()
print(a)
a.sort(reverse=True)
print(a)
a.reverse()
print(a, a[::-1], a[1:3], a[-2:], a[:2] + a[3:], a * 2)
b = a
c = a[:]
d = list(a)
e = a.copy()
b.append(7)
print(a, c, d, e, b is a)
a[0] = "first"
a[1:3] = [10, 20, 30]
print(a)
a[::2] = [0] * len(a[::2])
del a[0]
del a[1:3]
print(a)
a += [8, 9]
a *= 2
print(a)
a.clear()
print(a, not a)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
shared = [[0] * 2] * 2
shared[0][0] = 1
print(m, shared)
print([1, 2] + [3], [1] * 3, [1, [2, [3]]], [] == [], [1, 2, 3][1], [[1, 2], [3, 4]][1][0])
print(list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), list("ab"), list((1, 2)), list({"x": 1}))
print(sum([1, 2, 3]), max([4, 2]), min([4, 2]), sorted([3, 1]), 2 in [1, 2], list(zip([1, 2], "ab")), list(enumerate("ab", 1)))
print(list(map(str, [1, 2])), list(filter(lambda v: v > 1, [1, 2, 3])), list(reversed([1, 2])), list(map(lambda p, q: p * q, [1, 2], [3, 4])))
words = ["pear", "fig", "apple"]
words.sort(key=len)
print(words, sorted(words), max(words, key=len))
stack = [1]
while stack:
    top = stack.pop()
    if top < 20:
        stack.append(top * 3)
    print(top, end=" ")
print()
x, *rest = [1, 2, 3]
*start, last = "abc"
first, *middle, end = range(5)
print(x, rest, start, last, first, middle, end)
n = [1, 2, 3, 4, 5, 6]
n[1:4] = []
print(n, n[10:], n[-10:2], n[2:1])
nested = [[3, "c"], [1, "a"]]
nested.sort()
print(nested)
try_me = [0.5, None, True, "s", (1,), [2], {"k": 3}]
print(try_me)
