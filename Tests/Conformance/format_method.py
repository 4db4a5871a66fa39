"""str.format and format."""
import numpy as np

print("{} {} {}".format(1, 2.5, "x"))
print("{0} {1} {0}".format("a", "b"))
print("{name} {value:.2f}".format(name="pi", value=3.14159))
print("{:>8}|{:<8}|{:^8}|{:*^8}".format("a", "b", "c", "d"))
print("{:d} {:5d} {:05d} {:+d} {:,}".format(1, 2, 3, 4, 5000000))
print("{:.3f} {:10.2f} {:e} {:g} {:%}".format(1.0, 2.0, 3.0, 4.0, 0.5))
print("{0:{1}.{2}f}".format(3.14159, 10, 2))
print("{{}} {}".format("braces"))
print("{0[0]} {0[1]} {1[key]}".format([1, 2], {"key": "v"}))
print("{!r} {!s}".format("q", "q"))
print(format(3.14159, ".2f"), format(42, "x"), format("s", ">4"), format(1e6, ","), format(7))
print("{} {}".format(np.float64(1.5), np.array([1, 2])))
print("{:.2f} {:4d}".format(np.float64(1.5), np.int64(2)))
row = "{:<10}{:>8}{:>8}".format
print(row("name", "min", "max"))
print(row("x", 1, 2.5))
print("-".join("{}".format(i) for i in range(4)))
values = {"a": 1, "b": 2}
print("{a}+{b}".format(**values), "{}{}".format(*[1, 2]))
