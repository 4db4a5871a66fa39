"""Two moons, a small network, and scikit-learn's helpers."""
import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score

X, y = make_moons(n_samples=200, noise=0.2, random_state=42)
print(X.shape, y.shape, X[:3], y[:10])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42)
print(X_train.shape, X_test.shape, y_train.sum(), y_test.sum())
Y_train = y_train.reshape(-1, 1)

np.random.seed(42)
W1 = np.random.randn(2, 6) * np.sqrt(2 / 2)
b1 = np.zeros((1, 6))
W2 = np.random.randn(6, 1) * np.sqrt(2 / 6)
b2 = np.zeros((1, 1))
m = len(X_train)
for epoch in range(301):
    Z1 = X_train @ W1 + b1
    A1 = np.maximum(0, Z1)
    A2 = 1 / (1 + np.exp(-(A1 @ W2 + b2)))
    loss = -np.mean(Y_train * np.log(A2 + 1e-8) + (1 - Y_train) * np.log(1 - A2 + 1e-8))
    dZ2 = A2 - Y_train
    dW2 = A1.T @ dZ2 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW1 = X_train.T @ dZ1 / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    W1 -= 0.5 * dW1
    b1 -= 0.5 * db1
    W2 -= 0.5 * dW2
    b2 -= 0.5 * db2
    if epoch % 100 == 0:
        print(f"Epoch {epoch}: loss {loss:.6f}")


def predict(X):
    hidden = np.maximum(0, X @ W1 + b1)
    return (hidden @ W2 + b2 > 0).astype(int).ravel()


print("train accuracy", accuracy_score(y_train, predict(X_train)))
print("test accuracy", accuracy_score(y_test, predict(X_test)))
