# Annotations are evaluated as CPython evaluates them: at the top level and at a def, not in a function's body.
import numpy as np


def called(name):
    print("called", name, end=" ")
    return [1, 2]


called("a")[0]: int
x: called("b") = 3
x: int
(y): called("c") = 4
z: "anything" = 5
called("d")[called("e")[0] - 1]: called("f") = called("g")
print(x, y, z)


def f(a: called("h"), b: called("i") = 3, *args: int, c: float = 0.5, **more: dict) -> called("j"):
    local: undefined = 1
    other: undefined
    called("k")[0]: undefined
    return a + b + local


print(f(1))
for i in range(2):
    v: called("loop") = i
if v: w: called("if") = v
print(v, w)


def g(x: list[int], y: int | None = None, z: tuple[int, ...] = (), u: "Network" = None) -> dict[str, float]:
    n: int = 3
    return n, y, z


print(g([1]), list[int], dict[str, float], int | None, tuple[int, ...], list[dict[str, int]], int | float | int, list[int]([1, 2]))
print(isinstance(3, int | str), isinstance("a", int | None), isinstance(None, int | None), isinstance(2.5, (int | str, float)))
w: np.ndarray = np.zeros(2)
h = lambda n: n
print(w, h(2))
