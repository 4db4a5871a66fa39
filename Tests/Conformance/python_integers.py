"""Python's integers."""
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(2 ** 10, 2 ** 0, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2, 10 ** 15)
print(7 / 2, 6 / 3, 1 / 3, -1 / 3, 0 / 5, 10 // 1)
print(divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), abs(-5), pow(3, 4), pow(2, 10, 1000))
print(1 + True, True * 3, True + True, int(True), -True, not 0, not 5, False == 0)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3, -1 >> 1)
print(0b101, 0o17, 0xff, 1_000_000, bin(10), hex(255), oct(8))
print(3 < 5 < 7, 3 < 5 > 4, 1 == 1 == 1, 1 < 3 > 2 != 5, 5 > 4 > 4)
print(int("12") + 1, str(12) + "1", int(3.7), int(-3.7), float(3), int("ff", 16), int("101", 2))
print(round(7), round(17, -1), round(25, -1), round(15, -1), round(-15, -1))
x = 5
x += 2
x -= 1
x *= 3
x //= 2
x **= 2
x %= 50
print(x)
x = 10
x /= 4
print(x, x // 1, x % 1)
x = 6
x &= 3
x |= 8
x ^= 1
x <<= 2
x >>= 1
print(x)
print(9223372036854775807, -9223372036854775808, 4611686018427387904 + 4611686018427387903)
print(type(1), type(1.0), type(True), type("a"), type(None), type([]), type(()), type({}), type(range(1)))
print(type(1).__name__, isinstance(1, int), isinstance(True, int), isinstance(1, (float, int)), isinstance("a", str))
