"""CPython with NumPy on the programs of lines/: a request is the program's name, its answer the seconds.

NumPy is imported before the clock starts, and the program is compiled as `python FILE` compiles it.
"""
import contextlib
import io
import pathlib
import time

import numpy  # noqa: F401  (imported outside of the time measured)

from request import serve

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "lines"


def run(name):
    code = compile((FOLDER / name).read_text(), name, "exec")
    names = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        start = time.perf_counter()
        exec(code, names)
        return time.perf_counter() - start


serve(run)
