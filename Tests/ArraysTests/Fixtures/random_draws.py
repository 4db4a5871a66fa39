"""Writes random.txt: for each kind of draw, a hash over the bits of 10,000 numbers, the first three and the last three.
Run: python3 random_draws.py (NumPy; the legacy generator never changes)."""

import numpy as np

COUNT = 10_000


def draws(state):
    n = COUNT
    yield "random_sample", state.random_sample(n)
    yield "rand2d", state.rand(n // 10, 10)
    yield "randn", state.randn(n)
    yield "normal", state.normal(2.5, 0.3, n)
    yield "odd_gauss", state.randn(3)
    yield "normal_each", np.array([state.normal() for _ in range(n)])
    yield "uniform", state.uniform(-10, 10, n)
    yield "randint_small", state.randint(0, 10, n)
    yield "randint_one", state.randint(7, 8, n)
    yield "randint_32", state.randint(-(2**31), 2**31, n)
    yield "randint_33", state.randint(0, 2**32 + 1, n)
    yield "randint_64", state.randint(-(2**63), 2**63 - 1, n)
    yield "randint_each", np.array([state.randint(3, 1000) for _ in range(n)])
    yield "permutation", state.permutation(n)
    yield "permutation_rows", state.permutation(np.arange(n).reshape(n // 4, 4))
    array = np.arange(n)
    state.shuffle(array)
    yield "shuffle", array
    array = np.arange(n).reshape(n // 5, 5) / 2
    state.shuffle(array)
    yield "shuffle_rows", array
    array = list(range(n))
    state.shuffle(array)
    yield "shuffle_list", np.array(array)
    yield "choice", state.choice(17, n)
    yield "choice_without", state.choice(2 * n, n, replace=False)
    weights = np.arange(1, 101) / 5050
    yield "choice_weights", state.choice(100, n, p=weights)
    weights = np.arange(1, 2 * n + 1) / (n * (2 * n + 1))
    yield "choice_weights_without", state.choice(2 * n, n, replace=False, p=weights)
    yield "choice_array", state.choice(np.arange(50) / 4, n)
    yield "exponential", state.exponential(1.5, n)
    yield "binomial_bits", state.binomial(1, 0.8, n)
    yield "binomial_few", state.binomial(20, 0.3, n)
    yield "binomial_most", state.binomial(20, 0.9, n)
    yield "binomial_many", state.binomial(1000, 0.4, n)
    yield "binomial_more", state.binomial(100_000, 0.75, n)
    yield "last", state.random_sample(n)


def digest(words):
    value = 0xCBF29CE484222325
    for word in words:
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


with open("random.txt", "w") as out:
    for seed in (0, 42, 2**32 - 1, list(range(3)), list(range(700))):
        state = np.random.RandomState(seed)
        name = "list%d" % len(seed) if isinstance(seed, list) else str(seed)
        for kind, values in draws(state):
            words = values.ravel().view(np.uint64).tolist()
            ends = ["%x" % word for word in words[:3] + words[-3:]]
            out.write(" ".join([name, kind, "%x" % digest(words)] + ends) + "\n")
