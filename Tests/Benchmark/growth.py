"""How time grows with the number of samples and of weights, and what memory a training takes."""
import json
import os
import statistics
import subprocess
import sys
import tempfile

from processes import NN, Peer
from rows import operations

#: Time per sample at the largest number of samples, against that at the smallest.
MOST_GROWTH = 1.15
#: Peak memory against the size of the data.
MOST_MEMORY = 1.3


def samples_curve(path, repetitions):
    """Pairs of samples and seconds a sample and epoch, 2-10-1, full batch, float64."""
    curve = []
    for samples in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        epochs = max(1, 4_000_000 // samples)
        nn = NN(path, [
            f"samples = {samples}", "seed 1", "X = np.random.rand(samples, 2)", "Y = np.random.randint(0, 2, (samples, 1))",
            "network 2 -> 10 relu -> 1 sigmoid", f"train {min(epochs, 3)} every=0;"])
        times = [nn.seconds(["init he seed=1;", f"train {epochs} every=0"]) for _ in range(repetitions)]
        nn.close()
        curve.append((samples, statistics.median(times) / epochs / samples))
    return curve


def weights_curve(path, repetitions):
    """Weights, nn's seconds and gemm's seconds a weight and step of a network h-h-h, batch 256, float32."""
    curve = []
    for units in (22, 71, 224, 707, 2236):
        layers, weights = [units] * 3, 2 * units * units
        batches = min(2000, max(2, int(4e9 / operations(layers, 256))))
        # What a training does once is not to be seen: the last copies the weights into arrays of float64.
        epochs = -(-16 // batches)
        steps = batches * epochs
        nn = NN(path, [
            "set dtype float32", "seed 1", f"X = np.random.rand({256 * batches}, {units})", "Y = X",
            f"network {units} -> {units} relu -> {units} linear", "loss mse", "train 1 batch_size=256 every=0;"])
        gemm = Peer("OpenBLAS", "gemm.py", json.dumps(
            {"layers": layers, "batch": 256, "repetitions": steps, "dtype": "float32"}))
        ours, theirs = [], []
        for _ in range(repetitions):
            ours.append(nn.seconds(["init he seed=1;", f"train {epochs} batch_size=256 every=0"]))
            theirs.append(gemm.seconds("go"))
        nn.close()
        gemm.close()
        curve.append((weights, statistics.median(ours) / steps / weights, statistics.median(theirs) / steps / weights))
    return curve


def peak(path, lines):
    """The largest memory in bytes that nn held while it ran the lines."""
    with tempfile.NamedTemporaryFile("w", suffix=".nn") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        process = subprocess.Popen([path, file.name], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"nn failed while its memory was measured: {lines}")
    return usage.ru_maxrss * 1024


def memory(path, folder):
    """Name, peak bytes, and bytes of the data as they lie in memory (float64, as every array on a line)."""
    rows = 60_000
    data = rows * 784 * 8
    network = ["set dtype float32", "network 784 -> 128 relu -> 10 softmax", "train 1 batch_size=64 every=0;"]
    made = peak(path, [f"X = np.random.rand({rows}, 784)", f"Y = np.random.randint(0, 10, {rows})", *network])
    file = os.path.join(folder, "data.csv")
    with open(file, "w") as out:
        line = ",".join(f"0.{k % 10}" for k in range(784))
        out.write(",".join(f"p{k}" for k in range(784)) + ",label\n")
        for row in range(rows):
            out.write(f"{line},{row % 10}\n")
    try:
        read = peak(path, [f"data '{file}'", *network])
    finally:
        os.remove(file)
    return [(f"{rows:,}×784, trained in float32", made, data), (f"{rows:,}×784 from a CSV file, trained in float32", read, data)]
