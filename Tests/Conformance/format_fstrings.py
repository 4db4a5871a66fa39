"""f-strings with all kinds of specifications."""
import numpy as np

x, n, s, t = 3.14159265, 42, "text", True
print(f"{x:.2f}|{x:8.3f}|{x:<8.2f}|{x:^9.1f}|{x:+.1f}|{x:08.2f}|{x: .1f}")
print(f"{x:e}|{x:.2e}|{x:E}|{x:g}|{x:.3g}|{1e10:g}|{1e-5:g}|{123456.0:g}|{1234567.0:g}")
print(f"{0.256:%}|{0.256:.1%}|{0.5:7.0%}")
print(f"{n}|{n:d}|{n:5d}|{n:<5d}|{n:^5d}|{n:05d}|{n:+d}|{n:x}|{n:X}|{n:b}|{n:o}|{n:#x}|{n:#b}")
print(f"{1234567:,}|{1234567.891:,.2f}|{1234567:_}|{-5:+d}|{-5: d}|{-42:06d}")
print(f"{s}|{s:>8}|{s:<8}|{s:^8}|{s:*^10}|{s:.2}|{s:-<7.3}|{s!r}|{s!r:>8}")
print(f"{t}|{t:d}|{t!s:>6}|{None}|{[1, 2]}|{(1,)}|{ {'a': 1} }")
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|{s:>{width}}|{n:{'0'}{width}}")
print(f"{x=}|{n = }|{s=}|{x=:.2f}|{n + 1=}")
print(f"{{braces}} {{{n}}}")
print(f"{n / 4} {n // 4} {n % 4} {n ** 2} {'yes' if n > 40 else 'no'}")
print(f"{np.float64(0.1):.3f} {np.int64(5):4d} {np.bool_(True)} {np.float64(2)!r}")
a = np.array([1.5, 2.5])
print(f"{a} {a[0]} {a[0]:.1f} {a.mean():.2f} {a.shape} {a.sum() / 3}")
d = {"lr": 0.1, "name": "sgd"}
print(f"{d['lr']} {d['name']:>5} {len(d)}")
print(f'{"nested"} {"a" + "b"} {max(1, 2)}')
print(f"a" "b" f"{n}" 'c')
print(f"""many
lines {n}""")
print(f"{3:4}|{3.0:4}|{'3':4}|{3.5:10}|{1e20:10}|{12345678.9:5}")
print(f"{float('nan'):.2f} {float('inf'):.1f} {float('-inf'):6.1f} {0.0:.3f} {-0.0:.1f}")
print(f"{x:.0f} {2.5:.0f} {3.5:.0f} {0.5:.0f} {1e15:.0f} {99.995:.2f}")
print(f"{x!s:.4} {n!s:>6} {s!a}")
