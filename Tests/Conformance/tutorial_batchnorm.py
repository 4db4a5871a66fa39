"""Batch normalisation by hand, forward and backward."""
import numpy as np

np.random.seed(12)
x = 3 * np.random.randn(8, 3) + np.array([1.0, -2.0, 5.0])
gamma = np.array([1.0, 2.0, 0.5])
beta = np.array([0.0, 1.0, -1.0])
eps = 1e-5

mu = x.mean(axis=0)
var = x.var(axis=0)
xhat = (x - mu) / np.sqrt(var + eps)
out = gamma * xhat + beta
print("mean of each column", mu)
print("variance of each column", var)
print(out)
print("normalised:", np.allclose(xhat.mean(axis=0), 0), np.allclose(xhat.std(axis=0), 1, atol=1e-4))

dout = np.random.randn(8, 3)
N = x.shape[0]
dbeta = dout.sum(axis=0)
dgamma = np.sum(dout * xhat, axis=0)
dxhat = dout * gamma
dx = (1.0 / N) / np.sqrt(var + eps) * (N * dxhat - dxhat.sum(axis=0) - xhat * np.sum(dxhat * xhat, axis=0))
print("dgamma", dgamma)
print("dbeta", dbeta)
print(dx)

running = {"mean": np.zeros(3), "var": np.ones(3)}
momentum = 0.9
for batch in range(3):
    xb = np.random.randn(8, 3) + batch
    running["mean"] = momentum * running["mean"] + (1 - momentum) * xb.mean(0)
    running["var"] = momentum * running["var"] + (1 - momentum) * xb.var(0)
for name, value in running.items():
    print(f"{name:>5}: {value}")
