"""Two outputs are equal when their text is equal and their numbers agree to 1e-10 relative.

Column alignment follows the digits, so spaces are compared only as long as all numbers are written alike.
"""
import re

TOLERANCE = 1e-10
NUMBER = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|inf|nan)(?!\w)")


def same(expected, found):
    return expected == found or difference(expected, found) is None


def close(a, b):
    if a == b:
        return True
    if not any(c in a + b for c in ".e"):
        return False
    x, y = float(a), float(b)
    return x == y and a[0] == b[0] or abs(x - y) <= TOLERANCE * max(abs(x), abs(y))


def difference(expected, found):
    """None, or a sentence about the first difference."""
    if expected == found:
        return None
    a, b = NUMBER.findall(expected), NUMBER.findall(found)
    texts_a, texts_b = NUMBER.split(expected), NUMBER.split(found)
    strip = (lambda t: t) if a == b else (lambda t: "".join(t.split()))
    for position, (x, y) in enumerate(zip(texts_a, texts_b)):
        if strip(x) != strip(y):
            return f"text {x!r} is {y!r}"
        if position < len(a) and position < len(b) and not close(a[position], b[position]):
            return f"{a[position]} is {b[position]}"
    if len(a) != len(b):
        return f"{len(a)} numbers are {len(b)}"
    return None
