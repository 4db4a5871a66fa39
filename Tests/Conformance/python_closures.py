"""Names of functions within functions, global, recursion."""
import numpy as np

counter = 0


def count():
    global counter
    counter += 1
    return counter


print(count(), count(), counter)


def shadow():
    counter = 100
    counter += 1
    return counter


print(shadow(), counter)


def power(n):
    def raised(x):
        return x ** n
    return raised


square, cube = power(2), power(3)
print(square(3), cube(2), [power(k)(2) for k in range(4)])


def account(balance):
    state = {"balance": balance}

    def deposit(amount):
        state["balance"] += amount
        return state["balance"]

    def show():
        return f"balance {state['balance']}"

    return deposit, show


deposit, show_it = account(10)
deposit(5)
print(deposit(1), show_it())


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


def fib(n, memo={}):
    if n in memo:
        return memo[n]
    if n < 2:
        return n
    memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


print(fact(10), fib(50), [fib(i) for i in range(10)])


def flatten(x):
    if not isinstance(x, list):
        return [x]
    out = []
    for item in x:
        out += flatten(item)
    return out


print(flatten([1, [2, [3, [4]], 5]]))


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(hanoi(6, "A", "B", "C"))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(10), odd(7), even(7))


def counter_with_nonlocal():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


tick = counter_with_nonlocal()
print(tick(), tick(), tick())
weights = np.zeros(2)


def train():
    for i in range(3):
        weights[:] += 1


train()
print(weights)


def late():
    return defined_later


defined_later = "found"
print(late())
gcd = lambda a, b: a if b == 0 else gcd(b, a % b)
print(gcd(48, 18))
