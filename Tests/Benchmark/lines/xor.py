# XOR with one hidden layer of four, 20,000 steps over four samples: small arrays, a function with a flag, np.dot.
import numpy as np


def sigmoid(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
y = np.array([[0], [1], [1], [0]])

np.random.seed(1)
W1 = 2 * np.random.random((3, 4)) - 1
W2 = 2 * np.random.random((4, 1)) - 1

for step in range(20000):
    hidden = sigmoid(np.dot(X, W1))
    output = sigmoid(np.dot(hidden, W2))
    output_delta = (y - output) * sigmoid(output, deriv=True)
    hidden_delta = output_delta.dot(W2.T) * sigmoid(hidden, deriv=True)
    W2 += hidden.T.dot(output_delta)
    W1 += X.T.dot(hidden_delta)

print(np.round(output, 3))
