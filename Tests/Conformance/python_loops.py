"""for, while, else, break, continue, pass."""
for i in range(3):
    print(i, end=" ")
print("last", i)
for i in range(10, 0, -3):
    print(i, end=",")
print()
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime")
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print("collatz", steps)
k = 0
while k < 5:
    k += 1
    if k == 2:
        continue
    if k == 4:
        break
    print("k", k)
else:
    print("not printed")
while k > 0:
    k -= 1
else:
    print("ended with", k)
for x in []:
    print("never")
else:
    print("empty loops have else too")
for a in [1, 2]:
    for b in "xy":
        if b == "y":
            continue
        print(a, b)
items = [1, 2, 3, 4]
for item in items[:]:
    if item % 2 == 0:
        items.remove(item)
print(items)
for i in range(3):
    i = i * 10
    print(i, end=" ")
print()
total = 0
for i in range(1, 101):
    total += i
print(total)
for i, (name, score) in enumerate(zip(["a", "b"], [1.5, 2.5]), start=1):
    print(f"{i}. {name} {score}")
for key in {"p": 1, "q": 2}:
    pass
print(key)
if total > 5000: print("big"); print("same line")
for i in (1, 2): print(i, end=";")
print()
x = 3; y = 4
while True:
    x += 1
    if x > 6:
        break
print(x, y)
r = range(0, 20, 5)
print(r, len(r), r[1], r[-1], list(r), 10 in r, 11 in r, r[1:3], sum(r), max(r), range(3) == range(0, 3))
if x == 1:
    print("one")
elif x == 7:
    if y == 4:
        print("seven and four")
    else:
        print("seven")
else:
    print("other")
for row in [[1, 2], [3, 4]]:
    print(*row, sep=" ", end=" | ")
print()
line = (1 +
        2
        + 3)
longer = 1 + \
    2
print(line, longer)
