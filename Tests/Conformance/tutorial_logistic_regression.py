"""Logistic regression on two clouds of points."""
import numpy as np

np.random.seed(1)
n = 60
left = np.random.randn(n // 2, 2) - 1.5
right = np.random.randn(n // 2, 2) + 1.5
X = np.vstack([left, right])
y = np.concatenate([np.zeros(n // 2), np.ones(n // 2)]).reshape(-1, 1)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def cost(h, y):
    m = y.shape[0]
    return float(-(y * np.log(h) + (1 - y) * np.log(1 - h)).sum() / m)


w = np.zeros((2, 1))
b = 0
history = []
for i in range(300):
    h = sigmoid(np.dot(X, w) + b)
    dw = np.dot(X.T, h - y) / n
    db = np.sum(h - y) / n
    w -= 0.1 * dw
    b -= 0.1 * db
    history.append(cost(h, y))
    if (i + 1) % 50 == 0:
        print("Iteration {:4d} | cost {:.8f}".format(i + 1, history[-1]))
print("weights", w.ravel(), "bias", b)
predictions = (sigmoid(X @ w + b) > 0.5).astype(int)
print("accuracy: {0:.1%}".format((predictions == y).mean()))
print("falling:", all(b < a for a, b in zip(history, history[1:])))
