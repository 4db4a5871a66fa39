"""Gradient descent with momentum, parameters held in a list and changed in place."""
import numpy as np

A = np.array([[3.0, 0.5], [0.5, 1.0]])
c = np.array([1.0, -2.0])


def gradient(x):
    return A @ x - c


params = [np.array([4.0, 4.0]), np.array([[-3.0], [2.0]])]
velocity = [np.zeros_like(p) for p in params]
mu, lr = 0.9, 0.05
for t in range(60):
    grads = [gradient(params[0]), gradient(params[1].ravel()).reshape(2, 1)]
    for i in range(len(params)):
        velocity[i] *= mu
        velocity[i] -= lr * grads[i]
        params[i] += velocity[i]
    if t % 15 == 0:
        print(t, params[0], params[1].T)
print(params)
print("solution", np.linalg.solve(A, c))

x = np.array([4.0, 4.0])
v = np.zeros(2)
for t in range(40):
    ahead = x + mu * v
    v = mu * v - lr * gradient(ahead)
    x = x + v
print("nesterov", x)
