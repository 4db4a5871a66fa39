"""The conversation with the driver: a line in, the seconds it took out."""
import sys


def serve(run, note=""):
    """Answers `READY` with a remark, then each line with the seconds that `run(line)` returns."""
    print("READY", note, flush=True)
    for line in sys.stdin:
        print(f"SECONDS {run(line.strip())!r}", flush=True)
