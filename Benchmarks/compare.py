"""Runs this library and its peers in turn, and prints the ratios.

    python3 Benchmarks/compare.py [FOLDER] [--epochs 9] [--rounds 3]

See README.md for how to install the peers. Every figure is the median over
the rounds, in which all take turns, so that a busy moment of the machine
meets all of them.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
parser = argparse.ArgumentParser()
parser.add_argument("folder", nargs="?", default="/usr/share/datasets/fashion-mnist")
parser.add_argument("--epochs", type=int, default=9)
parser.add_argument("--rounds", type=int, default=3)
options = parser.parse_args()

subprocess.run(
    ["swift", "build", "-c", "release", "--package-path", here],
    check=True,
    stdout=sys.stderr,
)
program = here / ".build/release/benchmark"
sample = here.parent / "Data/fashion-mnist-sample"
peer = [sys.executable, here / "peers.py"]
full, count = options.folder, str(options.epochs)
commands = {
    "numpy": [*peer, full, count, "numpy"],
    "swift-concise": [program, full, count, "concise"],
    "torch-concise": [*peer, full, count, "torch-concise"],
    "swift-plain": [program, full, count, "plain"],
    "swift-scratch": [program, full, count, "scratch"],
    "torch-scratch": [*peer, full, count, "torch-scratch"],
    # Ten times shorter epochs, ten times as many of them.
    "swift-sample": [program, sample, str(10 * options.epochs), "concise"],
}
environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"}
runs = {name: [] for name in commands}
for _ in range(options.rounds):
    for name, command in commands.items():
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment
        )
        print(done.stdout.strip(), flush=True)
        runs[name].append(json.loads(done.stdout))


def median(name, key):
    return statistics.median(run[key] for run in runs[name])


def epoch(name):
    return median(name, "median_epoch_seconds")


print()
for name in commands:
    print(f"{name:14} {1e3 * epoch(name):6.1f} ms an epoch")

rows = [
    ("concise / numpy", epoch("swift-concise") / epoch("numpy"), 0, 0.5),
    ("concise / torch nn.Linear", epoch("swift-concise") / epoch("torch-concise"), 0, 0.25),
    ("plain / concise", epoch("swift-plain") / epoch("swift-concise"), 0, 1.2),
    ("scratch / numpy", epoch("swift-scratch") / epoch("numpy"), 0, 1.0),
    ("scratch / torch scratch", epoch("swift-scratch") / epoch("torch-scratch"), 0, 0.4),
    ("loading / numpy loading", median("swift-concise", "load_seconds") / median("numpy", "load_seconds"), 0, 0.5),
    ("peak memory, MiB", median("swift-concise", "peak_mib"), 0, 200),
    ("60,000 / 6,000 examples", epoch("swift-concise") / epoch("swift-sample"), 8, 11),
]
print()
met = True
for name, value, least, most in rows:
    fits = least <= value <= most
    met = met and fits
    bounds = f"{least} to {most}" if least else f"at most {most}"
    print(f"{name:27} {value:7.3f}  {bounds:12} {'met' if fits else 'MISSED'}")
sys.exit(0 if met else 1)
