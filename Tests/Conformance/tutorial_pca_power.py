"""The principal components of a cloud by power iteration."""
import numpy as np

np.random.seed(8)
mix = np.array([[2.0, 0.0, 0.0], [1.0, 1.0, 0.0], [0.5, 0.2, 0.3]])
X = np.random.randn(80, 3) @ mix
X -= X.mean(axis=0)
cov = X.T @ X / (len(X) - 1)
print(cov)
print("symmetric:", np.allclose(cov, cov.T))


def leading(matrix, steps=300):
    v = np.ones(matrix.shape[0])
    v /= np.linalg.norm(v)
    for _ in range(steps):
        v = matrix @ v
        v = v / np.sqrt((v ** 2).sum())
    return v @ matrix @ v, v


rest = cov.copy()
values = []
vectors = []
for k in range(3):
    value, vector = leading(rest)
    if vector[np.argmax(np.abs(vector))] < 0:
        vector = -vector
    values.append(value)
    vectors.append(vector)
    rest -= value * np.outer(vector, vector)
    print("component", k, "value %.8f" % value, vector.round(6))
values = np.array(values)
print("share", np.round(values / values.sum(), 6))
print("trace", np.isclose(np.trace(cov), values.sum()))
projected = X @ np.array(vectors[:2]).T
print(projected.shape, projected[:3])
