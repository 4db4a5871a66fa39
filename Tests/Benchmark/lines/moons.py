# A 2-10-1 network on 800 samples, 1000 steps over all of them, every formula a line of its own.
import numpy as np

np.random.seed(42)
m = 800
angle = np.pi * np.random.rand(m // 2)
upper = np.c_[np.cos(angle), np.sin(angle)]
lower = np.c_[1 - np.cos(angle), 0.5 - np.sin(angle)]
X = np.concatenate([upper, lower]) + 0.2 * np.random.randn(m, 2)
Y = np.repeat([0, 1], m // 2).reshape(-1, 1)

W1 = np.random.randn(2, 10) * np.sqrt(2 / 2)
b1 = np.zeros((1, 10))
W2 = np.random.randn(10, 1) * np.sqrt(2 / 10)
b2 = np.zeros((1, 1))
lr = 0.1

for epoch in range(1000):
    Z1 = X @ W1 + b1
    A1 = np.maximum(0, Z1)
    Z2 = A1 @ W2 + b2
    A2 = 1 / (1 + np.exp(-Z2))
    loss = -np.mean(Y * np.log(A2 + 1e-8) + (1 - Y) * np.log(1 - A2 + 1e-8))

    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m

    W2 -= lr * dW2
    b2 -= lr * db2
    W1 -= lr * dW1
    b1 -= lr * db1

print(f"{loss:.6f}")
