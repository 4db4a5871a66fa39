"""Newton's method: roots, square roots, a system of two equations."""
import numpy as np


def newton(f, df, x, tolerance=1e-12, limit=50):
    for count in range(limit):
        fx = f(x)
        if abs(fx) < tolerance:
            return x, count
        x = x - fx / df(x)
    return None, limit


print(newton(lambda x: x ** 2 - 2, lambda x: 2 * x, 1.0))
print(newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x ** 2 - 1, 1.5))
print(newton(lambda x: x ** 2 + 1, lambda x: 2 * x, 0.5, limit=10))


def root(number, guess=None):
    """Heron's square root."""
    if number < 0:
        return None
    if number == 0:
        return 0.0
    guess = guess or number / 2
    better = (guess + number / guess) / 2
    if abs(better - guess) <= 1e-15 * better:
        return better
    return root(number, better)


for n in [2, 9, 1e6, 0, -4]:
    print(n, root(n))

p = np.array([1.0, 2.0])
for i in range(6):
    x, y = p
    F = np.array([x ** 2 + y ** 2 - 5, x * y - 2])
    J = np.array([[2 * x, 2 * y], [y, x]])
    if np.abs(F).max() < 1e-12:
        break
    p = p - np.linalg.solve(J, F)
    print(i, p)
p = np.array([3.0, 0.5])
for i in range(8):
    x, y = p
    F = np.array([x ** 2 + y ** 2 - 5, x * y - 2])
    J = np.array([[2 * x, 2 * y], [y, x]])
    p = p - np.linalg.inv(J) @ F
print(np.round(p, 9), round(np.linalg.det(J), 6))
