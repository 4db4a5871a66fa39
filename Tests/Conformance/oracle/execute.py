"""Runs a program in CPython, in this process or another, and in nn."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
NN = os.environ.get("NN", str(ROOT / ".build" / "release" / "nn"))


class Outcome:
    """What a run printed, how it ended ("fine", "error", "crash", "hang"), and the last line of its complaint."""

    def __init__(self, text, ending, complaint=""):
        self.text, self.ending, self.complaint = text, ending, complaint


def finished(command, seconds, crashes):
    try:
        run = subprocess.run(command, capture_output=True, timeout=seconds, env={**os.environ, "NN_HISTORY": "/dev/null"})
    except subprocess.TimeoutExpired as late:
        return Outcome((late.stdout or b"").decode(errors="replace"), "hang", f"no end within {seconds} s")
    text, complaint = run.stdout.decode(errors="replace"), run.stderr.decode(errors="replace").strip()
    if run.returncode == 0:
        return Outcome(text, "fine", complaint)
    return Outcome(text, "error" if run.returncode == 1 or not crashes else "crash", complaint or f"status {run.returncode}")


def python_file(path, seconds=120):
    return finished([sys.executable, "-W", "ignore", str(path)], seconds, crashes=False)


def nn_file(path, seconds=120):
    return finished([NN, str(path)], seconds, crashes=True)


def python_text(source, seconds=5):
    from grammar import execute
    text, error, _ = execute(source, seconds)
    return Outcome(text, "error" if error else "fine", f"{type(error).__name__}: {error}" if error else "")


def nn_text(source, seconds=10):
    with tempfile.NamedTemporaryFile("w", suffix=".py", dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as file:
        file.write(source)
        file.flush()
        return nn_file(file.name, seconds)
