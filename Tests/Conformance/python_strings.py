"""Methods and operators of strings."""
s = "Hello, World"
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), "abc".islower(), "ABC".isupper())
print(s.replace("o", "0"), s.replace("l", "L", 1), s.find("o"), s.find("zz"), s.rfind("o"), s.index("W"), s.count("l"))
print(s.split(", "), "a b  c".split(), "a,b,,c".split(","), "a,b,c".split(",", 1), "a\nb\n".splitlines(), "".split(), "".split(","))
print(",".join(["a", "b"]), "".join(["x", "y"]), "-".join("abc"), " ".join(str(i) for i in range(3)))
print("[" + "  pad ".strip() + "]", "[" + "  pad ".lstrip() + "]", "[" + "  pad ".rstrip() + "]", "xxhixx".strip("x"), "a.b.c".rstrip(".c"))
print("ab".ljust(5) + "|", "ab".rjust(5), "ab".center(6, "*"), "7".zfill(3), "-7".zfill(4), "ab".ljust(1), "ab".rjust(4, "."))
print(s.startswith("Hell"), s.endswith("d"), s.startswith(("X", "H")), "12".isdigit(), "1a".isdigit(), "ab".isalpha(), "a1".isalnum(), " ".isspace(), "".isdigit())
print(s[0], s[-1], s[1:4], s[::-1], s[::2], s[7:], s[:-7], s[100:], s[-3:])
print("ab" + "cd", "ab" * 3, 2 * "xy", "-" * 20, "a" "b", len(s), "ell" in s)
print("a\tb\\n\"q\" 'r'", 'single "double"', "it's", """triple
line""", r"raw\n", "\x41", "\u00e9", "tab\there")
print(repr("a\nb"), repr("tab\t"), repr("\\"), repr("é"), ["it's", 'say "hi"', "a\\b", "\x00"])
print(max("hello"), min("hello"), sorted("banana"), list("abc"), tuple("xy"), "".join(reversed("abc")))
print(ord("a"), chr(98), chr(960), ord("π"), "π".upper(), "ŷ", len("ŷ = σ(z)"))
print("abc" < "abd", "abc" == "ab" + "c", "a" != "b", "apple" > "Apple")
for i, ch in enumerate("xyz"):
    print(i, ch, end=" ")
print()
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "key=value".split("="))
print("one two three".split()[1].upper()[::-1], "{}-{}".format("a", 1), "%s!" % "hi")
word = "letters"
counts = {}
for ch in word:
    counts[ch] = counts.get(ch, 0) + 1
print(counts)
print("abc".removeprefix("a"), "abc".removesuffix("c"), "a1b2".isidentifier(), "x".join(["only"]))
print("multiple", "arguments", 3, None, sep=", ", end="!\n")
print("x", "y", sep="")
print(*[1, 2, 3], *"ab", sep="-")
print()
print("", end="")
print("done")
