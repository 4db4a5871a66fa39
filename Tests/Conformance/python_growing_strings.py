# += makes a string longer in its own memory where nothing else refers to it; what else refers to it keeps the old one.
s = ""
for i in range(20000):
    s += "ab"
old = s
s += "c"
print(len(s), len(old), old.endswith("ab"), s.endswith("abc"))


def local():
    t = ""
    for i in range(20000):
        t += "é"
        if i == 10:
            kept = t
    return len(t), kept, t[19999], t[-1] == "é"


print(local())


def cells():
    t = "x"

    def inner():
        nonlocal t
        t += "y"
        return t

    inner()
    u = inner()
    inner()
    return t, u


print(cells())
d = {"a": "x", 1: "y"}
xs = ["p", "q"]
for i in range(3):
    d["a"] += "-" + str(i)
    d[1] += d["a"]
    xs[-1] += xs[0]
    xs[0] += xs[1]
print(d, xs)
u = "ab"
u += u
u += u
print(u)


def change():
    global u
    u = "changed"
    return "!"


u += change()
print(u)
ys = ["a"]


def drop():
    ys[0] = "other"
    return "!"


ys[0] += drop()
print(ys)
a = b = "same"
a += "1"
print(a, b)
t = ("k",)
m = {t[0]: t[0]}
m["k"] += "z"
print(t, m)
w = "wide \u4e2d"
w[5]
for i in range(100):
    w += "\u00e9x"
    assert w[-1] == "x" and w[-2] == "\u00e9" and w[5] == "\u4e2d"
print(len(w), w[100], w.find("x", 150), w[200:], w[199::-50])
n = [1]
n += (2, 3)
n += n
n += "ab"
print(n)
