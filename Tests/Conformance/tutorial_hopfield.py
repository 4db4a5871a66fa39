"""A Hopfield network recalls stored patterns from damaged ones."""
import numpy as np

patterns = [
    "##..#.##.",
    ".#.###.#.",
]


def encode(text):
    return np.array([1 if ch == "#" else -1 for ch in text])


def decode(state):
    rows = state.reshape(3, 3)
    return "\n".join("".join("#" if v > 0 else "." for v in row) for row in rows)


stored = np.array([encode(p) for p in patterns])
n = stored.shape[1]
W = stored.T @ stored
np.fill_diagonal(W, 0)
print(W)
print("symmetric:", (W == W.T).all())


def energy(s):
    return -0.5 * s @ W @ s


np.random.seed(2)
for p in stored:
    state = p.copy()
    flip = np.random.choice(n, size=2, replace=False)
    state[flip] *= -1
    print("flipped", sorted(flip.tolist()), "energy", energy(state))
    changed = True
    sweeps = 0
    while changed and sweeps < 10:
        changed = False
        sweeps += 1
        for i in np.random.permutation(n):
            new = 1 if W[i] @ state >= 0 else -1
            if new != state[i]:
                state[i] = new
                changed = True
    print("sweeps", sweeps, "energy", energy(state), "recalled", bool((state == p).all()))
    print(decode(state))
