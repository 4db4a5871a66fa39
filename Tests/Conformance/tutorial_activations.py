"""The activations with their derivatives as plain functions."""
import numpy as np


def relu(z):
    return np.maximum(0, z)


def relu_derivative(z):
    return (z > 0).astype(float)


def leaky(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def sigmoid(z):
    z = np.clip(z, -500, 500)
    return 1 / (1 + np.exp(-z))


def softmax(z):
    shifted = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


z = np.array([[-2.0, -0.5, 0.0], [0.5, 2.0, 1000.0]])
print(relu(z))
print(relu_derivative(z))
print(leaky(z), leaky(z, slope=0.25))
print(sigmoid(z))
print(sigmoid(z) * (1 - sigmoid(z)))
print(np.tanh(z), 1 - np.tanh(z) ** 2)
print(softmax(z))
print(softmax(np.array([1.0, 1.0])))
step = 0.1
loss = "bound"
train = [1, 2, 3]
data = {"forward": 1}
print(step, loss, train[0], data["forward"])
step -= 0.05
train = train + [4]
print(step, train)


def forward(X, W):
    return X @ W


print(forward(np.eye(2), np.array([[1.0], [2.0]])))
W1 = np.ones((2, 2))
b1 = np.zeros(2)
W1 -= 0.5 * np.eye(2)
b1 += 1
print(W1, b1)
