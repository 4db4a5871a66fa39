"""One-hot encodings in four ways, and back."""
import numpy as np

labels = np.array([2, 0, 1, 3, 1])
classes = labels.max() + 1
by_eye = np.eye(classes)[labels]
print(by_eye)
by_index = np.zeros((labels.size, classes))
by_index[np.arange(labels.size), labels] = 1
by_compare = (labels[:, None] == np.arange(classes)).astype(int)
print(by_compare)
by_loop = []
for label in labels:
    row = [0] * classes
    row[label] = 1
    by_loop.append(row)
print(by_loop)
print(np.array_equal(by_eye, by_index), np.array_equal(by_eye, by_compare), np.array_equal(by_eye, np.array(by_loop)))
print("back:", np.argmax(by_eye, axis=1))
print("columns:\n", by_eye.T.astype(int))

words = ["red", "green", "red", "blue"]
vocabulary = sorted(dict.fromkeys(words))
index = {word: i for i, word in enumerate(vocabulary)}
print(vocabulary, index)
codes = [index[w] for w in words]
print(codes, np.identity(len(vocabulary), dtype=int)[codes].tolist())
smooth = by_eye * 0.9 + 0.1 / classes
print(smooth)
print(smooth.sum(axis=1))
