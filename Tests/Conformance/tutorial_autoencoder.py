"""A linear autoencoder squeezes four columns into two."""
import numpy as np

np.random.seed(30)
basis = np.random.randn(2, 4)
X = np.random.randn(50, 2).dot(basis)
X = (X - X.mean(0)) / X.std(0)
encoder = np.random.randn(4, 2) * 0.1
decoder = np.random.randn(2, 4) * 0.1
losses = []
for epoch in range(120):
    code = X @ encoder
    out = code @ decoder
    delta = (out - X) * 2 / X.size
    grad_decoder = code.T @ delta
    grad_encoder = X.T @ (delta @ decoder.T)
    encoder -= 0.5 * grad_encoder
    decoder -= 0.5 * grad_decoder
    losses.append(np.mean((out - X) ** 2))
print("first %.6f" % losses[0], "small", losses[-1] < 1e-6)
print("the first six:", [round(v, 6) for v in losses[:6]])
print(encoder.shape, decoder.shape)
print("reconstruction:", np.abs(X @ encoder @ decoder - X).max() < 0.5)
