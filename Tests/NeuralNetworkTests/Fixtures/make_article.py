"""Writes article.txt: data, first weights and results of the article's program (two moons, 2-10-1, 1000 epochs), in NumPy.

    python3 make_article.py > article.txt

Needs numpy and scikit-learn. Each line is a key and numbers, written so that they read back bit for bit.
"""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split


def put(key, values):
    print(key, *(repr(float(v)) for v in np.ravel(values)))


def forward(X, p):
    Z1 = X @ p["W1"] + p["b1"]
    A1 = np.maximum(0, Z1)
    Z2 = A1 @ p["W2"] + p["b2"]
    return Z1, A1, 1 / (1 + np.exp(-np.clip(Z2, -500, 500)))


def run(name, seed, samples, hidden, rate, epochs):
    np.random.seed(seed)
    X, Y = make_moons(n_samples=samples, noise=0.2, random_state=seed)
    Y = Y.reshape(-1, 1)
    X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.2, random_state=seed)
    p = {
        "W1": np.random.randn(2, hidden) * np.sqrt(2.0 / 2), "b1": np.zeros((1, hidden)),
        "W2": np.random.randn(hidden, 1) * np.sqrt(2.0 / hidden), "b2": np.zeros((1, 1)),
    }
    put(name + ".setup", [seed, samples, hidden, rate, epochs])
    put(name + ".W1", p["W1"])
    put(name + ".W2", p["W2"])
    for key, value in [("X_train", X_train), ("Y_train", Y_train), ("X_test", X_test), ("Y_test", Y_test)]:
        put(name + "." + key, value)
    losses, accuracies = [], []
    m = len(X_train)
    for epoch in range(epochs):
        Z1, A1, A2 = forward(X_train, p)
        losses.append(-np.mean(Y_train * np.log(A2 + 1e-8) + (1 - Y_train) * np.log(1 - A2 + 1e-8)))
        dZ2 = A2 - Y_train
        dW2 = A1.T @ dZ2 / m
        db2 = dZ2.sum(axis=0, keepdims=True) / m
        dZ1 = (dZ2 @ p["W2"].T) * (Z1 > 0)
        dW1 = X_train.T @ dZ1 / m
        db1 = dZ1.sum(axis=0, keepdims=True) / m
        for key, gradient in [("W2", dW2), ("b2", db2), ("W1", dW1), ("b1", db1)]:
            p[key] = p[key] - rate * gradient
        if (epoch + 1) % 100 == 0:
            accuracies.append(np.mean((forward(X_train, p)[2] > 0.5) == Y_train))
    put(name + ".losses", losses[::10] + losses[-1:])
    put(name + ".accuracies", accuracies)
    put(name + ".final", np.concatenate([p[k].ravel() for k in ("W1", "b1", "W2", "b2")]))
    put(name + ".test_accuracy", np.mean((forward(X_test, p)[2] > 0.5) == Y_test))
    points = np.array([[0.0, 0.0], [1.0, 1.0], [-1.0, 0.5], [0.5, -0.5]])
    put(name + ".points", forward(points, p)[2])


run("article", 42, 1000, 10, 0.1, 1000)
run("other7", 7, 120, 5, 0.5, 300)
run("other123", 123, 60, 16, 0.05, 200)
run("other1", 1, 200, 1, 1.0, 400)
