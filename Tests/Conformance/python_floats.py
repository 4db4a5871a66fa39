"""Python's floats."""
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 1e300 * 1e10, -1e300 * 1e10)
print(2.0 ** 0.5, 2 ** 0.5, 4 ** 0.5, 0.0 ** 0, 2.0 ** -2, (-8.0) ** 3)
print(0.1 + 0.2, 0.1 * 3, 1 - 0.9, 1e16 + 1, 3 * 1.1)
print(float("inf") - float("inf"), float("inf") > 1e308, float("nan") == float("nan"), float("nan") != 1)
print(1.0 == 1, 1.5 > 1, 0.0 == -0.0, 3.0 is not None, 2.5 in [2.5, 3])
print(int(1e10), int(-0.5), round(0.5), round(1.5), round(2.5), round(-1.5), round(1.25, 1), round(1.35, 1), round(-0.4))
print(round(3.14159, 3), round(2.0, 2), round(1e20, 3), round(123.456, -1), round(0.000123456, 5))
print(abs(-2.5), max(1, 2.5), min(1.0, 1), max([1, 1.0]), sum([0.1] * 10), sum([1, 2.5]))
print(1.5e3, 1E-3, 5., .5, 1e0, 100e-2)
print(str(1e5), str(1e-5), repr(1 / 7), str(123456789.123456789), str(1e100))
print(float("3"), float("-1.5e-3"), float(" 7 "), float("Infinity"), float("1_000"))
print(7.0 // 0.5, 1 // 0.1, 1 % 0.1, divmod(1, 0.1), 0.3 % 0.1, -0.3 % 0.1)
print(bool(0.0), bool(-0.0), bool(0.1), bool(float("nan")), not 0.0)
print(1 < 1.5 < 2, 1.0 <= 1 <= 1.0, 3 > 2.9 > 2)
print(1e-320, 2.2250738585072014e-308, 1.7976931348623157e+308)
a = 1.0
for _ in range(5):
    a /= 3
print(a)
h = 1.0
count = 0
while 1.0 + h != 1.0:
    h /= 2
    count += 1
print(h, count)
