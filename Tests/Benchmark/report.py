"""The tables and the picture: written to the screen as they come, and to report.md and report.png."""
import importlib.metadata
import os
import platform
import re
import subprocess

PEERS = ("NumPy", "JAX", "PyTorch", "scikit-learn")
PACKAGES = ("numpy", "jax", "torch", "scikit-learn")


def duration(seconds):
    for limit, factor, unit in ((1e-6, 1e9, "ns"), (1e-3, 1e6, "µs"), (1, 1e3, "ms")):
        if seconds < limit:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds:.3g} s"


def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    name = model[1] if model else platform.machine()
    return f"{name}, {len(os.sched_getaffinity(0))} cores, {platform.system()} {platform.release()}"


def label(name):
    """A row's name short enough for the picture: what it is, and the number type."""
    first, *rest = name.replace('"', "").split(": ")[0 if name.startswith("process") else -1].split(", ")
    return first + "".join(f" {part}" for part in rest if part.startswith("float"))


class Report:
    def __init__(self, repetitions):
        self.repetitions = repetitions
        self.rows, self.rates, self.samples, self.weights, self.memory = [], [], [], [], []
        #: How many comparisons fall short.
        self.short = 0
        versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
        self.head = f"{machine()}; Python {platform.python_version()}, {versions}; medians of {repetitions}."
        print(self.head, flush=True)

    def verdict(self, holds):
        self.short += not holds
        return "holds" if holds else "**falls short**"

    def add(self, row, medians, notes):
        cells = []
        ours = medians["nn"]
        print(f"\n{row.name}: {duration(ours)} a {row.unit}")
        for peer, least in row.required.items():
            ratio = medians[peer] / ours
            verdict = self.verdict(ratio >= least)
            note = f", {notes[peer]}" if notes.get(peer) else ""
            print(f"  {peer:12} {duration(medians[peer]):>8}  {ratio:6.2f} of {least:<4} {verdict}{note}", flush=True)
            cells.append((peer, medians[peer], ratio, least, verdict, note))
        self.rows.append((row.name, row.unit, ours, cells))
        if "OpenBLAS" in medians:
            reached = row.operations / ours / 1e9
            alone = row.operations / medians["OpenBLAS"] / 1e9
            share = reached / alone
            verdict = self.verdict(share >= row.least_rate) if row.least_rate else "–"
            print(f"  {reached:.1f} GFLOP/s, OpenBLAS alone {alone:.1f}: {share:.0%} {verdict}", flush=True)
            self.rates.append((row.name, reached, alone, share, row.least_rate, verdict))

    def add_samples(self, curve, most):
        growth = curve[-1][1] / curve[0][1]
        self.samples = curve
        self.growth = (growth, most, self.verdict(growth <= most))
        print("\ntime a sample and epoch, 2-10-1: " + ", ".join(f"{n:,}: {duration(t)}" for n, t in curve))
        print(f"  from the fewest to the most {growth:.2f}, at most {most}: {self.growth[2]}", flush=True)

    def add_weights(self, curve):
        self.weights = curve
        print("\ntime a weight and step of 256 samples (OpenBLAS alone): "
              + ", ".join(f"{n:,}: {duration(t)} ({duration(g)})" for n, t, g in curve), flush=True)

    def add_memory(self, name, peak, data, most):
        share = peak / data
        verdict = self.verdict(share <= most)
        print(f"\nmemory, {name}: {peak / 2**20:.0f} MiB, data {data / 2**20:.0f} MiB: {share:.2f} of at most {most} {verdict}",
              flush=True)
        self.memory.append((name, peak, data, share, most, verdict))

    def markdown(self):
        lines = ["# nn beside its peers", "", self.head, ""]
        if self.rows:
            lines += [
                "Ratios are the peer's time by nn's. Of the rows that train, the time of an epoch counts, without start-up and",
                "compilation; of the rows of lines and of the process, all of it, from start to end.",
                "", "| work | nn | peer | its time | ratio | at least | |", "|---|---|---|---|---|---|---|"]
            for name, unit, ours, cells in self.rows:
                for peer, theirs, ratio, least, verdict, note in cells:
                    lines.append(
                        f"| {name} | {duration(ours)} / {unit} | {peer}{note} | {duration(theirs)} | {ratio:.2f} | {least} | {verdict} |")
        if self.rates:
            lines += ["", "| work | GFLOP/s | OpenBLAS alone | share | at least | |", "|---|---|---|---|---|---|"]
            for name, reached, alone, share, least, verdict in self.rates:
                lines.append(f"| {name} | {reached:.1f} | {alone:.1f} | {share:.0%} | {f'{least:.0%}' if least else ''} | {verdict} |")
        if self.samples:
            growth, most, verdict = self.growth
            lines += ["", f"Time a sample and epoch (2-10-1, float64): grows {growth:.2f} times, at most {most}: {verdict}.", "",
                      "| samples | time |", "|---|---|", *(f"| {n:,} | {duration(t)} |" for n, t in self.samples)]
        if self.weights:
            lines += ["", "Time a weight and step of 256 samples (h-h-h, float32):", "", "| weights | nn | OpenBLAS alone |", "|---|---|---|",
                      *(f"| {n:,} | {duration(t)} | {duration(g)} |" for n, t, g in self.weights)]
        if self.memory:
            lines += ["", "| training | peak memory | data | share | at most | |", "|---|---|---|---|---|---|"]
            for name, peak, data, share, most, verdict in self.memory:
                lines.append(f"| {name} | {peak / 2**20:.0f} MiB | {data / 2**20:.0f} MiB | {share:.2f} | {most} | {verdict} |")
        return "\n".join(lines) + "\n"

    def write(self, folder):
        (folder / "report.md").write_text(self.markdown())
        print(f"\n{folder / 'report.md'}")
        if self.rows and self.draw(folder / "report.png"):
            print(folder / "report.png")

    def draw(self, path):
        """Bars of the ratios, a group for each row, and the growth curves if they were measured."""
        short = [label(name) for name, *_ in self.rows]
        present = [peer for peer in PEERS if any(c[0] == peer for *_, cells in self.rows for c in cells)]
        commands = [
            f"set terminal pngcairo size 1200,{800 if self.samples else 500}", f"set output '{path}'",
            "$ratios << END",
            *(f'"{name}" ' + " ".join(
                str(next((c[2] for c in cells if c[0] == peer), "NaN")) for peer in present)
              for name, (_, _, _, cells) in zip(short, self.rows)), "END"]
        if self.samples:
            commands += ["$samples << END", *(f"{n} {t * 1e9}" for n, t in self.samples), "END", "$weights << END",
                         *(f"{n} {t * 1e9} {g * 1e9}" for n, t, g in self.weights), "END", "set multiplot"]
            commands += ["set size 1,0.6", "set origin 0,0.4"]
        bars = ", ".join(f"$ratios using {i + 2}{':xtic(1)' if i == 0 else ''} title '{peer}'" for i, peer in enumerate(present))
        commands += [
            "set style data histograms", "set style fill solid 0.8 noborder", "set logscale y", "set grid ytics",
            "set xtics rotate by -12 scale 0", "set bmargin 5", "set yrange [0.5:*]", "set title 'time of the peer / time of nn'", f"plot {bars}, 1 with lines lc 'black' notitle"]
        if self.samples:
            commands += [
                "set logscale x", "set xtics norotate", "set bmargin", "set yrange [*:*]", "set style data linespoints", "unset logscale y", "set yrange [0:*]",
                "set format x '10^{%T}'", "set size 0.5,0.4", "set origin 0,0", "set title 'ns a sample and epoch, by samples'",
                "plot $samples notitle", "set origin 0.5,0", "set logscale y", "set yrange [*:*]",
                "set title 'ns a weight and step, by weights'", "plot $weights title 'nn', $weights using 1:3 title 'OpenBLAS alone'",
                "unset multiplot"]
        try:
            return subprocess.run(["gnuplot"], input="\n".join(commands), text=True).returncode == 0
        except FileNotFoundError:
            print("gnuplot is missing: no picture")
            return False
