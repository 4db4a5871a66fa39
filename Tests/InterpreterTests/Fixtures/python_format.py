# Writes python_format.txt: what CPython makes of many format specs and values. Run with CPython 3.11.
# Lines: kind, tab, value, tab, spec, tab, result ("!" and nothing more for an error), all backslash-escaped.
import itertools, os, random, struct

random.seed(7)

def escape(s):
    return s.encode("unicode_escape").decode("ascii")

def number(x):
    return struct.pack(">d", x).hex() if isinstance(x, float) else str(x)

lines = []

# nn's ints have 64 bits.
def small(x):
    if not -2**63 <= x < 2**63:
        raise OverflowError
    return repr(x)

def case(kind, value, spec, make):
    try:
        result = "=" + escape(make())
    except (ValueError, TypeError, OverflowError):
        result = "!"
    lines.append("\t".join([kind, value, escape(spec), result]))

floats = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.1, 1 / 3, 2 / 3, 123.456, 1234567.891, -9876543.21, 1e-5, 1e-4, 12345e-9, 1e15, 1e16, 1e17, 1e22, 1e100,
          1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 0.045, 0.125, 2.675, 999.9999, 99999.5, 0.99995, float("inf"), float("-inf"), float("nan"), 100.0,
          -0.0001, 3.14159265358979, 1e5, 123456.0, 9.5, 0.3 + 0.6]
ints = [0, 1, -1, 7, 10, -42, 255, 1000, 1234567, -1234567890, 2**62, -(2**63), 2**63 - 1, 65, 97]
texts = ["", "a", "hello", "naïve", "日本語", "two words"]

aligns = ["", "<", ">", "^", "=", "*<", "*^", "0=", "é>"]
signs = ["", "+", "-", " "]
widths = ["", "1", "8", "12", "08", "020"]
float_types = ["", "e", "E", "f", "F", "g", "G", "%", "n", "d", "x", "s"]
int_types = ["", "d", "b", "o", "x", "X", "c", "n", "e", "f", "g", "%", "s", "y"]
precisions = ["", ".0", ".1", ".2", ".3", ".4", ".10", ".17", ".30"]

def spec(types, groups=("", "", ",", "_")):
    return (random.choice(aligns) + random.choice(signs) + random.choice(["", "", "", "z"]) + random.choice(["", "", "#"]) + random.choice(widths)
            + random.choice(groups) + random.choice(precisions) + random.choice(types))

for value in floats:
    for t in ["", ".0f", ".1f", ".2f", ".4f", ".6f", "e", ".0e", ".3e", "g", ".3g", ".10g", "#g", "#.3g", "%", ".1%", "8.3f", "+.3f", ",.2f", "_.1f", "012,.2f", ".3", ".17", "#.0f", "#.0e", "#", "010", "z.1f", " ", "<10.2f|"]:
        case("float", number(value), t, lambda: format(value, t))
    for _ in range(40):
        s = spec(float_types)
        case("float", number(value), s, lambda: format(value, s))
for _ in range(1500):
    value = struct.unpack(">d", struct.pack(">Q", random.getrandbits(64)))[0] if random.random() < 0.4 else random.uniform(-1, 1) * 10 ** random.randint(-8, 12)
    s = random.choice([spec(float_types[:9]), "." + str(random.randint(0, 20)) + random.choice("efgEG%"), ""])
    case("float", number(value), s, lambda: format(value, s))
for value in ints:
    for _ in range(80):
        s = random.choice(aligns) + random.choice(signs) + random.choice(["", "#"]) + random.choice(widths) + random.choice(["", ",", "_"]) + random.choice(["", "", "", ".2"]) + random.choice(int_types)
        case("int", number(value), s, lambda: format(value, s))
for value in (True, False):
    for s in ["", "5", "d", "<5", ".1f", "x", "s", "05", "+"]:
        case("bool", str(int(value)), s, lambda: format(value, s))
for value in texts:
    for s in itertools.chain(["", "s", "10", "<10", ">10s", "^11", "*^11s", ".2", "5.3", "05", "=5", "+5", ",", "d", "#5", "q", "é^7", "10s5", ".", "{<8", "^7s", "-^7s"]):
        case("str", escape(value), s, lambda: format(value, s))

percent_values = floats + ints
for value in percent_values:
    kind = "float" if isinstance(value, float) else "int"
    for _ in range(30):
        t = "%" + "".join(random.sample("-+ #0", random.randint(0, 3))) + random.choice(["", "1", "5", "12"]) + random.choice(["", "", ".", ".0", ".1", ".3", ".12"]) + random.choice("diuxXoeEfFgGsrc")
        if kind == "int" and t[-1] == "c" and not 0 < value < 0xD800:
            continue
        case("percent-" + kind, number(value), t, lambda: t % (value,))
for value in texts:
    for t in ["%s", "%10s", "%-10s|", "%.2s", "%r", "%a", "%5.1r", "%c", "%d", "x%%y%s", "%s %s", "%", "%y", "abc", "%(a)s", "%ls", "%05s"]:
        case("percent-str", escape(value), t, lambda: t % (value,))

# repr of strings and floats.
for value in texts + ["it's", 'say "hi"', "both ' and \"", "tab\t", "nl\n", "cr\r", "\x00\x07\x1f\x7f", "\x80\xa0\xad", "\u200b\u2028\ufeff", "\U0001f600", "\U000e0001", "back\\slash", "e\u0301", "\ue000", "\u0378"]:
    case("repr-str", escape(value), "", lambda: repr(value))
for value in floats:
    case("repr-float", number(value), "", lambda: repr(value))

# round(float, n) and int(float).
for value in floats + [random.uniform(-1000, 1000) for _ in range(100)] + [k + 0.5 for k in range(-5, 6)] + [25.0, 35.0, 15.0, 5.0, -25.0, 1e15 + 0.5, 12345678.0]:
    for n in [0, 1, 2, 3, 5, 10, 17, 300, 400, -1, -2, -5, -20, -300, -400]:
        case("round", number(value), str(n), lambda: repr(round(value, n)))
    case("round-int", number(value), "", lambda: repr(round(value)) if abs(value) < 2**63 else int("x"))
for value in ints:
    for n in [0, 2, -1, -2, -3, -9, -18]:
        case("round-of-int", number(value), str(n), lambda: repr(round(value, n)) if -2**63 <= round(value, n) < 2**63 else int("x"))

# int(text, base) and float(text).
for text in ["0", "12", " 12 ", "-7", "+7", "1_000", "1__0", "_1", "1_", "0x1f", "1f", "z", "0b101", "0o17", "012", "", " ", "1.5", "1e3", "9223372036854775807", "--1", "+-1", "1 2", "\n3\t", "0_0", "0x_1f", "٣"]:
    for base in [10, 16, 2, 0, 36, 8, 1]:
        if text != "٣":
            case("read-int", escape(text), str(base), lambda: small(int(text, base)))
for text in ["0", "1.5", " 1.5 ", "-1e-3", "+.5", "5.", ".", "1e", "inf", "-inf", "+Infinity", "nan", "-nan", "NaN", "1_0.5", "1_.5", "1._5", "0x1p3", "1e400", "1e-400", "", "abc", "1,5", "1e+5", "1E5", "--1", "+-1", "1e5_0", "infinit", "1 2", "1.2.3", "e5", "1d5"]:
    case("read-float", escape(text), "", lambda: repr(float(text)))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "python_format.txt"), "w") as file:
    file.write("\n".join(lines) + "\n")
print(len(lines))
