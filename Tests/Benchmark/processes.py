"""Processes that stay: each answers a request with the seconds its work took."""
import os
import pty
import re
import subprocess
import sys
import termios

FOLDER = os.path.dirname(os.path.abspath(__file__))
UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0}


class Stopped(Exception):
    """A process ended, or answered something else than a time."""


class Process:
    def __init__(self, name, command, **streams):
        self.name = name
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL if name == "nn" else None, text=True, **streams)

    def read(self, pattern):
        """The next line of output that matches."""
        for line in self.process.stdout:
            found = re.match(pattern, line)
            if found:
                return found
        raise Stopped(f"{self.name} stopped")

    def close(self):
        self.process.wait()
        self.process.stdout.close()


class NN(Process):
    """The shell at a terminal, so that it answers line by line. Its own `time` measures."""

    def __init__(self, path, lines=()):
        self.terminal, end = pty.openpty()
        settings = termios.tcgetattr(end)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(end, termios.TCSANOW, settings)
        super().__init__("nn", [path], stdin=end)
        os.close(end)
        for line in lines:
            self.write(line)
        self.write("time 0")
        self.read("time ")

    def write(self, line):
        os.write(self.terminal, (line + "\n").encode())

    def seconds(self, work):
        """`work`: lines that are not timed, and the last one, which is."""
        *before, timed = work
        for line in before:
            self.write(line)
        self.write("time " + timed)
        found = self.read(r"time ([0-9.e+-]+) (us|ms|s)$")
        return float(found[1]) * UNITS[found[2]]

    def close(self):
        self.write("quit")
        super().close()
        os.close(self.terminal)


class Peer(Process):
    """A script of peers/, which answers READY and then every line with its seconds."""

    def __init__(self, name, script, *arguments):
        super().__init__(
            name, [sys.executable, os.path.join(FOLDER, "peers", script), *arguments], stdin=subprocess.PIPE)
        self.note = self.read("READY ?(.*)")[1]

    def seconds(self, work):
        self.process.stdin.write(work + "\n")
        self.process.stdin.flush()
        return float(self.read("SECONDS (.*)")[1])

    def close(self):
        self.process.stdin.close()
        super().close()
