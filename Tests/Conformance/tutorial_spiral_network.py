"""A two-layer ReLU network on a three-armed spiral."""
import numpy as np

np.random.seed(3)
points, classes, hidden = 40, 3, 20
X = np.zeros((points * classes, 2))
y = np.zeros(points * classes, dtype=int)
for c in range(classes):
    rows = slice(points * c, points * (c + 1))
    radius = np.linspace(0.0, 1.0, points)
    angle = np.linspace(c * 4, (c + 1) * 4, points) + 0.2 * np.random.randn(points)
    X[rows] = np.column_stack((radius * np.sin(angle), radius * np.cos(angle)))
    y[rows] = c

W1 = 0.1 * np.random.randn(2, hidden)
b1 = np.zeros((1, hidden))
W2 = 0.1 * np.random.randn(hidden, classes)
b2 = np.zeros((1, classes))
n = len(X)
for i in range(501):
    hidden_layer = np.maximum(0, X @ W1 + b1)
    scores = hidden_layer @ W2 + b2
    shifted = scores - scores.max(axis=1, keepdims=True)
    probs = np.exp(shifted)
    probs /= probs.sum(axis=1, keepdims=True)
    loss = -np.log(probs[np.arange(n), y]).mean()
    if i % 100 == 0:
        print(f"{i:>5}  {loss:.7f}")
    probs[range(n), y] -= 1
    probs /= n
    dW2 = hidden_layer.T @ probs
    db2 = probs.sum(axis=0, keepdims=True)
    dhidden = probs @ W2.T
    dhidden[hidden_layer <= 0] = 0
    dW1 = X.T @ dhidden
    db1 = dhidden.sum(axis=0, keepdims=True)
    for parameter, gradient in [(W1, dW1), (b1, db1), (W2, dW2), (b2, db2)]:
        parameter -= 0.5 * gradient
hidden_layer = np.maximum(0, X @ W1 + b1)
guess = np.argmax(hidden_layer @ W2 + b2, axis=1)
print("accuracy", np.mean(guess == y))
print("first bias", b2)
