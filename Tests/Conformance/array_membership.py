# `x in array` asks whether any element of `array == x` is true.
import numpy as np

a = np.array([[1, 2], [3, 4]])
print([1, 2] in a, [1, 9] in a, [2, 1] in a, 4 in a, (3, 4) in a, [[1], [3]] in a, np.array([1, 4]) in a, range(1, 3) in a)
print(2.5 in a, True in a, "x" in a, None in a, np.int64(3) in a, np.nan in np.array([np.nan]), 5 in np.array([]), [] in np.zeros((2, 0)))
print([9, 9] not in a, [1, 9] not in a, a in a, a[0] in a, 1 in a[0], np.float64(1) in [1, 2])
