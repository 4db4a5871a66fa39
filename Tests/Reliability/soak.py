"""A long sitting: the same kind of line again and again in one shell, its time and the memory as they come."""
import argparse
import os
import pty
import select
import subprocess
import sys
import tempfile
import tty

#: Lines before, and the line of each turn.
KINDS = {
    "scalar": (["x = 0"], lambda i: "x += 1"),
    "names": ([], lambda i: f"name{i} = {i}"),
    "list": (["l = []"], lambda i: f"l = [{i}]"),
    "array": (["a = np.arange(1000.0)"], lambda i: "a = a * 1.0001"),
    "large array": ([], lambda i: "b = np.zeros(1000000)"),
    "shown array": ([], lambda i: "np.arange(100) * 1.0"),
    "shown text": ([], lambda i: "'a' * 1000000"),
    "error": ([], lambda i: "1 / 0"),
    "pass": (
        ["network 2 -> 4 relu -> 1 sigmoid", "data moons samples=50 seed=1"],
        lambda i: "forward;" if i % 2 == 0 else "backward;"),
    "training": (["network 2 -> 4 relu -> 1 sigmoid", "data moons samples=50 seed=1"], lambda i: "train 10 every=0;"),
    "declaration": ([], lambda i: "network 100 -> 100 relu -> 100 sigmoid"),
    "save and load": (
        ["network 2 -> 4 relu -> 1 sigmoid"],
        lambda i: "save 'soak.safetensors'" if i % 2 == 0 else "load 'soak.safetensors'"),
    "plot": (["data moons samples=50 seed=1"], lambda i: "plot data to 'soak.png'"),
}
MARK = b"~mark~"


class Shell:
    """nn with lines typed at a terminal and its output in a pipe."""

    def __init__(self, nn, folder):
        self.master, slave = pty.openpty()
        tty.setraw(slave)
        self.process = subprocess.Popen(
            [nn], cwd=folder, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=dict(os.environ, NN_HISTORY="", TERM="dumb"))
        os.close(slave)
        self.out = self.process.stdout.fileno()
        for descriptor in (self.master, self.out):
            os.set_blocking(descriptor, False)

    def type(self, lines):
        data = "".join(line + "\n" for line in lines).encode() + b"print('~' + 'mark~')\n"
        sent, tail = 0, b""
        while MARK not in tail:
            readable, writable, _ = select.select([self.out], [self.master] if sent < len(data) else [], [], 120)
            if not readable and not writable:
                sys.exit("no answer for two minutes")
            if writable:
                try:
                    sent += os.write(self.master, data[sent:sent + 2000])
                except BlockingIOError:
                    pass
            if readable:
                piece = os.read(self.out, 1 << 20)
                if not piece:
                    sys.exit("nn ended")
                tail = tail[-10:] + piece

    def seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            return sum(map(int, file.read().split(")")[1].split()[11:13])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self):
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) // 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--nn", required=True)
    arguments.add_argument("--lines", type=int, default=100_000)
    arguments.add_argument("--only", action="append")
    options = arguments.parse_args()
    step = max(options.lines // 10, 100)
    for kind, (before, line) in KINDS.items():
        if options.only and kind not in options.only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            shell = Shell(os.path.abspath(options.nn), folder)
            shell.type(before)
            for start in range(0, options.lines, step):
                begin = shell.seconds()
                for first in range(start, start + step, 100):
                    shell.type(line(first + k) for k in range(100))
                spent = (shell.seconds() - begin) / step * 1000
                print(f"{kind:14} {start + step:7} lines  {spent:8.3f} ms a line  {shell.megabytes():6} MB", flush=True)
            shell.process.kill()
            shell.process.wait()


main()
