"""Dictionaries keep their order."""
d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["b"], d.get("z"), d.get("z", 0), "a" in d, "z" not in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.keys(), d.values(), d.items())
for key in d:
    print(key, d[key], end="; ")
print()
for key, value in d.items():
    print(f"{key}={value}", end=" ")
print()
print(d.pop("b"), d, d.pop("zz", None))
d.update({"x": 1, "a": 0})
d.update(y=2)
print(d)
del d["x"]
print(d, d.setdefault("new", []), d.setdefault("a", 5))
d["new"].append(1)
print(d)
print({i: i ** 2 for i in range(4)}, {k: v for k, v in d.items() if k != "new"}, dict(a=1, b=2), dict([("p", 1), ("q", 2)]), dict(zip("ab", [1, 2])))
print({}, {1: "int", 2.5: "float", (1, 2): "tuple", None: 0, True: "replaces 1"})
print({"a": 1} == {"a": 1}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {**{"a": 1}, "b": 2})
layers = {"W1": [1, 2], "b1": [0]}
for l in range(1, 2):
    layers["W" + str(l)] = [v * 2 for v in layers["W" + str(l)]]
print(layers, layers["W1"][0])
copy = layers.copy()
copy["W1"].append(9)
copy["new"] = 1
print(layers, sorted(copy), max(d.values(), key=str))
nested = {"conv": {"size": 3, "pad": 1}, "pool": {"size": 2}}
nested["conv"]["pad"] += 1
nested["pool"]["stride"] = nested["pool"]["size"]
print(nested, nested["conv"]["size"])
print(sum({"a": 1, "b": 2}.values()), min({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1], reverse=True))
counts = {}
for w in "the cat the dog the end".split():
    counts[w] = counts.get(w, 0) + 1
print(counts, max(counts, key=counts.get), [w for w, c in counts.items() if c == 1])
d.clear()
print(d, bool(d), len({}))
e = {"z": 1, "y": 2}
print(e.popitem(), e, list(reversed(["z"])))
