"""Python's and NumPy's floats as text."""
import numpy as np

for value in [0.1, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.5e300, -0.0, 2 / 3, 1e22, 1e21, 0.1 + 0.2]:
    print(value, str(value), [value], np.float64(value), f"{value}", np.array([value]))
print(float("inf"), float("-inf"), float("nan"), -float("inf"))
print(np.inf, -np.inf, np.nan, [np.inf, np.nan])
print(1e3, 1.e3, .5, 1_000.5, 1e-07)
print(3.0, 3.10, 100.0, 1e2)
print(7 / 2, 8 / 2, 1 / 3, -1 / 3)
print(5 // 2, 5.0 // 2, -5 // 2, -5.0 // 2)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5, 1))
print(round(1e300, 2), round(0.5), round(1.5), round(np.float64(2.345), 2))
print(int(3.99), int(-3.99), int("42"), int(" -7 "), float("1e3"), float("  2.5"))
print(1 == 1.0, 0.1 + 0.2 == 0.3, 1e308 * 10)
print(float(np.float64(2.5)), int(np.int64(3)), float(np.array(1.5)), int(np.float64(9.9)))
print((0.1).is_integer(), (4.0).is_integer())
