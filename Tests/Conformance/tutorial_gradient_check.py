"""Numerical gradients by changing one element at a time."""
import numpy as np


def numerical_gradient(f, x, h=1e-4):
    grad = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            keep = x[i, j]
            x[i, j] = keep + h
            plus = f(x)
            x[i, j] = keep - h
            minus = f(x)
            grad[i, j] = (plus - minus) / (2 * h)
            x[i, j] = keep
    return grad


np.random.seed(5)
X = np.random.randn(6, 3)
T = np.random.randn(6, 2)
W = np.random.randn(3, 2)


def loss(W):
    return 0.5 * np.sum((np.tanh(X @ W) - T) ** 2)


def analytic(W):
    A = np.tanh(X @ W)
    return X.T @ ((A - T) * (1 - A ** 2))


before = W.copy()
num = numerical_gradient(loss, W)
ana = analytic(W)
print("untouched:", np.array_equal(before, W))
print(ana)
difference = np.linalg.norm(num - ana) / (np.linalg.norm(num) + np.linalg.norm(ana))
print("small difference:", difference < 1e-7)
print(np.round(num, 4))
ana[0, 0] += 0.5
print("a planted mistake is found at", np.argwhere(np.abs(num - ana) > 1e-3).tolist())
