"""Defaults, keywords, returns."""


def f(a, b=2, c=3):
    """Adds three numbers."""
    return a + 10 * b + 100 * c


print(f(1), f(1, 5), f(1, c=0), f(b=1, a=2), f(1, 2, 3), f(*[1, 1]), f(**{"a": 0, "c": 1}))


def nothing():
    pass


print(nothing(), [nothing()])


def early(x):
    if x < 0:
        return "negative"
    for i in range(10):
        if i * i >= x:
            return i
    return


print(early(-1), early(50), early(1000))


def grow(item, bucket=[]):
    bucket.append(item)
    return bucket


print(grow(1), grow(2), grow(3, []), grow(4))


def apply(function, *values, times=1):
    for _ in range(times):
        values = tuple(function(v) for v in values)
    return values


print(apply(lambda v: v * 2, 1, 2), apply(lambda v: v * 2, 1, 2, times=3), apply(abs, -1), apply(str, 1, 2.5))
double = lambda v: v * 2
constant = lambda: 42
choose = lambda v, w=1, *rest: (v, w, rest)
print(double(4), constant(), choose(1), choose(1, 2, 3, 4), (lambda a, b: a - b)(5, 3))
operations = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b, "neg": lambda a, b: -a}
for name, op in operations.items():
    print(name, op(3, 4))


def kinds(x):
    if isinstance(x, bool):
        return "bool"
    elif isinstance(x, (int, float)):
        return "number"
    elif isinstance(x, str):
        return "text"
    elif x is None:
        return "nothing"
    else:
        return type(x).__name__


print([kinds(v) for v in [True, 1, 2.5, "a", None, [], (), {}]])


def swap(pair):
    a, b = pair
    return b, a


print(swap((1, 2)), swap("xy"), swap(swap([3, 4])))
print(f.__name__, callable(f), callable(3))
compose = lambda g, h: lambda v: g(h(v))
print(compose(double, abs)(-3), compose(str, double)(4) + "!")


def mix(a, b, *, c=0):
    return [a, b, c]


print(mix(1, 2), mix(1, b=3, c=4))
