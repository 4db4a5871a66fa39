"""The % operator."""
import numpy as np

print("%d %i %5d %-5d| %05d %+d % d" % (1, 2, 3, 4, 5, 6, 7))
print("%f %.2f %8.3f %-8.1f| %08.2f %+.1f" % (1.5, 2.25, 3.125, 4.0, 5.5, 6.0))
print("%e %.2e %E %g %.3g %G" % (12345.678, 0.00012, 1.5, 0.0001, 1234567.0, 1e-10))
print("%s %10s %-10s| %.2s %r" % ("a", "b", "c", "defg", "h"))
print("%x %X %o %#x %c %c" % (255, 255, 8, 255, "A", 66))
print("%% %d%%" % 50)
print("%s" % [1, 2], "%s" % (None,), "%s %s" % (True, 1.0))
print("%d" % 3.99, "%d" % True, "%.1f" % 2, "%s" % np.float64(0.5))
print("epoch %3d/%d loss=%.4f" % (7, 100, 0.123456))
print("%(name)s is %(age)d" % {"name": "Ada", "age": 36})
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%s %s" % (np.array([1, 2]), np.int64(3)))
print("%.3f" % np.mean([1, 2, 4]), "%d" % np.int64(9), "%5.1f%%" % (100 * 0.256))
print("no arguments" % ())
template = "%-8s|%6.2f"
for row in [("apple", 1.5), ("fig", 22.333)]:
    print(template % row)
