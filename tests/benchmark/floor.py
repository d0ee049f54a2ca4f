#!/usr/bin/env python3
"""Reads, hashes and decodes every picture of a folder once, on all cores, and keeps nothing.

What no program that looks at every picture can do without: SHA-256 by OpenSSL, JPEG in full by
libjpeg-turbo and PNG by zlib, as Pillow brings them. Prints how many bytes it read.

Usage: floor.py FOLDER
"""

import hashlib
import io
import os
import sys
from multiprocessing import Pool
from pathlib import Path

from PIL import Image


def take(path):
    """Takes one picture; returns its length in bytes."""
    content = path.read_bytes()
    hashlib.sha256(content).digest()
    Image.open(io.BytesIO(content)).load()
    return len(content)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with Pool(os.cpu_count()) as workers:
        print(sum(workers.imap_unordered(take, sorted(Path(sys.argv[1]).iterdir()))))
