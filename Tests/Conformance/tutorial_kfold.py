"""k-fold cross-validation of a nearest-mean classifier."""
import numpy as np

np.random.seed(21)
a = np.random.randn(25, 2)
b = np.random.randn(25, 2) + [2, 1]
X = np.concatenate((a, b), axis=0)
y = np.repeat([0, 1], 25)


def folds(n, k):
    order = np.random.permutation(n)
    sizes = [n // k + (1 if i < n % k else 0) for i in range(k)]
    result, start = [], 0
    for size in sizes:
        test = order[start:start + size]
        train = np.concatenate([order[:start], order[start + size:]])
        result.append((train, test))
        start += size
    return result


scores = []
for number, (train, test) in enumerate(folds(len(X), 7), start=1):
    means = np.array([X[train][y[train] == c].mean(axis=0) for c in (0, 1)])
    distance = ((X[test][:, np.newaxis, :] - means) ** 2).sum(axis=2)
    guess = distance.argmin(axis=1)
    scores.append((guess == y[test]).mean())
    print(f"fold {number}: {len(train)} for training, {len(test)} for testing, accuracy {scores[-1]:.3f}")
print("mean {:.4f} +- {:.4f}".format(np.mean(scores), np.std(scores)))
parts = np.array_split(np.arange(10), 3)
print(parts)
