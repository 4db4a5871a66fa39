# Arguments at the far ends of int.
high = 9223372036854775807
low = -high - 1
for width in (low, low + 1, -1, 0, 2, 3, 4):
    print(repr("abc".ljust(width)), repr("abc".rjust(width)), repr("abc".center(width)), repr("-1".zfill(width)), repr("a\tb".expandtabs(max(width, -1))))
text = "a\u00e9b\U0001f600"
for start in (low, -2, 0, 3, 4, high):
    print(text[start:], text[:start], text[start::low], text[::high], [1, 2, 3][start:], (1, 2)[:start:-1], range(10)[start:], text.find("b", start), text.rfind("b", low, start), text.count("", start), text.startswith("", start))
print("a-b-c".split("-", low), "a-b-c".rsplit("-", high), "a-b-c".replace("-", "+", low), "a-b-c".replace("-", "+", high), "a b".split(None, low))
xs = [1, 2, 3]
xs.insert(low, 0)
xs.insert(high, 4)
print(xs, xs.index(2, low), xs.index(4, low, high), xs[::high], xs[::low])
xs[::high] = [9]
del xs[high:], xs[low:1:high]
print(xs, [1, 2] * low, "ab" * low, () * high, "" * high)
ys = list(range(12))
del ys[10:1:-3]
print(ys)
del ys[::2]
print(ys)
print(round(1.5, 2**62), round(-1.5, low), round(2.5), round(high), divmod(-7, high), divmod(7, low), high % low, low // high)
print((-1) ** high, 1 ** high, 0 ** high, 2.0 ** -1100, abs(-high), low // 1, low % 7, -1 >> high, 5 >> high, 0 << high, pow(3, high, 7))
print(range(high)[-1], range(high)[high - 1], range(0, high, 2**61)[::-1], high in range(high), list(range(high - 2, high, 5)))
print(min(range(3), key=lambda x: -x), max([low, high, 1.5]), sorted([high, low, 0.5, -1e300]), high == float(high), high < float(high), low == float(low), 2**53 + 1 == float(2**53))
print(hex(low), bin(low)[:8], int("-9223372036854775808"), int("7fffffffffffffff", 16), (low).bit_length(), f"{low:,}", f"{high:>25_}", "%d" % low, "%x" % high)
print("\u03a3\u03a3A\u03a3 \u03a3 A\u03a3.".lower(), "\u0391\u03a3".capitalize(), "Stra\u00dfe".upper(), "Stra\u00dfe".casefold(), "\u01c6".title(), "aB\u00e9".swapcase(), "\ufb01x".upper(), "they're 3a".title())
print("aXbXc".rpartition("X"), "abc".partition("abc"), "".join([]), "-".join("abc"), "ab".join(["x"]), ",".join(("a", "b")), "aaa".rfind("aa"), "aaa".rfind(""), "".rfind(""), "abcabc".rfind("abc", 1, 5))
print(("ab" * 3000 + "c" + "ab" * 3000).rfind("ab" * 2000 + "c"), ("a" * 5000).rfind("b" + "a" * 400), ("a" * 5000).rfind("a" * 400 + "b"), ("ba" * 500).rfind("a" * 3))
