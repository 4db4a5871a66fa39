"""What a peer is asked to train, and on what: the numbers do not matter, only their shapes."""
import json
import sys

import numpy as np

WORK = json.loads(sys.argv[1])
LAYERS = WORK["layers"]
SAMPLES = WORK["samples"]
EPOCHS = WORK["epochs"]
BATCH = WORK["batch"] or SAMPLES
LR = WORK["lr"]
DTYPE = np.dtype(WORK["dtype"])
IS_BINARY = LAYERS[-1] == 1

random = np.random.default_rng(1)
X = random.random((SAMPLES, LAYERS[0])).astype(DTYPE)
LABELS = random.integers(0, 2 if IS_BINARY else LAYERS[-1], SAMPLES)


def parameters():
    """Fresh weights and biases, layer by layer."""
    draw = np.random.default_rng(2)
    result = []
    for a, b in zip(LAYERS, LAYERS[1:]):
        result += [(draw.standard_normal((a, b)) * np.sqrt(2 / a)).astype(DTYPE), np.zeros((1, b), DTYPE)]
    return result
