"""A deep network whose parameters live in a dictionary."""
import numpy as np


def initialize(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2.0 / layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
        assert parameters["W" + str(l)].shape == (layer_dims[l], layer_dims[l - 1])
    return parameters


def forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        Z = np.dot(parameters["W" + str(l)], A_prev) + parameters["b" + str(l)]
        A = np.maximum(0, Z) if l < L else 1 / (1 + np.exp(-Z))
        caches.append((A_prev, parameters["W" + str(l)], Z))
    return A, caches


def backward(AL, Y, caches):
    grads = {}
    m = AL.shape[1]
    dZ = AL - Y
    for l in reversed(range(len(caches))):
        A_prev, W, Z = caches[l]
        grads["dW" + str(l + 1)] = dZ @ A_prev.T / m
        grads["db" + str(l + 1)] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 0:
            dA = W.T @ dZ
            dZ = np.array(dA, copy=True)
            dZ[caches[l - 1][2] <= 0] = 0
    return grads


def update(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads["d" + key]
    return parameters


np.random.seed(1)
X = np.random.randn(2, 40)
Y = (X[0:1] * X[1:2] > 0).astype(int)
parameters = initialize([2, 5, 3, 1])
for key, value in parameters.items():
    print(key, value.shape)
for i in range(401):
    AL, caches = forward(X, parameters)
    cost = np.squeeze(-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)))
    grads = backward(AL, Y, caches)
    parameters = update(parameters, grads, 0.3)
    if i % 100 == 0:
        print("Cost after iteration {}: {}".format(i, cost))
print(sorted(grads.keys()))
print("accuracy", float(np.mean((AL > 0.5) == Y)))
print(parameters["W3"], parameters["b3"])
