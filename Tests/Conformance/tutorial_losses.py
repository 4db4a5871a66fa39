"""Loss functions and their derivatives side by side."""
import numpy as np

y = np.array([1.0, 0.0, 1.0, 1.0])
p = np.array([0.75, 0.25, 0.5, 0.875])
losses = {
    "mse": lambda y, p: np.mean((y - p) ** 2),
    "mae": lambda y, p: np.mean(np.abs(y - p)),
    "bce": lambda y, p: -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)),
    "hinge": lambda y, p: np.mean(np.maximum(0, 1 - (2 * y - 1) * p)),
}
slopes = {
    "mse": lambda y, p: 2 * (p - y) / y.size,
    "mae": lambda y, p: np.sign(p - y) / y.size,
    "bce": lambda y, p: (p - y) / (p * (1 - p)) / y.size,
}
for name, f in losses.items():
    print(f"{name:<6}{f(y, p):.10f}", slopes[name](y, p) if name in slopes else "-")


def huber(error, delta=1.0):
    size = np.abs(error)
    return np.where(size <= delta, 0.5 * error ** 2, delta * (size - 0.5 * delta))


print(huber(np.array([-3.0, -0.5, 0.0, 0.25, 2.0])), huber(np.array([4.0]), delta=2))
scores = np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 5.0]])
labels = [0, 2]
e = np.exp(scores - scores.max(axis=1, keepdims=True))
soft = e / e.sum(axis=1, keepdims=True)
print(soft, -np.log(soft[np.arange(2), labels]).mean())
margins = np.maximum(0, scores - scores[np.arange(2), labels][:, None] + 1)
margins[np.arange(2), labels] = 0
print(margins, margins.sum() / 2)
