"""The matrix products of a training step by OpenBLAS alone, in the library and with the threads nn uses: what a request takes is their time.

Argument: JSON with the layers, the batch, the number of repetitions, and the number type.
"""
import ctypes
import ctypes.util
import json
import sys
import time

import numpy as np

from request import serve

work = json.loads(sys.argv[1])
blas = ctypes.CDLL("libopenblas.so.0")
gemm = blas.cblas_sgemm if work["dtype"] == "float32" else blas.cblas_dgemm
real = ctypes.c_float if work["dtype"] == "float32" else ctypes.c_double
pointer, integer = ctypes.c_void_p, ctypes.c_int
gemm.argtypes = [integer] * 6 + [real, pointer, integer, pointer, integer, real, pointer, integer]
gemm.restype = None
ROW_MAJOR, PLAIN, TURNED = 101, 111, 112


def product(turn_a, turn_b, m, n, k):
    """A call of gemm on matrices of its own."""
    draw = np.random.default_rng(1)
    a = draw.random((k, m) if turn_a else (m, k)).astype(work["dtype"])
    b = draw.random((n, k) if turn_b else (k, n)).astype(work["dtype"])
    c = np.zeros((m, n), work["dtype"])
    arguments = (
        ROW_MAJOR, TURNED if turn_a else PLAIN, TURNED if turn_b else PLAIN, m, n, k, 1, a.ctypes.data, a.shape[1],
        b.ctypes.data, b.shape[1], 0, c.ctypes.data, n)
    return arguments, (a, b, c)


batch, calls = work["batch"], []
for index, (inputs, units) in enumerate(zip(work["layers"], work["layers"][1:])):
    calls.append(product(False, False, batch, units, inputs))
    calls.append(product(True, False, inputs, units, batch))
    if index:
        calls.append(product(False, True, batch, inputs, units))


def run(_):
    start = time.perf_counter()
    for _ in range(work["repetitions"]):
        for arguments, _ in calls:
            gemm(*arguments)
    return time.perf_counter() - start


run("")
serve(run)
