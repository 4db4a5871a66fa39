"""Mini-batches drawn by a permutation of the rows."""
import numpy as np

np.random.seed(10)
X = np.arange(40).reshape(20, 2) / 10
y = X @ np.array([1.5, -0.5]) + 2


def batches(X, y, size):
    order = np.random.permutation(len(X))
    out = []
    for start in range(0, len(X), size):
        picked = order[start:start + size]
        out.append((X[picked], y[picked]))
    return out


for xb, yb in batches(X, y, 8):
    print(xb.shape, yb.shape, yb)

w = np.zeros(2)
b = 0.0
for epoch in range(50):
    for xb, yb in batches(X, y, 6):
        e = xb @ w + b - yb
        w -= 0.05 * xb.T @ e / len(e)
        b -= 0.05 * e.mean()
    if epoch % 10 == 0:
        print("epoch", epoch, "loss", ((X @ w + b - y) ** 2).mean())
print(w, b)

indices = np.arange(10)
np.random.shuffle(indices)
print(indices)
rows = np.eye(4)
np.random.shuffle(rows)
print(rows)
