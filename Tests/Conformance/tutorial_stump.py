"""A decision stump, then three of them boosted."""
import numpy as np

X = np.array([[1.0, 2.1], [2.0, 1.1], [1.3, 1.0], [1.0, 1.0], [2.0, 1.0], [1.6, 2.4]])
y = np.array([1, 1, -1, -1, 1, -1])


def classify(X, feature, threshold, sign):
    result = np.ones(len(X), dtype=int)
    if sign == "lt":
        result[X[:, feature] <= threshold] = -1
    else:
        result[X[:, feature] > threshold] = -1
    return result


def build(X, y, weights):
    best = {"error": float("inf")}
    for feature in range(X.shape[1]):
        for threshold in np.unique(X[:, feature]):
            for sign in ["lt", "gt"]:
                wrong = classify(X, feature, threshold, sign) != y
                error = weights[wrong].sum()
                if error < best["error"] - 1e-12:
                    best = {"error": error, "feature": feature, "threshold": threshold, "sign": sign}
    return best


weights = np.full(len(y), 1 / len(y))
total = np.zeros(len(y))
for round_number in range(3):
    stump = build(X, y, weights)
    guess = classify(X, stump["feature"], stump["threshold"], stump["sign"])
    alpha = 0.5 * np.log((1 - stump["error"]) / max(stump["error"], 1e-16))
    weights = weights * np.exp(-alpha * y * guess)
    weights /= weights.sum()
    total += alpha * guess
    print("round", round_number, stump)
    print("  alpha %.6f weights" % alpha, np.round(weights, 5))
print("final", np.sign(total), "errors", int((np.sign(total) != y).sum()))
