"""A confusion matrix as text, with precision and recall."""
import numpy as np

names = ["cat", "dog", "bird"]
truth = np.array([0, 1, 2, 2, 1, 0, 0, 2, 1, 1, 0, 2, 2, 2])
guess = np.array([0, 1, 2, 1, 1, 0, 2, 2, 0, 1, 0, 2, 2, 1])

k = len(names)
matrix = np.zeros((k, k), dtype=int)
for t, g in zip(truth, guess):
    matrix[t, g] += 1
print(matrix)

width = max(len(name) for name in names) + 2
print(" " * width + "".join(name.rjust(width) for name in names))
for name, row in zip(names, matrix):
    print(name.ljust(width) + "".join(f"{count:{width}d}" for count in row))
print("-" * (width * (k + 1)))
for i, name in enumerate(names):
    tp = matrix[i, i]
    precision = tp / matrix[:, i].sum()
    recall = tp / matrix[i].sum()
    f1 = 2 * precision * recall / (precision + recall)
    print("%-6s precision %.3f recall %.3f f1 %.3f" % (name, precision, recall, f1))
print("accuracy:", np.trace(matrix) / matrix.sum())
bars = {name: "#" * int(count) for name, count in zip(names, matrix.sum(axis=1))}
for name in sorted(bars):
    print(f"{name:<6}|{bars[name]}")
