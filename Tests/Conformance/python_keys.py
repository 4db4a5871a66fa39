# What is one key of a dict and what is not.
print(len({range(3): 1, (0, 3, 1): 2}), len({range(0): 1, range(2, 2): 2, range(5, 0): 3}), range(0) == range(2, 2))
print({range(0, 10, 3): 1}[range(0, 12, 3)], range(4, 5) == range(4, 9, 7), {range(4, 5): 1}[range(4, 9, 7)], range(2) in {range(3): 1})
print({1: "a", 1.0: "b", True: "c"}, {(1, 2.0): 0}[(1.0, 2)], len({(1, (2, 3)): 0, ((1, 2), 3): 1, (1, 2, 3): 2, ((1, 2, 3),): 3, (): 4, ((),): 5}))
print({None: 1, ...: 2}[...], {print: 1}[print], {int: 1, float: 2}[float])
print({((1, ("a", ())), ()): 1}[((1, ("a", ())), ())], ((), ()) in {((),): 1}, ((), ()) in {((), ()): 1})
print(range(2**62, 2**62 + 10).index(2**62 + 1), 2**62 + 3 in range(2**62, 2**62 + 10), range(10).index(3.0), range(10).count(2.5))
