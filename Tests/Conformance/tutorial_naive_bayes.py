"""Gaussian naive Bayes, and a word-count one."""
import numpy as np

np.random.seed(14)
X = np.concatenate([np.random.randn(20, 2) * [1, 2], np.random.randn(20, 2) + [4, -1]])
y = np.array([0] * 20 + [1] * 20)
model = {}
for c in np.unique(y):
    rows = X[y == c]
    model[int(c)] = {"prior": len(rows) / len(X), "mean": rows.mean(axis=0), "var": rows.var(axis=0)}
for c, m in model.items():
    print(c, m["prior"], m["mean"], m["var"])


def log_posterior(x, m):
    return np.log(m["prior"]) - 0.5 * np.sum(np.log(2 * np.pi * m["var"])) - 0.5 * np.sum((x - m["mean"]) ** 2 / m["var"])


scores = np.array([[log_posterior(x, model[c]) for c in (0, 1)] for x in X])
print("accuracy", np.mean(scores.argmax(axis=1) == y))
print(scores[:3])

mails = [("win money now", 1), ("meeting at noon", 0), ("win a prize now", 1), ("lunch at noon now", 0)]
counts = {0: {}, 1: {}}
for text, label in mails:
    for word in text.split():
        counts[label][word] = counts[label].get(word, 0) + 1
print(counts)
vocabulary = sorted({**counts[0], **counts[1]})
for text in ["win now", "noon meeting"]:
    odds = 0.0
    for word in text.split():
        for label, sign in ((1, 1), (0, -1)):
            odds += sign * np.log((counts[label].get(word, 0) + 1) / (sum(counts[label].values()) + len(vocabulary)))
    print(text, "->", "spam" if odds > 0 else "ham", "%.6f" % odds)
