"""What relmap is measured against: PyYAML's CSafeLoader, which only parses. As a process: `baselines.py BOOK`."""

import sys
from pathlib import Path
from typing import Any

import yaml
from yaml import CSafeLoader


def load(data: bytes) -> Any:
    """Parse one file with PyYAML over libyaml, the fastest parser that a plain script would use."""
    return yaml.load(data, Loader=CSafeLoader)


def parse_only(book: Path) -> int:
    """Parse every account file of a book, keep nothing, and return how many there were."""
    count = 0
    for path in sorted(book.glob("accounts/**/*.yaml")):
        load(path.read_bytes())
        count += 1
    return count


if __name__ == "__main__":
    print(parse_only(Path(sys.argv[1])))
