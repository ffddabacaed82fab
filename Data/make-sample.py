"""Makes the sample of Fashion-MNIST in fashion-mnist-sample/: the first
6,000 training and the first 1,000 test examples of the official files.

    python3 Data/make-sample.py DIR_WITH_THE_FOUR_IDX_GZ_FILES

The same input gives the same bytes: no time and no name go into the files.
"""
import gzip
import struct
import sys
from pathlib import Path

source = Path(sys.argv[1])
target = Path(__file__).parent / "fashion-mnist-sample"

for prefix, count in (("train", 6_000), ("t10k", 1_000)):
    for kind, axes in (("images-idx3", 3), ("labels-idx1", 1)):
        name = f"{prefix}-{kind}-ubyte.gz"
        whole = gzip.decompress((source / name).read_bytes())
        header = 4 + 4 * axes
        size = 784 if axes == 3 else 1
        first = whole[: header + count * size]
        sample = first[:4] + struct.pack(">I", count) + first[8:]
        with open(target / name, "wb") as file:
            file.write(gzip.compress(sample, compresslevel=9, mtime=0))
        print(f"{name}: {count} examples")
