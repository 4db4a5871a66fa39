"""Writes sklearn_data.txt: generated data and splits of scikit-learn, as a hash over their bits, the first and the last three.
Run: python3 sklearn_data.py (scikit-learn)."""

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.model_selection import train_test_split


def digest(words):
    value = 0xCBF29CE484222325
    for word in words:
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


out = open("sklearn_data.txt", "w")


def write(name, *arrays):
    words = []
    for array in arrays:
        words += np.ascontiguousarray(array).ravel().view(np.uint64).tolist()
    ends = ["%x" % word for word in words[:3] + words[-3:]]
    out.write(" ".join([name, "%x" % digest(words)] + ends) + "\n")


def spirals(samples, classes, noise):
    """The program of the CS231n notes."""
    X = np.zeros((samples * classes, 2))
    y = np.zeros(samples * classes, dtype=int)
    for j in range(classes):
        ix = range(samples * j, samples * (j + 1))
        r = np.linspace(0.0, 1, samples)
        t = np.linspace(j * 4, (j + 1) * 4, samples) + np.random.randn(samples) * noise
        X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[ix] = j
    return X, y


for seed in (0, 42, 7):
    s = str(seed)
    write("moons " + s, *make_moons(1000, noise=0.2, random_state=seed))
    write("moons_odd " + s, *make_moons(101, random_state=seed))
    write("moons_plain " + s, *make_moons((30, 11), shuffle=False, noise=0.0, random_state=seed))
    write("moons_one " + s, *make_moons(1, random_state=seed))
    write("circles " + s, *make_circles(1000, noise=0.1, factor=0.5, random_state=seed))
    write("circles_odd " + s, *make_circles(77, random_state=seed))
    write("circles_plain " + s, *make_circles((5, 70), shuffle=False, random_state=seed))
    write("blobs " + s, *make_blobs(1000, random_state=seed))
    write("blobs_five " + s, *make_blobs(502, n_features=4, centers=5, cluster_std=0.7, random_state=seed))
    write("blobs_at " + s, *make_blobs(50, centers=[[0, 1], [2.5, -3]], cluster_std=[0.1, 2], random_state=seed))
    write("blobs_each " + s, *make_blobs([3, 30, 12], center_box=(0, 1), shuffle=False, random_state=seed))
    np.random.seed(seed)
    write("global " + s, *make_moons(60, noise=0.1), *make_blobs(60), np.random.rand(3))
    np.random.seed(seed)
    write("spirals " + s, *spirals(100, 3, 0.2))

    def split(name, n, **options):
        write("split_%s %s" % (name, s), *train_test_split(np.arange(n), random_state=seed, **options))

    split("fraction", 1000, test_size=0.2)
    split("default", 11)
    split("count", 50, test_size=7)
    split("train", 53, train_size=0.3)
    split("both", 53, train_size=0.3, test_size=0.25)
    split("counts", 53, train_size=30, test_size=9)
    split("ordered", 20, test_size=0.3, shuffle=False)
    labels = np.random.RandomState(3).randint(0, 4, 200)
    split("stratified", 200, test_size=0.25, stratify=labels)
    split("stratified_ties", 60, test_size=0.33, stratify=np.arange(60) % 12)
    split("stratified_both", 200, test_size=31, train_size=0.4, stratify=labels / 2 - 1)
    split("stratified_column", 300, test_size=0.2, stratify=(np.arange(300) % 13).reshape(-1, 1))
    split("stratified_rows", 200, test_size=0.2, stratify=np.c_[labels % 2, labels > 1])
    split("stratified_bool", 200, test_size=0.2, stratify=labels > 0)
out.close()
