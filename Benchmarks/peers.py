"""Softmax regression on Fashion-MNIST by what else one would use.

    python3 peers.py FOLDER EPOCHS numpy|torch-concise|torch-scratch

All: batches of 256 from a float32 matrix in memory, learning rate 0.1, a new
order each epoch, tested after each epoch, two threads. Prints one JSON object:
seconds of each epoch (test included), loss, accuracies, seconds to load, peak
memory.
"""

import gzip
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

BATCH, RATE = 256, 0.1


def load(folder):
    def idx(name, offset):
        with gzip.open(Path(folder) / name) as file:
            return np.frombuffer(file.read(), np.uint8, offset=offset)

    def part(prefix):
        x = idx(f"{prefix}-images-idx3-ubyte.gz", 16).reshape(-1, 784)
        return x.astype(np.float32) / 255, idx(f"{prefix}-labels-idx1-ubyte.gz", 8)

    return *part("train"), *part("t10k")


def numpy_epochs(data, count):
    x, y, test_x, test_y = data
    w, b = np.zeros((784, 10), np.float32), np.zeros(10, np.float32)
    random = np.random.default_rng(0)
    for _ in range(count):
        loss = correct = 0
        order = random.permutation(len(y))
        for i in range(0, len(y), BATCH):
            j = order[i : i + BATCH]
            xs, ys, rows = x[j], y[j], np.arange(len(j))
            o = xs @ w + b
            correct += int((o.argmax(1) == ys).sum())
            o -= o.max(1, keepdims=True)
            e = np.exp(o)
            e /= e.sum(1, keepdims=True)
            loss -= float(np.log(e[rows, ys]).sum())
            e[rows, ys] -= 1
            w -= RATE / len(j) * (xs.T @ e)
            b -= RATE / len(j) * e.sum(0)
        hits = ((test_x @ w + b).argmax(1) == test_y).mean()
        yield loss / len(y), correct / len(y), float(hits)


def torch_epochs(data, count, concise):
    import torch
    from torch import nn

    torch.set_num_threads(2)
    torch.manual_seed(0)
    x, y, test_x, test_y = (torch.tensor(a) for a in data)
    y, test_y = y.long(), test_y.long()

    if concise:
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
        nn.init.normal_(net[1].weight, std=0.01)
        nn.init.zeros_(net[1].bias)
        cross_entropy = nn.CrossEntropyLoss(reduction="none")
        optimizer = torch.optim.SGD(net.parameters(), lr=RATE)
    else:
        w = torch.normal(0, 0.01, size=(784, 10), requires_grad=True)
        b = torch.zeros(10, requires_grad=True)

        def net(xs):
            e = torch.exp(xs.reshape(-1, 784) @ w + b)
            return e / e.sum(1, keepdim=True)

        def cross_entropy(p, ys):
            return -torch.log(p[range(len(p)), ys])

    for _ in range(count):
        loss = correct = 0
        order = torch.randperm(len(y))
        for i in range(0, len(y), BATCH):
            j = order[i : i + BATCH]
            xs, ys = x[j], y[j]
            o = net(xs)
            losses = cross_entropy(o, ys)
            if concise:
                optimizer.zero_grad()
                losses.mean().backward()
                optimizer.step()
            else:
                losses.sum().backward()
                with torch.no_grad():
                    for q in (w, b):
                        q -= RATE * q.grad / len(ys)
                        q.grad.zero_()
            loss += losses.detach().sum().item()
            correct += int((o.argmax(1) == ys).sum())
        hits = 0
        with torch.no_grad():
            for i in range(0, len(test_y), BATCH):
                o = net(test_x[i : i + BATCH])
                hits += int((o.argmax(1) == test_y[i : i + BATCH]).sum())
        yield loss / len(y), correct / len(y), hits / len(test_y)


folder, count, peer = sys.argv[1], int(sys.argv[2]), sys.argv[3]
loads = []
for _ in range(5):
    # The first of several also reads the files from the disk.
    start = time.perf_counter()
    load(folder)
    loads.append(time.perf_counter() - start)
data = load(folder)
if peer == "numpy":
    runs = numpy_epochs(data, count)
else:
    runs = torch_epochs(data, count, concise=peer == "torch-concise")
epochs = []
for _ in range(count):
    start = time.perf_counter()
    loss, train, test = next(runs)
    seconds = time.perf_counter() - start
    epochs.append({"seconds": seconds, "loss": loss, "train": train, "test": test})
print(
    json.dumps(
        {
            "peer": peer,
            "load_seconds": sorted(loads)[len(loads) // 2],
            "median_epoch_seconds": sorted(e["seconds"] for e in epochs)[count // 2],
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "epochs": epochs,
        }
    )
)
