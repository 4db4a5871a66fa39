"""Truth, short circuit, comparisons."""
import numpy as np


def loud(value, name):
    print("  evaluated", name)
    return value


print(True and False, True or False, not True, True and 5, 0 or "x", "" or [] or None, 1 and 2 and 3, 0 and loud(1, "never"))
print(loud(0, "a") or loud(2, "b"))
print(loud(0, "c") and loud(2, "d"))
print(loud(1, "e") < loud(2, "f") < loud(3, "g"))
print(loud(3, "h") < loud(2, "i") < loud(9, "never"))
for value in [0, 1, 0.0, "", "a", [], [0], (), (0,), {}, {"a": 1}, None, True, range(0), range(3), np.array([1]), np.array(0.0), np.float64(0)]:
    print(repr(value) if not isinstance(value, range) else value, bool(value), "yes" if value else "no")
print([] == [], [1, 2] == [1, 2], [1, 2] == (1, 2), (1, 2) == (1, 2), [1, 2] != [1, 3], {"a": 1} == {"a": 1.0}, "a" == 1)
print([1, 2] < [1, 3], [1] < [1, 0], (2,) > (1, 9), "abc" < "abd", "Z" < "a", "" < "a")
print(1 is 1, None is None, None is not None, [] is [], "a" in "cat", "x" not in "cat", 2 in (1, 2), 3 in range(0, 10, 3), "k" in {"k": 1})
a = b = [1]
print(a is b, a == [1], a is [1], a is not b)
print(all([1, 2]), all([]), any([0, 0]), any([]), all(x > 0 for x in [1, 2]), any(x > 1 for x in [1, 2]))
print(not (1 > 2), not 1 > 2, not not 5, True == (not False))
x = 5
print(1 < x < 10, 1 < x > 3, x == 5 == 5.0, 10 > x <= 5, "small" if x < 3 else "medium" if x < 7 else "large")
