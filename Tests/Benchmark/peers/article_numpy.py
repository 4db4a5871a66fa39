"""The article's program in NumPy, without its pictures."""
import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

X, Y = make_moons(n_samples=1000, noise=0.2, random_state=42)
X_train, X_test, Y_train, Y_test = train_test_split(X, Y.reshape(-1, 1), test_size=0.2, random_state=42)

np.random.seed(42)
W1, b1 = np.random.randn(2, 10) * np.sqrt(2 / 2), np.zeros((1, 10))
W2, b2 = np.random.randn(10, 1) * np.sqrt(2 / 10), np.zeros((1, 1))
m = len(X_train)


def forward(x):
    a1 = np.maximum(0, x @ W1 + b1)
    return a1, 1 / (1 + np.exp(-(a1 @ W2 + b2)))


def accuracy(x, y):
    return np.mean((forward(x)[1] > 0.5) == y)


for epoch in range(1, 1001):
    A1, A2 = forward(X_train)
    loss = -np.mean(Y_train * np.log(A2 + 1e-8) + (1 - Y_train) * np.log(1 - A2 + 1e-8))
    dZ2 = A2 - Y_train
    dZ1 = (dZ2 @ W2.T) * (A1 > 0)
    W2 -= 0.1 * (A1.T @ dZ2) / m
    b2 -= 0.1 * dZ2.mean(axis=0, keepdims=True)
    W1 -= 0.1 * (X_train.T @ dZ1) / m
    b1 -= 0.1 * dZ1.mean(axis=0, keepdims=True)
    if epoch % 100 == 0:
        print(f"Epoch {epoch}/1000 - Loss: {loss:.4f} - Accuracy: {accuracy(X_train, Y_train):.4f}")
print(f"{accuracy(X_train, Y_train):.4f} {accuracy(X_test, Y_test):.4f}")
