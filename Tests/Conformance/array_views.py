"""Which results share memory and which do not."""
import numpy as np

a = np.arange(6)
b = a
b[0] = 100
print(a)
c = a[2:5]
c[:] = -1
print(a, c)
d = a.copy()
d[1] = 55
print(a, d)
e = a.reshape(2, 3)
e[1, 2] = 77
print(a)
f = e.T
f[0, 0] = 1
print(a)
g = a[[0, 1]]
g[0] = 999
print(a, g)
h = a.ravel()
h[1] = 42
k = a.flatten()
k[1] = 43
print(a)
a += 1
print(b is a, b)
a = a + 1
print(b is a, b, a)
x = np.zeros(3)
y = x
y -= 1
print(x)
y = y - 1
print(x, y)
rows = np.zeros((2, 2))
for row in rows:
    row += 1
print(rows)
for row in rows:
    row = row + 1
print(rows)
p = [np.zeros(2), np.ones(2)]
for v in p:
    v *= 3
    v += 1
print(p)
q = np.asarray(x)
q[0] = 5
r = np.array(x)
r[1] = 5
print(x, q is x, r)
s = np.arange(5)
s[1:] = s[:-1]
print(s)
t = np.arange(5)
t[::-1][0] = 50
t[::2] += 10
print(t)
m = np.arange(9).reshape(3, 3)
m[0], m[2] = m[2].copy(), m[0].copy()
print(m)
z = m.transpose()
z += 100
print(m)
w = np.broadcast_to(np.arange(3), (2, 3)) if False else np.tile(np.arange(3), (2, 1))
w[0, 0] = 9
print(w)


def change(arr):
    arr[0] = -5
    arr = np.zeros(3)
    return arr


u = np.ones(3)
print(change(u), u)
