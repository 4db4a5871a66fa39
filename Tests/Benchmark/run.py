"""Measures nn beside its peers; see scripts/benchmark. Standard library only."""
import argparse
import fnmatch
import json
import pathlib
import statistics
import sys
import time

import growth
from processes import Peer
from report import Report, duration
from rows import ROWS


#: Seconds before each measurement, until no thread of the other side spins for work any more: those of OpenBLAS do so for over 0.05 s after
#: a product of NumPy or scikit-learn, and what is measured beside them takes 1.3 times as long.
QUIET = 0.3


def measure(row, path, repetitions):
    """Medians by side, in seconds a unit, and what the sides remark: nn and each peer in turn, and OpenBLAS alone."""
    sides, work = {"nn": row.start_nn(path)}, {"nn": row.work}
    try:
        for peer in row.peers:
            sides[peer], work[peer] = row.start_peer(peer), row.request
        if row.gemm:
            sides["OpenBLAS"], work["OpenBLAS"] = Peer("OpenBLAS", "gemm.py", json.dumps(row.gemm)), "go"
        times = {side: [] for side in sides}
        # The first round warms up.
        for repetition in range(repetitions + 1):
            for peer in list(sides)[1:]:
                for side in ("nn", peer):
                    time.sleep(QUIET)
                    seconds = sides[side].seconds(work[side])
                    if repetition:
                        times[side].append(seconds / row.units)
        notes = {name: side.note for name, side in sides.items() if name != "nn"}
        return {side: statistics.median(values) for side, values in times.items()}, notes
    finally:
        for side in sides.values():
            side.close()


def main():
    parser = argparse.ArgumentParser(prog="benchmark", description=__doc__)
    parser.add_argument("--nn", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--report", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument(
        "--only", metavar="PATTERN", default="*",
        help="what matches: 'lines*', '*float32*', 'growth', 'memory'; the rows' names are those of the table")
    parser.add_argument("--quick", action="store_true", help="3 measurements of each instead of 7")
    options = parser.parse_args()

    def wanted(name):
        return fnmatch.fnmatch(name, options.only)

    names = [row.name for row in ROWS] + ["growth", "memory"]
    if not any(wanted(name) for name in names):
        parser.error(f"--only {options.only}: no row matches; there are:\n  " + "\n  ".join(names))

    repetitions = 3 if options.quick else 7
    report = Report(repetitions)
    try:
        for row in ROWS:
            if wanted(row.name):
                report.add(row, *measure(row, options.nn, repetitions))
        if wanted("growth"):
            report.add_samples(growth.samples_curve(options.nn, 3), growth.MOST_GROWTH)
            report.add_weights(growth.weights_curve(options.nn, 3))
        if wanted("memory"):
            for name, peak, data in growth.memory(options.nn, options.report):
                report.add_memory(name, peak, data, growth.MOST_MEMORY)
    finally:
        # Also of an interrupted run.
        report.write(options.report)
    print(f"{report.short} fall short" if report.short else "everything holds")
    return 1 if report.short else 0


if __name__ == "__main__":
    sys.exit(main())
