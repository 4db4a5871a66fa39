"""Integer arrays, masks and their combinations as indices."""
import numpy as np

a = np.array([10, 20, 30, 40, 50])
print(a[[0, 2, 4]], a[np.array([3, 3, -1])], a[[True, False, True, False, True]])
print(a[a > 25], a[(a > 15) & (a < 45)], a[~(a > 25)], a[(a == 10) | (a == 50)])
m = np.arange(20).reshape(4, 5)
print(m[[0, 2]])
print(m[[0, 2], [1, 3]])
print(m[:, [4, 0]])
print(m[[0, 1]][:, [1, 2]])
print(m[m % 2 == 0])
print(m[m[:, 0] > 4])
print(m[:, m[0] > 2])
print(m[range(3), [1, 2, 3]], m[np.arange(4), -1])
print(m[np.array([[0, 1], [2, 3]]), 0])
print(a[np.array([[0, 1], [2, 3]])])
print(m[1, [0, 2]], m[1:3, [0, 2]], m[[1, 2], 1:3])
print(m[np.ix_([0, 2], [1, 3])] if False else m[[[0], [2]], [1, 3]])
order = np.argsort(-a)
print(order, a[order])
print(a[np.where(a > 20)], np.where(a > 20), np.nonzero(m > 16))
m[m > 15] = 0
m[[0, 1], [0, 1]] = -1
m[2] = [9, 8, 7, 6, 5]
m[:, 4] *= 10
print(m)
a[[0, 1]] += 5
a[a > 39] = [1, 2]
print(a)
empty = a[a > 1000]
print(empty, empty.shape, empty.sum(), a[[]])
y = np.zeros((3, 3))
y[[0, 1, 2], [2, 1, 0]] = [1, 2, 3]
y[np.arange(3), np.arange(3)] -= 0.5
print(y)
