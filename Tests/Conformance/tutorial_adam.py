"""Adam written out: moments in lists of arrays, updated in place."""
import numpy as np

np.random.seed(7)
X = np.random.uniform(-1, 1, size=(30, 3))
true_w = np.array([[2.0], [-1.0], [0.5]])
Y = X.dot(true_w) + 0.25

W = np.random.normal(0, 0.1, (3, 1))
b = np.zeros((1, 1))
params = [W, b]
ms = [np.zeros(p.shape) for p in params]
vs = [np.zeros(p.shape) for p in params]
beta1, beta2, eps, lr = 0.9, 0.999, 1e-8, 0.05

for t in range(1, 201):
    error = X @ W + b - Y
    grads = [X.T @ error / len(X), np.mean(error, axis=0, keepdims=True)]
    for p, g, m, v in zip(params, grads, ms, vs):
        m *= beta1
        m += (1 - beta1) * g
        v *= beta2
        v += (1 - beta2) * g ** 2
        m_hat = m / (1 - beta1 ** t)
        v_hat = v / (1 - beta2 ** t)
        p -= lr * m_hat / (np.sqrt(v_hat) + eps)
    if t in (1, 10, 100, 200):
        print(f"{t:3d} loss={np.square(error).mean():.10f} b={b[0, 0]:+.6f}")

print("W is the first parameter:", W is params[0])
print(W)
print(b)
print("second moments:", [v.ravel().tolist()[:1] for v in vs])
