"""The rows of the table: what is measured, against whom, and how many times faster nn has to be."""
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field

from processes import FOLDER, NN, Peer


@dataclass
class Row:
    name: str
    #: What nn does once, then before each measurement, then the line that is timed.
    setup: list
    before: list
    timed: str
    #: The script of each peer, and what it is asked.
    peers: dict
    #: The least ratio of the peer's time to nn's.
    required: dict
    request: str = ""
    #: One measurement is so many units of work (epochs), the time of which is shown.
    units: int = 1
    unit: str = "run"
    #: The floating-point operations of a unit; 0 where a rate says nothing.
    operations: int = 0
    #: The products of a unit for OpenBLAS alone, and the share of their rate that nn has to reach; None where they say nothing.
    gemm: dict | None = None
    least_rate: float = 0
    arguments: list = field(default_factory=list)

    def start_nn(self, path):
        return NN(path, self.setup)

    def start_peer(self, peer):
        return Peer(peer, self.peers[peer], *self.arguments)

    @property
    def work(self):
        return [*self.before, self.timed]


class Program:
    """A whole process, from its start to its end."""

    def __init__(self, name, command):
        self.name, self.note, self.command = name, "", command

    def seconds(self, _):
        start = time.perf_counter()
        subprocess.run(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    def close(self):
        pass


class ProcessRow(Row):
    def start_nn(self, path):
        return Program("nn", [path, self.timed])

    def start_peer(self, peer):
        return Program(peer, [sys.executable, os.path.join(FOLDER, "peers", self.peers[peer])])


def nn_file(name):
    return os.path.join(FOLDER, "nn", name)


def lines_row(name, file, least):
    """A script of lines, the same file for both, from start to end as its user runs it."""
    return ProcessRow(
        name, setup=[], before=[], timed=os.path.join(FOLDER, "lines", file), peers={"NumPy": f"../lines/{file}"},
        required={"NumPy": least})


def operations(layers, samples):
    """Multiplications and additions of forward and backward; the first layer needs no gradient of its input."""
    pairs = list(zip(layers, layers[1:]))
    return 2 * samples * (2 * sum(a * b for a, b in pairs) + sum(a * b for a, b in pairs[1:]))


def training_row(name, file, layers, samples, epochs, dtype, required, batch=None, least_rate=0.0):
    work = {
        "layers": layers, "samples": samples, "epochs": epochs, "dtype": dtype, "batch": batch,
        "lr": 0.1 if layers[-1] == 1 else 0.01}
    scripts = {"NumPy": "numpy_net.py", "JAX": "jax_net.py", "PyTorch": "torch_net.py", "scikit-learn": "sklearn_net.py"}
    options = f" batch_size={batch}" if batch else ""
    return Row(
        name, setup=[f"set dtype {dtype}", f"samples = {samples}", f"run '{nn_file(file)}'"], before=["init he seed=1;"],
        timed=f"train {epochs} lr={work['lr']}{options} every=0", peers={k: scripts[k] for k in required},
        required=required, request="go", units=epochs, unit="epoch", operations=operations(layers, samples),
        arguments=[json.dumps(work)], least_rate=least_rate,
        gemm=batch and {"layers": layers, "batch": batch, "repetitions": samples * epochs // batch, "dtype": dtype})


def against(numpy, jax, torch, sklearn=None):
    required = {"NumPy": numpy, "JAX": jax, "PyTorch": torch}
    if sklearn is not None:
        required["scikit-learn"] = sklearn
    return required


ROWS = [
    training_row("moons 800×2-10-1, full batch, float64", "moons.nn", [2, 10, 1], 800, 1000, "float64",
                 against(6, 2, 10, 15)),
    training_row("moons 100,000×2-10-1, full batch, float64", "moons.nn", [2, 10, 1], 100_000, 20, "float64",
                 against(8, 2.5, 3, 12)),
    training_row("digits 784-128-10, batch 64, 20,000 samples, float32", "digits.nn", [784, 128, 10], 20_000, 1,
                 "float32", against(1.3, 1, 2, 3), batch=64),
    training_row("digits 784-128-10, batch 64, 20,000 samples, float64", "digits.nn", [784, 128, 10], 20_000, 1,
                 "float64", against(1.1, 1, 1.5, 2), batch=64),
    training_row("wide 784-1024-1024-10, batch 256, 20,000 samples, float32", "wide.nn", [784, 1024, 1024, 10], 20_000, 1,
                 "float32", against(1, 1, 1.5), batch=256, least_rate=0.9),
    ProcessRow(
        "process: start, make the moons, train, print, leave", setup=[], before=[],
        timed=nn_file("article.nn"),
        peers={"NumPy": "article_numpy.py", "JAX": "article_jax.py", "PyTorch": "article_torch.py"},
        required=against(20, 40, 80)),
    lines_row("lines: XOR, 20,000 steps of 4×3, 3×4, 4×1", "xor.py", 4),
    lines_row("lines: 800×2-10-1, 1000 full-batch steps", "moons.py", 1.5),
    lines_row("lines: 1,000,000 scalar additions with an if", "scalars.py", 1),
]
