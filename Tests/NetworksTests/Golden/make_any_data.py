"""Writes any_data.json beside this file: what PyTorch's loops learn from small
tables, with full precision and the examples in their order.

    python3 -m venv peers && peers/bin/pip install torch numpy
    peers/bin/python Tests/NetworksTests/Golden/make_any_data.py

Weights are those of nn.Linear, of shape [outputs, inputs]. Everything is
computed in float64 from float32 values. Nothing comes from the Swift library.
"""
import json
import pathlib

import torch
from torch import nn

torch.manual_seed(20261127)


def numbers(x):
    values = x.detach().double().reshape(-1).tolist()
    return {"shape": list(x.shape), "values": values}


def learn(name, model, loss, x, y, tests, *, batch, lr, epochs):
    model = model.double()
    for p in model.parameters():  # as float32 holds them
        p.data = p.data.float().double()
    start = [numbers(p) for p in model.parameters()]
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    xd = x.double()
    yd = y.double() if y.is_floating_point() else y
    losses = []
    test_losses = []
    correct = []
    for _ in range(epochs):
        total = 0.0
        hits = 0
        for i in range(0, len(x), batch):
            part = slice(i, i + batch)
            optimizer.zero_grad()
            outputs = model(xd[part])
            value = loss(outputs, yd[part])
            value.backward()
            optimizer.step()
            total += value.item() * len(outputs)
            if y.dtype == torch.long:
                hits += int((outputs.argmax(1) == yd[part]).sum())
        losses.append(total / len(x))
        correct.append(hits)
        with torch.no_grad():
            test_losses.append(float(loss(model(xd[:tests]), yd[:tests])))
    return {
        "name": name, "x": numbers(x), "batch": batch, "lr": lr,
        "tests": tests, "start": start, "losses": losses,
        "test_losses": test_losses, "correct": correct,
        "end": [numbers(p) for p in model.parameters()],
        **({"labels": y.tolist()} if y.dtype == torch.long
           else {"y": numbers(y)}),
    }


x = torch.randn(23, 3)
y = x @ torch.randn(3, 2) + 0.5 + 0.1 * torch.randn(23, 2)
# Three clouds of points, with inputs of two axes.
labels = torch.arange(20) % 3
clouds = torch.randn(20, 2, 2) + labels.reshape(-1, 1, 1)

runs = [
    learn("mse", nn.Linear(3, 2), nn.MSELoss(), x, y, 5,
          batch=8, lr=0.1, epochs=4),
    learn("mse sum", nn.Linear(3, 2), nn.MSELoss(reduction="sum"), x, y, 5,
          batch=23, lr=0.01, epochs=2),
    learn("l1", nn.Linear(3, 2), nn.L1Loss(), x, y, 5,
          batch=8, lr=0.1, epochs=4),
    learn("huber", nn.Linear(3, 2), nn.HuberLoss(delta=0.5), x, y, 5,
          batch=8, lr=0.1, epochs=4),
    learn("cross entropy",
          nn.Sequential(nn.Flatten(), nn.Linear(4, 6), nn.ReLU(),
                        nn.Linear(6, 3)),
          nn.CrossEntropyLoss(), clouds, labels, 7,
          batch=6, lr=0.2, epochs=5),
]
path = pathlib.Path(__file__).with_name("any_data.json")
path.write_text(
    json.dumps({"made_with": {"torch": torch.__version__}, "runs": runs},
               indent=1) + "\n")
