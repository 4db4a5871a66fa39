"""Learning rates that change with time."""
import numpy as np


def step_decay(epoch, initial=0.1, drop=0.5, every=10):
    return initial * drop ** (epoch // every)


def time_decay(epoch, initial=0.1, decay=0.05):
    return initial / (1 + decay * epoch)


def exponential(epoch, initial=0.1, k=0.1):
    return initial * np.exp(-k * epoch)


def cosine(epoch, initial=0.1, total=40):
    return 0.5 * initial * (1 + np.cos(np.pi * epoch / total))


def warmup(epoch, target=0.1, steps=5):
    return target * min(1.0, (epoch + 1) / steps)


schedules = {"step": step_decay, "time": time_decay, "exp": exponential, "cosine": cosine, "warmup": warmup}
header = "epoch" + "".join("{:>12s}".format(name) for name in schedules)
print(header)
print("=" * len(header))
for epoch in range(0, 41, 8):
    print("%5d" % epoch + "".join(f"{f(epoch):12.6f}" for f in schedules.values()))

make = lambda base: (lambda epoch: base / (epoch + 1) ** 0.5)
for base in (1, 0.1):
    f = make(base)
    print([round(f(e), 6) for e in range(0, 10, 3)])
rates = np.array([step_decay(e) for e in range(40)])
print(np.unique(rates))
print("changes at", np.where(np.diff(rates) != 0)[0] + 1)
