"""Measures nn beside its peers; see scripts/benchmark. Standard library only."""
import argparse
import fnmatch
import pathlib
import statistics
import sys
import time

from rows import ROWS


def measure(row, path, repetitions):
    """Medians by side, in seconds a unit: nn and each peer in turn."""
    sides = {"nn": row.start_nn(path)}
    work = {"nn": row.work}
    try:
        for peer in row.peers:
            sides[peer] = row.start_peer(peer)
            work[peer] = row.request
        times = {side: [] for side in sides}
        for repetition in range(-1, repetitions):
            for peer in row.peers:
                for side in ("nn", peer):
                    # Threads of the other side that still spin for work would disturb.
                    time.sleep(0.05)
                    seconds = sides[side].seconds(work[side])
                    if repetition >= 0:
                        times[side].append(seconds / row.units)
        return {side: statistics.median(values) for side, values in times.items()}
    finally:
        for side in sides.values():
            side.close()


def duration(seconds):
    for limit, factor, unit in ((1e-3, 1e6, "µs"), (1, 1e3, "ms"), (float("inf"), 1, "s")):
        if seconds < limit:
            return f"{seconds * factor:.3g} {unit}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nn", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--report", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--only", metavar="PATTERN", default="*", help="rows whose name matches, such as '*float32*' or 'lines*'")
    parser.add_argument("--quick", action="store_true", help="3 measurements instead of 7")
    options = parser.parse_args()
    rows = [row for row in ROWS if fnmatch.fnmatch(row.name, options.only)]
    short = 0
    for row in rows:
        medians = measure(row, options.nn, 3 if options.quick else 7)
        print(f"{row.name}\n  nn {duration(medians['nn'])} a {row.unit}")
        for peer, required in row.required.items():
            ratio = medians[peer] / medians["nn"]
            verdict = "holds" if ratio >= required else "FALLS SHORT"
            short += ratio < required
            print(f"  {peer:12} {duration(medians[peer]):>8}  {ratio:6.2f} of {required:<4} {verdict}", flush=True)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
