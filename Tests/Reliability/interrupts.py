"""Ctrl-C at random moments, in scripts and at the prompt.

A script must end with status 130 soon after the signal, and none of its later lines may run; at the prompt the statement must stop, the rest of a
paste must not run, and the next line must work.
"""
import argparse
import os
import pty
import random
import select
import signal
import subprocess
import sys
import tempfile
import time

#: Setup and work of each kind of script. What follows the work is a line that writes a file: it may not run.
KINDS = {
    "draw": "x = np.random.randn(60000000)",
    "element-wise": "x = np.arange(50000000.0)\ny = np.exp(np.sin(x) * np.cos(x)) + np.tanh(x)",
    "sort": "x = np.random.rand(8000000)\nfor i in range(9):\n    y = np.sort(x + i)",
    "product": "A = np.random.rand(3000, 3000)\nfor i in range(40):\n    B = A @ A",
    "inverse": "A = np.random.rand(1500, 1500)\nfor i in range(9):\n    B = np.linalg.inv(A)",
    "sum": "print(sum(range(10**12)))",
    "list": "x = list(range(30000000))\ny = sorted(x, key=lambda v: -v)",
    "text": "s = ('a' * 10**7 + 'b') * 20\nfor i in range(99):\n    t = s.replace('a', 'bb').upper().split('b')",
    "loop": "x = 0\nwhile True:\n    x += 1",
    "calls": "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(40)",
    "comprehension": "x = [v * v for v in range(10**9)]",
    "train": "data moons samples=20000 seed=1\nnetwork 2 -> 64 relu -> 1 sigmoid\ntrain 100000 every=0",
    "large network": "network 20000 -> 5000 relu -> 1 sigmoid\nnetwork 20000 -> 5000 relu -> 1 sigmoid",
    "plot": "data moons samples=500 seed=1\nnetwork 2 -> 64 relu -> 1 sigmoid\nfor i in range(99):\n    plot boundary to 'picture.png'",
    "save": "network 2000 -> 2000 relu -> 1 sigmoid\nfor i in range(999):\n    save 'network.safetensors'",
    "data": "for i in range(99):\n    data 'big.csv'",
    "run": "for i in range(10**9):\n    run 'other.nn'",
    "check": "data moons samples=3000 seed=1\nnetwork 2 -> 200 relu -> 1 sigmoid\ncheck gradients elements=100000",
}


def prepare(folder):
    with open(os.path.join(folder, "other.nn"), "w") as file:
        file.write("y = np.arange(100000.0)\nz = y.sum()\n")
    with open(os.path.join(folder, "big.csv"), "w") as file:
        file.write("a,b,c,y\n" + "".join(f"{i % 97},{i % 89}.5,{i % 7},{i % 2}\n" for i in range(400000)))


def script(nn, folder, kind, moment):
    """What was wrong with one interrupted run, or None; and the seconds until it ended."""
    path = os.path.join(folder, "script.nn")
    with open(path, "w") as file:
        file.write(f"seed 1\n{KINDS[kind]}\nprint('went on')\nsave 'after.safetensors'\n")
    process = subprocess.Popen([nn, path], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(moment)
    if process.poll() is not None:
        process.communicate()
        return "early", 0
    start = time.monotonic()
    process.send_signal(signal.SIGINT)
    try:
        out, err = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return "deaf for 30 s", 30
    seconds = time.monotonic() - start
    if process.returncode != 130:
        return f"status {process.returncode}: {err[-200:]}", seconds
    if "went on" in out:
        return "a later line ran", seconds
    return None, seconds


class Prompt:
    """nn at a pseudo-terminal."""

    def __init__(self, nn, folder):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [nn], cwd=folder, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
            preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),
            env=dict(os.environ, TERM="xterm", NN_HISTORY=""))
        os.close(slave)
        self.text = ""
        self.wait("]>", 10)

    def write(self, text):
        os.write(self.master, text.encode())

    def wait(self, what, seconds):
        end = time.monotonic() + seconds
        while what not in self.text:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.master], [], [], left)[0]:
                return False
            self.text += os.read(self.master, 65536).decode(errors="replace")
        self.text = self.text[self.text.index(what) + len(what):]
        return True

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def prompt(nn, folder, kind, moment):
    shell = Prompt(nn, folder)
    try:
        lines = f"seed 1\n{KINDS[kind]}\n\nprint('went' + ' on')\n"
        shell.write("\x1b[200~" + lines.replace("\n", "\r") + "\x1b[201~\r")
        time.sleep(moment)
        start = time.monotonic()
        shell.write("\x03")
        if not shell.wait("interrupted", 30):
            return "not interrupted: " + shell.text[-200:], 30
        seconds = time.monotonic() - start
        shell.wait("]>", 5)
        shell.write("print('next' + 'line', 6 * 7)\r")
        if not shell.wait("nextline 42", 10):
            return "the next line did not work: " + shell.text[-200:], seconds
        if "went on" in shell.text:
            return "the rest of the paste ran", seconds
        return None, seconds
    finally:
        shell.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--nn", required=True)
    arguments.add_argument("--count", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--only")
    arguments.add_argument("--at", choices=["script", "prompt", "both"], default="both")
    options = arguments.parse_args()
    options.nn = os.path.abspath(options.nn)
    chance = random.Random(options.seed)
    failures, early, slowest = 0, 0, {}
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for number in range(options.count):
            kinds = [kind for kind in KINDS if not options.only or options.only == kind]
            kind = kinds[number % len(kinds)]
            at = options.at if options.at != "both" else "prompt" if number % 4 == 3 else "script"
            moment = chance.uniform(0.02, 1.5) if at == "script" else chance.uniform(0.3, 1.5)
            wrong, seconds = (script if at == "script" else prompt)(options.nn, folder, kind, moment)
            if wrong == "early":
                early += 1
                continue
            slowest[kind] = max(slowest.get(kind, 0), seconds)
            if wrong:
                failures += 1
                print(f"{at} {kind} after {moment:.3f} s: {wrong}", flush=True)
    for kind, seconds in sorted(slowest.items(), key=lambda pair: -pair[1]):
        print(f"{kind:15} {seconds * 1000:6.0f} ms until the end, at most")
    print(f"{options.count - early} interrupts, {early} came too late, {failures} failed")
    sys.exit(1 if failures else 0)


main()
