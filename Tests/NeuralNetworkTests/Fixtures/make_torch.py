"""Writes torch.txt: 100 steps of every optimizer with every schedule in float64, by PyTorch.

Run: python make_torch.py  (PyTorch; NumPy is not needed). Each schedule changes the rate every epoch; an epoch is one full batch.
"""

import pathlib
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(5)
EPOCHS = 100
X = torch.randn(12, 3)
Y = torch.randn(12, 1)
START = [torch.randn(3, 4) * 0.8, torch.zeros(1, 4), torch.randn(4, 1) * 0.7, torch.zeros(1, 1)]

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd_momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.01),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "rmsprop_momentum": lambda p: torch.optim.RMSprop(p, lr=0.005, momentum=0.5, weight_decay=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "adam_decay": lambda p: torch.optim.Adam(p, lr=0.02, weight_decay=0.05),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.05),
}
SCHEDULES = {
    "constant": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda e: 1.0),
    "step": lambda o: torch.optim.lr_scheduler.StepLR(o, step_size=20, gamma=0.5),
    "exponential": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, gamma=0.97),
    "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=EPOCHS, eta_min=0.001),
}


def line(key, numbers):
    return " ".join([key] + [repr(float(n)) for n in numbers])


lines = [line("X", X.flatten()), line("Y", Y.flatten())]
lines += [line(name, p.flatten()) for name, p in zip(["W1", "b1", "W2", "b2"], START)]
for optimizer_name, make in OPTIMIZERS.items():
    for schedule_name, schedule in SCHEDULES.items():
        W1, b1, W2, b2 = parameters = [p.clone().requires_grad_() for p in START]
        optimizer = make(parameters)
        scheduler = schedule(optimizer)
        losses = []
        for _ in range(EPOCHS):
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(torch.tanh(X @ W1 + b1) @ W2 + b2, Y)
            loss.backward()
            optimizer.step()
            scheduler.step()
            losses.append(loss.item())
        key = f"{optimizer_name}.{schedule_name}"
        lines.append(line(key + ".losses", losses))
        lines.append(line(key + ".end", torch.cat([p.detach().flatten() for p in parameters])))
pathlib.Path(__file__).with_name("torch.txt").write_text("\n".join(lines) + "\n")
