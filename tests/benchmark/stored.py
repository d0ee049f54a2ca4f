#!/usr/bin/env python3
"""Reads every file of a folder once and writes all of them into one stored zip.

What no program that hands originals on byte for byte can do without: reading, a checksum, writing.
Nothing is packed and nothing is forced onto the disk. Prints how many bytes it read.

Usage: stored.py FOLDER ARCHIVE
"""

import sys
import zipfile
from pathlib import Path

if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    total = 0
    with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(Path(sys.argv[1]).iterdir()):
            content = path.read_bytes()
            archive.writestr(path.name, content)
            total += len(content)
    print(total)
