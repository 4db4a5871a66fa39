# Strings are compared code point by code point: "é" as one or as two is two strings.
one = "caf\u00e9"
two = "cafe\u0301"
print(one == two, one != two, one < two, one in [two], len(one), len(two))
d = {one: 1}
d[two] = 2
print(len(d), d[one], d[two], two in d, d.pop(two), len(d))
print({"\u212b": 1}.get("\u00c5"), {"K": 1}.get("\u212a"), "\u00c5" in "\u212b")
counts = {}
for word in [one, two, one, "\u1e9b\u0323", "\u017f\u0323\u0307"]:
    counts[word] = counts.get(word, 0) + 1
print(list(counts.values()))
print([one, two].index(two), [one, two].count(one), (one, 1) == (two, 1), (one, 1) in {(two, 1): 0})
print(max(one, two) == one, sorted([two, one]) == [two, one], min([one, two]) == two)
print(one.find("e"), two.find("e"), two.replace("e", "E") == "cafE\u0301", one.replace("e", "E") == one)
print(two.split("e"), two.partition("e")[2] == "\u0301", two.startswith("cafe"), one.startswith("cafe"))


def f(**named):
    return len(named)


print(f(**{one: 1, two: 2}))
print("%(caf\u00e9)s" % {one: 1, two: 2}, "{caf\u00e9}".format(**{one: 1, two: 2}))
ab = "a\U0001f600b\u00e9\u4e2d"
print([ab[i] for i in range(len(ab))], ab[::-1], ab[1:4], ab[-2:], ab[1:9:2], ab[4:0:-3])
print(ab.find("b"), ab.find("\u4e2d"), ab.rfind("\u00e9"), ab.index("\u4e2d", 2), ab.count("", 1, 4), ab.find("", 5), ab.find("", 6))
print("ab\r\ncd\u2028e".splitlines(), " \u3000x\u00a0".strip(), "\u00e9\u00e9x\u00e9".strip("\u00e9"), "xxaxx".lstrip("x"), "xxaxx".rstrip("x"))
print("a,b,,c".rsplit(",", 2), " a  b ".split(), " a  b c ".rsplit(None, 1), "a b c".split(None, 1), "".split(), "".split(","))
print("aaa".replace("a", "bb", 2), "abc".replace("", "-"), "\u00e9a".replace("", "-", 2), "abc".replace("x", "y"), "aaaa".count("aa"))
print("abcabc".rfind("bc", 0, 5), "abcabc".rindex("abc"), "a.b.c".rpartition("."), "a.csv".removesuffix(".csv"), "dW".removeprefix("d"))
print("abc".startswith("bc", 1), "abc".endswith(("x", "bc")), "abc".endswith("abcd"), "abc".startswith("", 3), "abc".startswith("", 4))
