# A million additions with an if, at module level: no array, no function.
total = 0.0
count = 0
for i in range(1000000):
    if i % 3 == 0:
        count += 1
    total += i * 0.5
print(total, count)
