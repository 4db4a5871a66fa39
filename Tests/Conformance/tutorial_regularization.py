"""Ridge and early stopping on a polynomial."""
import numpy as np

np.random.seed(6)
x = np.linspace(-1, 1, 15)
y = 2 * x ** 3 - x + np.random.normal(0, 0.1, x.shape)
features = np.column_stack([x ** p for p in range(6)])
train, test = np.arange(0, 15, 2), np.arange(1, 15, 2)


def ridge(X, y, strength):
    penalty = strength * np.eye(X.shape[1])
    penalty[0, 0] = 0
    return np.linalg.solve(X.T @ X + penalty, X.T @ y)


def rmse(X, y, w):
    return np.sqrt(((X @ w - y) ** 2).mean())


table = {}
for strength in [0.001, 0.01, 0.1, 1, 10]:
    w = ridge(features[train], y[train], strength)
    table[strength] = (rmse(features[train], y[train], w), rmse(features[test], y[test], w), np.abs(w[1:]).sum())
    print("{:>8} train {:.6f} test {:.6f} weights {:.6f}".format(strength, *table[strength]))

w = np.zeros(6)
best, patience = np.inf, 0
for epoch in range(1, 2001):
    w -= 0.05 * features[train].T @ (features[train] @ w - y[train]) / len(train)
    if epoch % 200 == 0:
        score = rmse(features[test], y[test], w)
        print(epoch, f"{score:.8f}")
