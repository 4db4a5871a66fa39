"""Dropout with masks: inverted scaling at training, nothing at test."""
import numpy as np

np.random.seed(11)
keep_prob = 0.8
A1 = np.arange(1, 13, dtype=float).reshape(3, 4)
D1 = np.random.rand(A1.shape[0], A1.shape[1])
D1 = D1 < keep_prob
print(D1)
print(D1.dtype, D1.sum(), "kept")
A1_dropped = A1 * D1 / keep_prob
print(A1_dropped)
dA1 = np.ones_like(A1)
dA1 *= D1
dA1 /= keep_prob
print(dA1)

for p in [0.0, 0.3, 0.5, 0.9]:
    mask = (np.random.rand(200, 50) >= p).astype(float) / (1 - p)
    print(f"p={p}: mean of the mask {mask.mean():.6f}, largest {mask.max():.4f}, zeros {np.count_nonzero(mask == 0)}")

mask = (np.random.random(10) > 0.5) * 1
print(mask, mask.dtype)
kept = A1[D1]
print(kept, kept.shape)
A1[~D1] = 0
print(A1)
