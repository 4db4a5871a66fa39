"""Shapes that stretch to meet each other."""
import numpy as np

row = np.array([1, 2, 3])
col = np.array([[10], [20]])
print(row + col)
print(row * 2, 2 * row, row - 1, 1 - row, row / 2, 2 / row, row // 2, row % 2, row ** 2, 2 ** row, -row)
m = np.arange(6).reshape(2, 3)
print(m + row)
print(m * col)
print(m - m.mean(axis=0))
print(m - m.mean(axis=1, keepdims=True))
print(m / m.sum(axis=1)[:, None])
print((m[:, None, :] - m[None, :, :]).shape)
print(np.ones((3, 1)) + np.ones((1, 4)))
print(np.ones((2, 1, 3)) * np.arange(2).reshape(2, 1))
print(m > 2, m == row, (m >= 1) & (m < 4))
print(row + [10, 20, 30], [1, 1, 1] * row, (1, 2, 3) - row)
print(np.maximum(m, 2), np.minimum(row, col))
print(np.array([1, 2]) + np.array(5), np.array(5) + 1, np.float64(2) * row)
print(True + row, row * 1.5, row + np.array([0.5]), row * np.array([True, False, True]))
print(np.add(1, 2), np.subtract(row, 1), np.multiply(row, row), np.divide(row, 4))
x = np.zeros((2, 3))
x += row
x -= col
x *= 0.5
x /= [[1], [2]]
print(x)
x[:] = 7
x[0] = row
x[:, 1] = [5, 6]
print(x)
b = np.array([0.5, 1.5])
W = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
print(W @ b, W.dot(b), np.dot(b, W.T), b @ b, W.T @ W, np.matmul(W, W.T))
print(np.outer([1, 2], [3, 4, 5]), np.inner([1, 2], [3, 4]))
