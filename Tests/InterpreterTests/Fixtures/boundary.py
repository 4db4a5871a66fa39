"""The classes of the article's program on its own grid: one line for each row of the grid, as lengths of runs that begin with class 0.
Then the places whose probability is within 1e-9 of 0.5.

Written as the article's program, without its class: the same operations in the same order."""
import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

np.random.seed(42)
X, Y = make_moons(n_samples=1000, noise=0.2, random_state=42)
Y = Y.reshape(-1, 1)
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.2, random_state=42)
W1 = np.random.randn(2, 10) * np.sqrt(2.0 / 2)
b1 = np.zeros((1, 10))
W2 = np.random.randn(10, 1) * np.sqrt(2.0 / 10)
b2 = np.zeros((1, 1))


def forward(x):
    z1 = x @ W1 + b1
    a1 = np.maximum(0, z1)
    return z1, a1, 1 / (1 + np.exp(-np.clip(a1 @ W2 + b2, -500, 500)))


m = len(Y_train)
for _ in range(1000):
    Z1, A1, A2 = forward(X_train)
    dZ2 = A2 - Y_train
    dW2 = (1 / m) * (A1.T @ dZ2)
    db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0).astype(float)
    dW1 = (1 / m) * (X_train.T @ dZ1)
    db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
    W2 -= 0.1 * dW2
    b2 -= 0.1 * db2
    W1 -= 0.1 * dW1
    b1 -= 0.1 * db1

xs = np.arange(X_train[:, 0].min() - 0.5, X_train[:, 0].max() + 0.5, 0.01)
ys = np.arange(X_train[:, 1].min() - 0.5, X_train[:, 1].max() + 0.5, 0.01)
xx, yy = np.meshgrid(xs, ys)
probability = forward(np.c_[xx.ravel(), yy.ravel()])[2]
classes = (probability > 0.5).astype(int).reshape(xx.shape)
print(len(ys), len(xs))
for row in classes:
    changes = np.flatnonzero(np.diff(row)) + 1
    runs = np.diff(np.concatenate([[0], changes, [len(row)]])).tolist()
    print(*([0] + runs if row[0] == 1 else runs))
print(*np.flatnonzero(np.abs(probability.ravel() - 0.5) < 1e-9).tolist())
