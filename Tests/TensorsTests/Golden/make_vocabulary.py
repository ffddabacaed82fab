"""Writes vocabulary.json beside this file: what PyTorch computes for the
comparisons, minima, standard deviations, row ranges and gradients.

    python3 -m venv peers && peers/bin/pip install torch numpy
    peers/bin/python Tests/TensorsTests/Golden/make_vocabulary.py

Inputs are float32 values; everything is computed from them in float64. The
JSON names the version of PyTorch. Nothing comes from the Swift library.
"""
import json
import pathlib

import torch

torch.manual_seed(20261127)
cases = []


def numbers(x):
    values = x.detach().double().reshape(-1).tolist()
    return {"shape": list(x.shape), "values": values}


def case(name, function, *inputs, differentiate=True):
    xs = [x.float().double().requires_grad_(differentiate) for x in inputs]
    output = function(*xs)
    entry = {
        "name": name,
        "inputs": [numbers(x.float()) for x in inputs],
        "output": numbers(output),
    }
    if differentiate:
        output.sum().backward()
        entry["grad_of_output_sum"] = [numbers(x.grad) for x in xs]
    cases.append(entry)


def compare(name, function):
    case(name, function, a, b, differentiate=False)


# Rounded, so that many pairs are equal.
a = torch.randn(4, 3).round()
b = torch.randn(3).round()
compare(".>", lambda a, b: a > b)
compare(".>=", lambda a, b: a >= b)
compare(".<", lambda a, b: a < b)
compare(".<=", lambda a, b: a <= b)
compare(".==", lambda a, b: a == b)

x = torch.randn(4, 5)
deep = torch.randn(3, 2, 4)
case("min", lambda x: x.min(), x)
case("min axis 0", lambda x: x.amin(dim=0), x)
case("min axis 1 keepdim", lambda x: x.amin(dim=1, keepdim=True), x)
case("min axis 1 of three", lambda x: x.amin(dim=1), deep)
for axis in range(3):
    case(
        f"argmin axis {axis}", lambda x: x.argmin(dim=axis), deep,
        differentiate=False)

std = torch.std
case("std", lambda x: std(x, correction=0), x)
case("std axis 0", lambda x: std(x, dim=0, correction=0), x)
case(
    "std axis 1 keepdim",
    lambda x: std(x, dim=1, correction=0, keepdim=True), x)
case("std axis 1 of three", lambda x: std(x, dim=1, correction=0), deep)
case("std far from 0", lambda x: std(x, dim=0, correction=0), x + 1_000)
case(
    "std of equal elements", lambda x: std(x, dim=0, correction=0),
    torch.full((4, 2), 0.1))

case("rows 1 to 3", lambda x: x[1:3] ** 2, x)
case("rows from 1 of three axes", lambda x: x[1:] ** 2, deep)
case("no rows", lambda x: x[2:2] ** 2, x)

w = torch.randn(5, 2)
case("loss of two parameters", lambda x, w: ((x @ w) ** 2).mean(), x, w)

path = pathlib.Path(__file__).with_name("vocabulary.json")
path.write_text(
    json.dumps(
        {"made_with": {"torch": torch.__version__}, "cases": cases}, indent=1)
    + "\n")
