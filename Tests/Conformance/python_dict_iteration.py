# A dict is walked where it lies: to begin costs nothing, and what is taken away meanwhile does not matter in the end.
d = {i: i for i in range(30000)}
while d:
    d.pop(next(iter(d)))
print(d)
d = {i: i for i in range(30000)}
total = 0
while d:
    key, value = d.popitem()
    total += value
print(total, d)
d = {i: i for i in range(10)}
for k in d:
    break
print(k, list(reversed(d)), list(reversed(d.items()))[:2], next(reversed(d)))
del d[0], d[9], d[5]
d[5] = 50
print(d, list(d), list(reversed(d.values())), d.popitem(), d.popitem(), list(d.items()))
d[11] = 1
for k in d:
    d[k] += 1
print(d, d == {1: 2, 2: 3, 3: 4, 4: 5, 6: 7, 7: 8, 11: 2}, d.copy() == d)
it = iter(d)
print(next(it), next(it), list(it), next(it, None), next(it, "end"))
d.clear()
d["a"] = 1
print(d, list(d.keys()), d | {"b": 2})
