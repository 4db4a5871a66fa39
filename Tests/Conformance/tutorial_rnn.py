"""A simple recurrent network by hand: forward, backward through time."""
import numpy as np

np.random.seed(16)
text = "hello hello hello"
chars = sorted(dict.fromkeys(text))
to_ix = {ch: i for i, ch in enumerate(chars)}
from_ix = {i: ch for ch, i in to_ix.items()}
print(chars, len(chars))
V, H = len(chars), 8
Wxh = np.random.randn(H, V) * 0.1
Whh = np.random.randn(H, H) * 0.1
Why = np.random.randn(V, H) * 0.1
bh = np.zeros((H, 1))
by = np.zeros((V, 1))


def run(inputs, targets, hprev):
    xs, hs, ps = {}, {}, {}
    hs[-1] = np.copy(hprev)
    loss = 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((V, 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(Wxh @ xs[t] + Whh @ hs[t - 1] + bh)
        y = Why @ hs[t] + by
        ps[t] = np.exp(y) / np.sum(np.exp(y))
        loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby = np.zeros_like(bh), np.zeros_like(by)
    dhnext = np.zeros_like(hs[0])
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        dWhy += dy @ hs[t].T
        dby += dy
        dh = Why.T @ dy + dhnext
        draw = (1 - hs[t] * hs[t]) * dh
        dbh += draw
        dWxh += draw @ xs[t].T
        dWhh += draw @ hs[t - 1].T
        dhnext = Whh.T @ draw
    for d in [dWxh, dWhh, dWhy, dbh, dby]:
        np.clip(d, -5, 5, out=d)
    return loss, [dWxh, dWhh, dWhy, dbh, dby]


inputs = [to_ix[c] for c in text[:-1]]
targets = [to_ix[c] for c in text[1:]]
memory = [np.zeros_like(p) for p in (Wxh, Whh, Why, bh, by)]
for step in range(61):
    loss, grads = run(inputs, targets, np.zeros((H, 1)))
    if step % 20 == 0:
        print("step %d, loss %.6f" % (step, loss))
    for p, g, m in zip([Wxh, Whh, Why, bh, by], grads, memory):
        m += g * g
        p += -0.1 * g / np.sqrt(m + 1e-8)
print(by.T)
