"""Gradient descent on functions of one and two variables."""
import numpy as np


def descend(df, x, rate, steps, tolerance=1e-6):
    trail = [x]
    while len(trail) <= steps:
        move = rate * df(x)
        x = x - move
        trail.append(x)
        if abs(move) < tolerance:
            break
    return x, trail


x, trail = descend(lambda x: 2 * x - 6, 10.0, 0.1, 200)
print(x, len(trail), trail[:4])
for rate in (0.01, 0.4, 0.99, 1.01):
    x, trail = descend(lambda x: 2 * (x + 1), 2.0, rate, 50)
    state = "diverges" if abs(trail[-1] + 1) > abs(trail[0] + 1) else "converges"
    print(f"rate {rate:<5} {state:10} after {len(trail) - 1:3d} steps at {x:.6g}")


def rosenbrock_gradient(p):
    x, y = p
    return np.array([-2 * (1 - x) - 400 * x * (y - x ** 2), 200 * (y - x ** 2)])


p = np.array([-1.0, 1.0])
for i in range(2001):
    g = rosenbrock_gradient(p)
    if i % 500 == 0:
        print(i, p, np.linalg.norm(g))
    p -= 0.001 * g
xs, ys = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(0, 2, 3))
zs = xs ** 2 + 3 * ys
print(zs)
print("lowest", zs.min(), "at", divmod(int(zs.argmin()), zs.shape[1]))
