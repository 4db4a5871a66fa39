"""Scaling of columns: min-max, standard score, outliers, missing values."""
import numpy as np

data = np.array([[1.0, 200.0, 3.0], [2.0, np.nan, 5.0], [3.0, 600.0, 100.0], [4.0, 800.0, 9.0]])
missing = np.isnan(data)
print(missing.sum(axis=0), missing.any(axis=1))
for column in range(data.shape[1]):
    good = data[~missing[:, column], column]
    data[missing[:, column], column] = good.mean()
print(data)
low, high = data.min(axis=0), data.max(axis=0)
print((data - low) / (high - low))
z = (data - np.mean(data, axis=0)) / np.std(data, axis=0)
print(z.round(4))
print(np.abs(z.mean(axis=0)) < 1e-12, np.allclose(z.std(axis=0), 1))
median = np.median(data, axis=0)
print(median, np.abs(data - median).max(axis=0))
clipped = np.clip(data, None, [4, 700, 10])
print(clipped)
print((data > median).astype(int))
print({name: (float(a), float(b)) for name, a, b in zip("xyz", low, high)})
