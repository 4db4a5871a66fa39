"""RMSprop on a long narrow valley."""
import numpy as np


def f(p):
    return p[0] ** 2 / 20 + p[1] ** 2


def df(p):
    return np.array([p[0] / 10.0, 2.0 * p[1]])


position = np.array([-7.0, 2.0])
h = np.zeros_like(position)
decay_rate = 0.99
path = [position.copy()]
for i in range(30):
    g = df(position)
    h *= decay_rate
    h += (1 - decay_rate) * g * g
    position -= 0.1 * g / (np.sqrt(h) + 1e-7)
    path.append(position.copy())
path = np.array(path)
print(path.shape)
print(path[::10])
print("f: {:.6f} -> {:.6f}".format(f(path[0]), f(path[-1])))

# AdaGrad for comparison
position = np.array([-7.0, 2.0])
h = np.zeros_like(position)
for i in range(30):
    g = df(position)
    h += g * g
    position -= 1.5 * g / (np.sqrt(h) + 1e-7)
    if i % 10 == 9:
        print(i + 1, position, "f = %10.3e" % f(position))
