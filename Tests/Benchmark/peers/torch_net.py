"""PyTorch, eager with autograd, with one thread and with two: the faster is kept."""
import time

import torch
from torch import nn

from request import serve
from work import BATCH, DTYPE, EPOCHS, IS_BINARY, LABELS, LAYERS, LR, SAMPLES, X, parameters

torch.set_default_dtype(getattr(torch, DTYPE.name))
inputs = torch.from_numpy(X)
labels = torch.from_numpy(LABELS.reshape(-1, 1).astype(DTYPE) if IS_BINARY else LABELS)
loss_of = nn.BCEWithLogitsLoss() if IS_BINARY else nn.CrossEntropyLoss()


def network():
    parts = []
    for a, b in zip(LAYERS, LAYERS[1:]):
        parts += [nn.Linear(a, b), nn.ReLU()]
    model = nn.Sequential(*parts[:-1])
    with torch.no_grad():
        for target, value in zip(model.parameters(), parameters()):
            target.copy_(torch.from_numpy(value).T.reshape(target.shape))
    return model


def train(model, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=LR)
    losses = []
    for _ in range(epochs):
        order = None if BATCH == SAMPLES else torch.randperm(SAMPLES)
        for start in range(0, SAMPLES, BATCH):
            if order is None:
                x, y = inputs, labels
            else:
                rows = order[start : start + BATCH]
                x, y = inputs[rows], labels[rows]
            optimizer.zero_grad()
            loss = loss_of(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
    return torch.stack(losses)


def timed(epochs):
    model = network()
    start = time.perf_counter()
    train(model, epochs)
    return time.perf_counter() - start


def with_threads(threads):
    torch.set_num_threads(threads)
    timed(1)
    return min(timed(max(1, EPOCHS // 10)) for _ in range(3))


best = min((1, 2), key=with_threads)
torch.set_num_threads(best)
serve(lambda _: timed(EPOCHS), f"{best} thread" + "s" * (best > 1))
