"""k nearest neighbours."""
import numpy as np

train = np.array([[1, 1], [1, 2], [2, 2], [5, 5], [6, 5], [5, 6], [1, 6], [2, 7]])
labels = np.array([0, 0, 0, 1, 1, 1, 2, 2])
queries = [[1.5, 1.5], [5, 4], [2, 6], [3, 4]]


def predict(query, k=3, trace=False):
    squared = ((train - np.asarray(query)) ** 2).sum(axis=1)
    order = np.argsort(squared, kind="stable")[:k]
    votes = np.bincount(labels[order], minlength=3)
    if trace:
        print("  nearest", order, "distances", np.sqrt(squared[order]), "votes", votes)
    return int(np.argmax(votes))


for q in queries:
    print(q, "->", predict(q, trace=True))
print({k: [predict(q, k) for q in queries] for k in (1, 3, 5)})
all_pairs = np.sqrt(((train[:, None, :] - train[None, :, :]) ** 2).sum(-1))
print(all_pairs.shape)
print(all_pairs.round(2))
np.fill_diagonal(all_pairs, np.inf)
print("closest to each:", all_pairs.argmin(axis=1))
wrong = sum(1 for i in range(len(train)) if labels[all_pairs[i].argmin()] != labels[i])
print(f"leave-one-out: {wrong} wrong of {len(train)}")
